package dev.redress.resolution;

import dev.redress.callback.Outcome;
import dev.redress.error.RedressException;
import dev.redress.promise.Commitment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether what was promised on a call fits how the call went. */
final class PromiseCheck {
  /** The furthest for which something can be promised. */
  private static final Duration AHEAD_MAX = Duration.ofDays(90);

  private PromiseCheck() {}

  /** Refuses what does not fit, by {@code FIELD_INVALID}. */
  static void check(Outcome outcome, List<Commitment> promises, Instant now) {
    if (!promises.isEmpty()
        && outcome != Outcome.REACHED
        && outcome != Outcome.CUSTOMER_RESCHEDULED) {
      throw RedressException.ofField(
          "promises", "only a customer who was spoken to can be promised something");
    }
    for (int i = 0; i < promises.size(); i++) {
      Instant due = promises.get(i).dueTime();
      if (!due.isAfter(now) || due.isAfter(now.plus(AHEAD_MAX))) {
        throw RedressException.ofField(
            "promises[" + i + "].due_time",
            "must be in the future and within " + AHEAD_MAX.toDays() + " days");
      }
    }
  }
}
