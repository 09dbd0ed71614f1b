package dev.redress.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random calendar with moments, most of them near a change of the clock; and the oracle that
 * walks minute by minute and looks at the clock on the wall each time.
 *
 * @param end after the start, up to 60 days
 * @param time up to 40 h
 * @param moreTime more than nothing, up to 40 h
 */
public record CalendarCase(
    BusinessCalendar calendar, Instant start, Instant end, Duration time, Duration moreTime) {
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "America/Santiago",
          "Asia/Kathmandu",
          "Pacific/Chatham",
          "Africa/Casablanca",
          "UTC");
  private static final List<BusinessWindow> ROUND_THE_CLOCK = List.of(new BusinessWindow(0, 1440));

  static CalendarCase random(long seed) {
    Random random = new Random(seed);
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    Instant near = Instant.parse("2026-12-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(500)));
    ZoneOffsetTransition change = zone.getRules().nextTransition(near);
    if (change != null && random.nextInt(4) > 0) {
      near = change.getInstant();
    }
    Instant start = near.minus(Duration.ofDays(3)).plus(amount(random, 5 * 1440));
    LocalDate first = LocalDate.ofInstant(start, zone).minusDays(2);
    List<LocalDate> holidays = new ArrayList<>();
    for (int left = random.nextInt(8); left > 0; left--) {
      holidays.add(first.plusDays(random.nextInt(40)));
    }
    return new CalendarCase(
        new BusinessCalendar(week(random), zone, Holidays.of(holidays)),
        start,
        start.plus(amount(random, 60 * 1440)),
        amount(random, 40 * 60),
        amount(random, 40 * 60).plusNanos(1));
  }

  /** Whole minutes half of the time, else to the nanosecond. */
  private static Duration amount(Random random, int minutesMax) {
    Duration minutes = Duration.ofMinutes(random.nextInt(minutesMax));
    return random.nextBoolean()
        ? minutes
        : minutes.plusSeconds(random.nextInt(60)).plusNanos(random.nextInt(1_000_000_000));
  }

  /** Each day is open with even odds, at least one is, and some are round the clock. */
  private static BusinessWeek week(Random random) {
    Map<DayOfWeek, List<BusinessWindow>> days = new EnumMap<>(DayOfWeek.class);
    while (days.isEmpty()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (random.nextBoolean()) {
          days.put(day, random.nextInt(5) == 0 ? ROUND_THE_CLOCK : windows(random));
        }
      }
    }
    return new BusinessWeek(days);
  }

  /** Up to five windows, some next to each other; half of the days within the first four hours. */
  private static List<BusinessWindow> windows(Random random) {
    int latest = random.nextBoolean() ? 1441 : 240;
    List<Integer> edges =
        random.ints(2 + random.nextInt(5), 0, latest).distinct().sorted().boxed().toList();
    List<BusinessWindow> windows = new ArrayList<>();
    int step = random.nextBoolean() ? 2 : 1;
    for (int i = 0; i + 1 < edges.size(); i += step) {
      windows.add(new BusinessWindow(edges.get(i), edges.get(i + 1)));
    }
    return windows.isEmpty() ? ROUND_THE_CLOCK : windows;
  }

  /** The first open moment since the start. */
  public Instant oracleFirstOpen() {
    Instant at = start;
    while (!isOpen(at)) {
      at = nextMinute(at);
    }
    return at;
  }

  /** When so much business time has passed since the start. */
  public Instant oraclePlus() {
    Duration left = time;
    for (Instant at = oracleFirstOpen(); ; at = nextMinute(at)) {
      if (isOpen(at)) {
        Duration minute = Duration.between(at, nextMinute(at));
        if (left.compareTo(minute) <= 0) {
          return at.plus(left);
        }
        left = left.minus(minute);
      }
    }
  }

  /** The business time from the start to the end. */
  public Duration oracleBetween() {
    Duration open = Duration.ZERO;
    for (Instant at = start; at.isBefore(end); at = nextMinute(at)) {
      if (isOpen(at)) {
        Instant next = nextMinute(at);
        open = open.plus(Duration.between(at, next.isBefore(end) ? next : end));
      }
    }
    return open;
  }

  private boolean isOpen(Instant moment) {
    ZonedDateTime wall = moment.atZone(calendar.zone());
    if (calendar.holidays().dates().contains(wall.toLocalDate())) {
      return false;
    }
    int minute = wall.getHour() * 60 + wall.getMinute();
    for (BusinessWindow window : calendar.week().on(wall.getDayOfWeek())) {
      if (minute >= window.startMinutes() && minute < window.endMinutes()) {
        return true;
      }
    }
    return false;
  }

  private static Instant nextMinute(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
  }
}
