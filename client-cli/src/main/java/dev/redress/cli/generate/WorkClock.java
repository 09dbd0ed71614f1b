package dev.redress.cli.generate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/**
 * When things happen at a customer: mostly in office hours of its own time zone, seldom at night.
 */
final class WorkClock {
  /** The day on which the requests of every customer begin. */
  static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);

  private static final int DAY_SECONDS = 86_400;

  /** From this distance on the day matters, not the hour. */
  private static final double DAYS_APART = 2;

  private final ZoneId zone;
  private final RandomGenerator random;
  private final double gapDays;
  private double openingDay;
  private long lastOpening;

  /**
   * A clock at the first day.
   *
   * @param gapDays mean days between two openings
   */
  WorkClock(ZoneId zone, RandomGenerator random, double gapDays) {
    this.zone = zone;
    this.random = random;
    this.gapDays = gapDays;
  }

  /** When the next request is opened, never before the last, in seconds since 1970 UTC. */
  long nextOpening() {
    openingDay += 2 * gapDays * random.nextDouble();
    LocalDate day = forwardToWeekday(FIRST_DAY.plusDays((long) openingDay));
    lastOpening = Math.max(lastOpening + 60, officeTime(day));
    return lastOpening;
  }

  /**
   * When work starts that lies some days after the opening of its request, or before it if the days
   * are negative; work two days away or more falls on a weekday in office hours.
   */
  long workStart(long openedAt, double lagDays) {
    long start = openedAt + Math.round(lagDays * DAY_SECONDS / 60) * 60;
    if (Math.abs(lagDays) < DAYS_APART) {
      return start;
    }
    LocalDate day = dateOf(start);
    return officeTime(lagDays > 0 ? forwardToWeekday(day) : backToWeekday(day));
  }

  /** A weekday of the years in which requests are opened. */
  LocalDate anyWorkDate() {
    return forwardToWeekday(FIRST_DAY.plusDays(random.nextInt(Shape.OPENING_DAYS)));
  }

  /** The customer's date at a moment in seconds since 1970 UTC. */
  LocalDate dateOf(long epochSecond) {
    return LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond), zone);
  }

  /** A moment from 7:00 to 17:55 of a day, on five minutes. */
  private long officeTime(LocalDate day) {
    LocalTime time = LocalTime.of(7, 0).plusMinutes(5L * random.nextInt(132));
    return day.atTime(time).atZone(zone).toEpochSecond();
  }

  private static LocalDate forwardToWeekday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
    };
  }

  private static LocalDate backToWeekday(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SUNDAY
        ? day.minusDays(2)
        : day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.minusDays(1) : day;
  }
}
