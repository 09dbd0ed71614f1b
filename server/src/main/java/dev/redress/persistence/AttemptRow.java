package dev.redress.persistence;

import dev.redress.callback.Attempt;
import dev.redress.callback.Outcome;
import dev.redress.identity.Actor;
import java.time.Instant;

/** The attempt that ended a callback. */
record AttemptRow(Outcome outcome, Instant attemptTime, String attemptActor, String attemptNote) {
  Attempt toAttempt() {
    return new Attempt(outcome, attemptTime, new Actor(attemptActor), attemptNote);
  }
}
