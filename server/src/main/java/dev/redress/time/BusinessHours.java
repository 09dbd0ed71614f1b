package dev.redress.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The hours in which customers may be called: the same windows on every day from Monday to Friday,
 * in a time zone. Right across daylight saving: a window is what the clock on the wall says.
 *
 * @param windows 1 to 6, in order, not overlapping
 */
public record BusinessHours(List<BusinessWindow> windows, ZoneId zone) {

  /** Most windows a day. */
  public static final int WINDOWS_MAX = 6;

  public BusinessHours {
    windows = List.copyOf(windows);
    if (windows.isEmpty() || windows.size() > WINDOWS_MAX) {
      throw new IllegalArgumentException("there must be 1 to 6 business windows a day");
    }
    for (int i = 1; i < windows.size(); i++) {
      if (windows.get(i).startMinutes() < windows.get(i - 1).endMinutes()) {
        throw new IllegalArgumentException("business windows must be in order and not overlap");
      }
    }
  }

  /**
   * The same time of day so many working days later, moved into business hours: a promise made on
   * Friday at 15:00 for one day falls due on Monday at 15:00.
   */
  public Instant plusDays(Instant start, int days) {
    ZonedDateTime day = firstOpen(start).atZone(zone);
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (isWorkingDay(day.toLocalDate())) {
        left--;
      }
    }
    return firstOpen(day.toInstant());
  }

  /** The moment at which so much time within business hours has passed since the start. */
  public Instant plus(Instant start, Duration businessTime) {
    Instant from = start;
    Duration left = businessTime;
    while (true) {
      from = firstOpen(from);
      Duration open = Duration.between(from, closeAfter(from));
      if (left.compareTo(open) <= 0) {
        return from.plus(left);
      }
      left = left.minus(open);
      from = from.plus(open);
    }
  }

  /** The moment itself when it is within business hours, else the next moment that is. */
  public Instant firstOpen(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    for (LocalDate date = local.toLocalDate(); ; date = date.plusDays(1)) {
      if (isWorkingDay(date)) {
        for (BusinessWindow window : windows) {
          if (at(date, window.endMinutes()).isAfter(moment)) {
            Instant start = at(date, window.startMinutes());
            return start.isAfter(moment) ? start : moment;
          }
        }
      }
    }
  }

  /** When the window that holds this open moment closes. */
  private Instant closeAfter(Instant open) {
    LocalDate date = open.atZone(zone).toLocalDate();
    return windows.stream()
        .map(window -> at(date, window.endMinutes()))
        .filter(end -> end.isAfter(open))
        .findFirst()
        .orElseThrow();
  }

  private Instant at(LocalDate date, int minutes) {
    LocalDate day = date.plusDays(minutes / (24 * 60));
    return day.atTime(LocalTime.ofSecondOfDay(minutes % (24 * 60) * 60L)).atZone(zone).toInstant();
  }

  private static boolean isWorkingDay(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
