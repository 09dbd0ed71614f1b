package dev.redress.callback;

/** How an attempt went. */
public enum Outcome {
  /** The customer was spoken to. */
  REACHED,
  /** Nobody answered. */
  NO_ANSWER
}
