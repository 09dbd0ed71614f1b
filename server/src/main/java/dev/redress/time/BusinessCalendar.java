package dev.redress.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The time in which customers may be called, and the count of it: windows on each day of the week
 * in a time zone, holidays left out. Exact to the nanosecond.
 *
 * <p>A moment is open when the clock on the customer's wall shows a time within a window of that
 * day's: from its start on, and before its end. Nothing else is said of daylight saving, and all
 * follows: an hour that the clock skips is missing from the windows it falls in, so that they are
 * shorter; one that it shows twice counts twice, so that they are longer. A window from 02:30 to
 * 05:00 opens at 03:00 when the clock goes from 02:00 to 03:00; and when it goes back from 03:00 to
 * 02:00 it opens at 02:30, closes at the change and opens again at the second 02:30.
 *
 * @param zone the customer's
 * @param holidays never leave ten years without an open window
 */
public record BusinessCalendar(BusinessWeek week, ZoneId zone, Holidays holidays) {

  /** Most business time, 3,660 days of 24 h, that is added at once. */
  public static final Duration TIME_MAX = Duration.ofDays(3_660);

  /** Most working days that are added at once. */
  public static final int DAYS_MAX = 3_660;

  private static final int CLOSED_YEARS_MAX = 10;
  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
  private static final long WEEK_SECONDS = Duration.ofDays(7).toSeconds();
  private static final long NANOS = Duration.ofSeconds(1).toNanos();
  private static final long END_OF_TIME = Instant.MAX.getEpochSecond();

  public BusinessCalendar {
    requireOpenAgain(week, holidays);
  }

  /**
   * The moment at which so much business time has passed since the start: the earliest one, so that
   * eight hours from the opening of a window of eight hours end when it closes. No time at all
   * gives the first open moment.
   *
   * @param businessTime from nothing to {@link #TIME_MAX}
   */
  public Instant plus(Instant start, Duration businessTime) {
    if (businessTime.isNegative() || businessTime.compareTo(TIME_MAX) > 0) {
      throw new IllegalArgumentException("business time to add must be from 0 to 3,660 days");
    }
    Instant open = firstOpen(start);
    // Windows begin and end on whole seconds: a second is open as a whole or not at all.
    long nanos = (long) open.getNano() + businessTime.getNano();
    long seconds = businessTime.getSeconds() + nanos / NANOS;
    long rest = nanos % NANOS;
    if (rest > 0) {
      return Instant.ofEpochSecond(after(open.getEpochSecond(), seconds + 1) - 1, rest);
    }
    return seconds == 0 ? open : Instant.ofEpochSecond(after(open.getEpochSecond(), seconds));
  }

  /**
   * The same time of day so many working days later, moved into business hours: a promise made on
   * Friday at 15:00 for one day falls due on Monday at 15:00. A time of day that the clock skips on
   * that date is taken as much later as the clock skips.
   *
   * @param days from 0 to {@link #DAYS_MAX}
   */
  public Instant plusDays(Instant start, int days) {
    if (days < 0 || days > DAYS_MAX) {
      throw new IllegalArgumentException("working days to add must be from 0 to 3,660");
    }
    Instant open = firstOpen(start);
    if (days == 0) {
      return open;
    }
    ZonedDateTime from = open.atZone(zone);
    LocalDate date = from.toLocalDate();
    for (int left = days; left > 0; ) {
      date = date.plusDays(1);
      if (isWorkingDay(date)) {
        left--;
      }
    }
    LocalDateTime time = date.atTime(from.toLocalTime());
    return firstOpen(ZonedDateTime.ofLocal(time, zone, from.getOffset()).toInstant());
  }

  /** The moment itself when it is within business hours, else the next moment that is. */
  public Instant firstOpen(Instant moment) {
    return isOpen(moment) ? moment : Instant.ofEpochSecond(after(moment.getEpochSecond(), 1) - 1);
  }

