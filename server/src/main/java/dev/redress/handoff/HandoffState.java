package dev.redress.handoff;

/** Where a handoff stands. Whatever it is but ACCEPTED, the owner before is responsible (I6). */
public enum HandoffState {
  /** The receiver has not answered yet. */
  PENDING,
  /** The receiver owns the dispute and its call since. */
  ACCEPTED,
  /** The receiver said no. */
  DECLINED,
  /** Taken back by who asked, or ended with its dispute. */
  CANCELLED
}
