package dev.redress.promise;

/** Where a promise stands. Overdue is not stored: an open one is, once its time has passed. */
public enum PromiseState {
  /** To be kept. */
  OPEN,
  /** Somebody said that it was kept. */
  KEPT,
  /** The customer does not want it any more. */
  RELEASED
}
