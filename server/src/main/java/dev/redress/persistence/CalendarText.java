package dev.redress.persistence;

import dev.redress.customer.OwnHolidays;
import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.HolidayRegion;
import dev.redress.time.Holidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Business weeks, regions and own holidays as the texts that columns keep. */
final class CalendarText {
  private static final int DATE_LENGTH = 10;

  private CalendarText() {}

  /** The windows of Monday to Sunday, such as {@code 540-720,780-1020;540-720;;;;;}. */
  static String write(BusinessWeek week) {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> windows(week.on(day)))
        .collect(Collectors.joining(";"));
  }

  static BusinessWeek week(String text) {
    String[] days = text.split(";", -1);
    Map<DayOfWeek, List<BusinessWindow>> windows = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      windows.put(day, windows(days[day.getValue() - 1]));
    }
    return new BusinessWeek(windows);
  }

  /** Its code; empty when there is none. */
  static String write(@Nullable HolidayRegion region) {
    return region == null ? "" : region.code();
  }

  static @Nullable HolidayRegion region(String text) {
    return text.isEmpty() ? null : new HolidayRegion(text);
  }

  /** A line for each day: its date, a space, its name. */
  static String write(OwnHolidays holidays) {
    return holidays.days().names().entrySet().stream()
        .map(day -> day.getKey() + " " + day.getValue())
        .collect(Collectors.joining("\n"));
  }

  static OwnHolidays ownHolidays(String text) {
    if (text.isEmpty()) {
      return OwnHolidays.NONE;
    }
    Map<LocalDate, String> names = new TreeMap<>();
    for (String line : text.split("\n", -1)) {
      names.put(LocalDate.parse(line.substring(0, DATE_LENGTH)), line.substring(DATE_LENGTH + 1));
    }
    return new OwnHolidays(Holidays.named(names));
  }

  private static String windows(List<BusinessWindow> windows) {
    return windows.stream()
        .map(window -> window.startMinutes() + "-" + window.endMinutes())
        .collect(Collectors.joining(","));
  }

  private static List<BusinessWindow> windows(String text) {
    return Arrays.stream(text.split(","))
        .filter(window -> !window.isEmpty())
        .map(window -> window.split("-"))
        .map(ends -> new BusinessWindow(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
        .toList();
  }
}
