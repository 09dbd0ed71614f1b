package dev.redress.dispute;

import dev.redress.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How much business time a dispute has taken. It stands still while the customer is waited for and
 * runs on with what was used before. What passed since {@code since} is reckoned when it is asked,
 * by the calendar that counts then.
 *
 * @param used the business time until {@code since}
 * @param since when it last began or stopped
 */
public record SlaClock(Duration used, Instant since) {

  /** One that begins now. */
  public static SlaClock started(Instant now) {
    return new SlaClock(Duration.ZERO, now);
  }

  /** Stopped now, after running. */
  SlaClock stopped(Instant now, BusinessCalendar calendar) {
    // As precise as it is kept.
    return new SlaClock(elapsed(now, calendar).truncatedTo(ChronoUnit.MILLIS), now);
  }

  /** Running on from now, after it stood still. */
  SlaClock resumed(Instant now) {
    return new SlaClock(used, now);
  }

  /** What a running clock shows at a moment. */
  public Duration elapsed(Instant now, BusinessCalendar calendar) {
    return now.isAfter(since) ? used.plus(calendar.between(since, now)) : used;
  }

  /**
   * When a running clock shows so much; the moment from which it runs where it shows more already.
   */
  public Instant reaches(Duration businessTime, BusinessCalendar calendar) {
    Duration left = businessTime.minus(used);
    return left.isPositive() ? calendar.plus(since, left) : since;
  }
}