  /** The business time from one moment to another; nothing when the second is not later. */
  public Duration between(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return Duration.ZERO;
    }
    return Duration.ofSeconds(walk(from.getEpochSecond(), to.getEpochSecond(), Long.MAX_VALUE).open)
        .plusNanos(isOpen(to) ? to.getNano() : 0)
        .minusNanos(isOpen(from) ? from.getNano() : 0);
  }

  /** Whether a customer may be called at this moment. */
  public boolean isOpen(Instant moment) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
    LocalDate date = local.toLocalDate();
    int minute = local.getHour() * 60 + local.getMinute();
    return !holidays.contains(date)
        && week.on(date.getDayOfWeek()).stream()
            .anyMatch(window -> window.startMinutes() <= minute && minute < window.endMinutes());
  }

  /** Whether the day has windows and is no holiday. */
  public boolean isWorkingDay(LocalDate date) {
    return !week.on(date.getDayOfWeek()).isEmpty() && !holidays.contains(date);
  }

  /** The end of the so-many-th open second since one. */
  private long after(long fromSecond, long seconds) {
    return walk(fromSecond, END_OF_TIME, seconds).atSecond;
  }

  /** Where a walk ended, and how many open seconds it came by. */
  private record Walk(long atSecond, long open) {}

  /**
   * Goes on until so many open seconds have passed, or to the given second if that comes first.
   *
   * <p>Between two changes of the clock local time runs evenly, so the walk goes from change to
   * change and counts local seconds in between. Any seven days of even time without a holiday hold
   * one week's windows: as many weeks as fit are passed in one step, the rest day by day.
   */
  private Walk walk(long fromSecond, long toSecond, long seconds) {
    ZoneRules rules = zone.getRules();
    long openAWeek = week.open().toSeconds();
    long open = 0;
    for (long at = fromSecond; at < toSecond; ) {
      Instant moment = Instant.ofEpochSecond(at);
      ZoneOffset offset = rules.getOffset(moment);
      ZoneOffsetTransition change = rules.nextTransition(moment);
      long end = change == null ? toSecond : Math.min(toSecond, change.toEpochSecond());
      long localEnd = end + offset.getTotalSeconds();
      for (long local = at + offset.getTotalSeconds(); local < localEnd; ) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(local, DAY_SECONDS));
        long weeks = evenWeeks(date, local, localEnd, (seconds - open - 1) / openAWeek);
        if (weeks > 0) {
          open += weeks * openAWeek;
          local += weeks * WEEK_SECONDS;
          continue;
        }
        long midnight = date.toEpochDay() * DAY_SECONDS;
        if (isWorkingDay(date)) {
          for (BusinessWindow window : week.on(date.getDayOfWeek())) {
            long opens = Math.max(local, midnight + window.startMinutes() * 60L);
            long closes = Math.min(localEnd, midnight + window.endMinutes() * 60L);
            if (closes - opens >= seconds - open) {
              return new Walk(opens + (seconds - open) - offset.getTotalSeconds(), seconds);
            }
            open += Math.max(0, closes - opens);
          }
        }
        local = midnight + DAY_SECONDS;
      }
      at = end;
    }
    return new Walk(toSecond, open);
  }

  /** So many whole weeks from a local second, or fewer when a holiday or the end comes first. */
  private long evenWeeks(LocalDate date, long local, long localEnd, long weeksMax) {
    if (weeksMax == 0 || localEnd - local < WEEK_SECONDS) {
      return 0;
    }
    long end =
        holidays
            .onOrAfter(date)
            .map(holiday -> Math.min(localEnd, holiday.toEpochDay() * DAY_SECONDS))
            .orElse(localEnd);
    return Math.min(weeksMax, (end - local) / WEEK_SECONDS);
  }

  /** Refuses holidays that close every working day of ten years. */
  private static void requireOpenAgain(BusinessWeek week, Holidays holidays) {
    LocalDate closedFrom = LocalDate.MIN;
    LocalDate nextOpen = LocalDate.MIN;
    for (LocalDate holiday : holidays.dates()) {
      if (week.on(holiday.getDayOfWeek()).isEmpty()) {
        continue;
      }
      if (!holiday.equals(nextOpen)) {
        closedFrom = holiday;
      }
      nextOpen = holiday.plusDays(1);
      while (week.on(nextOpen.getDayOfWeek()).isEmpty()) {
        nextOpen = nextOpen.plusDays(1);
      }
      if (closedFrom.plusYears(CLOSED_YEARS_MAX).isBefore(nextOpen)) {
        throw new IllegalArgumentException(
            "holidays must leave an open window in 10 years; they close every day from "
                + closedFrom
                + " to "
                + holiday);
      }
    }
  }
}
