package dev.redress.report;

import java.time.Instant;

/** What became of a callback. KEPT, LATE and MISSED are the calls that had to be made. */
public enum CallFate {
  /** Tried, whatever the outcome, when it was due or before. */
  KEPT,
  /** Tried, but after it was due. */
  LATE,
  /** Not tried although it was due: it still waits, or was moved only afterwards. */
  MISSED,
  /** Not due yet. */
  PENDING,
  /** Moved by the provider before it was due; its successor counts. */
  MOVED,
  /** All attempts were in vain: waits for the account manager, or was signed off. */
  EXHAUSTED,
  /** Ended with its dispute. */
  CANCELLED;

  /** What became of a callback by now. */
  static CallFate of(PromisedCall call, Instant now) {
    Instant attempt = call.attemptTime();
    Instant moved = call.moveTime();
    if (attempt != null) {
      return attempt.isAfter(call.dueTime()) ? LATE : KEPT;
    }
    if (moved != null) {
      return moved.isAfter(call.dueTime()) ? MISSED : MOVED;
    }
    return switch (call.state()) {
      case EXHAUSTED -> EXHAUSTED;
      case SCHEDULED, CLAIMED -> call.dueTime().isBefore(now) ? MISSED : PENDING;
      case CANCELLED, COMPLETED, SUPERSEDED -> call.signedOff() ? EXHAUSTED : CANCELLED;
    };
  }

  /** Whether the call had to be made by now. */
  public boolean wasDue() {
    return this == KEPT || this == LATE || this == MISSED;
  }
}
