package dev.redress.handoff;

/** What can be done with a handoff. */
public enum HandoffAction {
  /** The receiver takes the dispute over. */
  ACCEPT,
  /** The receiver does not. */
  DECLINE,
  /** The owner, or who asked, takes it back. */
  CANCEL
}
