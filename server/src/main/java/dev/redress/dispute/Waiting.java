package dev.redress.dispute;

import java.time.Duration;
import java.time.Instant;

/**
 * What a dispute waits for. Nothing is decided when the answer does not come: it escalates.
 *
 * @param awaited what must come, 1 to 2,000 characters
 * @param since when the waiting began
 * @param respondBy when the answer is due, at most 90 days later
 */
public record Waiting(String awaited, Instant since, Instant respondBy) {
  /** The longest that anybody is given. */
  public static final Duration TIME_MAX = Duration.ofDays(90);

  public Waiting {
    if (!isInTime(since, respondBy)) {
      throw new IllegalArgumentException("an answer is due later, within " + TIME_MAX);
    }
  }

  /** Whether an answer can be due then that is waited for from now on. */
  public static boolean isInTime(Instant now, Instant respondBy) {
    return respondBy.isAfter(now) && !respondBy.isAfter(now.plus(TIME_MAX));
  }
}
