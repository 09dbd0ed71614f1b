package dev.redress.grpc;

import com.google.type.DayOfWeek;
import dev.redress.customer.Calendars;
import dev.redress.customer.OwnHolidays;
import dev.redress.error.RedressException;
import dev.redress.resolution.CalendarService;
import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.HolidayRegion;
import dev.redress.time.Holidays;
import dev.redress.v1.BusinessDay;
import dev.redress.v1.CalendarDay;
import dev.redress.v1.CustomerCalendar;
import dev.redress.v1.OwnHoliday;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Conversion of business hours and holidays. */
final class CalendarProtos {
  private CalendarProtos() {}

  /** For the wire. */
  static CustomerCalendar toProto(CalendarService.Shown shown) {
    CustomerCalendar.Builder proto =
        CustomerCalendar.newBuilder()
            .setCustomer(shown.customer().toString())
            .setTimeZone(shown.timeZone().getId())
            .setHolidayRegion(shown.region().map(HolidayRegion::code).orElse(""))
            .setFirstDueTime(TimeProtos.toProto(shown.firstDue()));
    for (CalendarService.Day day : shown.days()) {
      proto.addDays(
          CalendarDay.newBuilder()
              .setDate(TimeProtos.toProto(day.date()))
              .addAllWindows(windows(day.windows()))
              .setHoliday(day.isHoliday())
              .setHolidayName(day.holidayName()));
    }
    return proto.build();
  }

  /** For the wire: the days that are open, from Monday on. */
  static List<BusinessDay> days(BusinessWeek week) {
    return week.windows().entrySet().stream()
        .map(
            day ->
                BusinessDay.newBuilder()
                    .setDay(DayOfWeek.forNumber(day.getKey().getValue()))
                    .addAllWindows(windows(day.getValue()))
                    .build())
        .toList();
  }

  /** For the wire. */
  static List<dev.redress.v1.BusinessWindow> windows(List<BusinessWindow> windows) {
    return windows.stream()
        .map(
            window ->
                dev.redress.v1.BusinessWindow.newBuilder()
                    .setStartMinutes(window.startMinutes())
                    .setEndMinutes(window.endMinutes())
                    .build())
        .toList();
  }

  /** For the wire, by date. */
  static List<OwnHoliday> ownHolidays(OwnHolidays holidays) {
    return holidays.days().names().entrySet().stream()
        .map(
            day ->
                OwnHoliday.newBuilder()
                    .setDate(TimeProtos.toProto(day.getKey()))
                    .setName(day.getValue())
                    .build())
        .toList();
  }

  /**
   * A week from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static BusinessWeek week(Field field, List<BusinessDay> days) {
    Map<java.time.DayOfWeek, List<BusinessWindow>> week = new EnumMap<>(java.time.DayOfWeek.class);
    for (int i = 0; i < days.size(); i++) {
      BusinessDay given = days.get(i);
      Field at = field.at(i);
      if (given.getDay() == DayOfWeek.DAY_OF_WEEK_UNSPECIFIED
          || given.getDay() == DayOfWeek.UNRECOGNIZED) {
        throw at.child("day").invalid("must be one from MONDAY to SUNDAY");
      }
      java.time.DayOfWeek day = java.time.DayOfWeek.of(given.getDay().getNumber());
      List<BusinessWindow> windows = readWindows(at.child("windows"), given.getWindowsList());
      if (!windows.isEmpty()) {
        at.child("windows").checked(() -> new BusinessWeek(Map.of(day, windows)));
      }
      if (week.put(day, windows) != null) {
        throw at.child("day").invalid(day + " is given twice; put all its windows into one entry");
      }
    }
    return field.checked(() -> new BusinessWeek(week));
  }

  /**
   * The same windows from Monday to Friday, from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static BusinessWeek mondayToFriday(Field field, List<dev.redress.v1.BusinessWindow> windows) {
    List<BusinessWindow> converted = readWindows(field, windows);
    return field.checked(() -> BusinessWeek.mondayToFriday(converted));
  }

  /**
   * A region whose holidays are known, from the wire; absent when empty.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static @Nullable HolidayRegion region(Field field, String code, Calendars calendars) {
    return code.isEmpty() ? null : field.checked(() -> calendars.known(new HolidayRegion(code)));
  }

  /**
   * Own holidays from the wire: those of the file when there is one.
   *
   * @param parent of the fields {@code own_holidays} and {@code holiday_file}
   * @throws RedressException {@code FIELD_INVALID}
   */
  static OwnHolidays ownHolidays(
      Field parent, List<OwnHoliday> holidays, String file, Calendars calendars) {
    if (!file.isEmpty()) {
      return parent
          .child("holiday_file")
          .checked(() -> calendars.read(file.getBytes(StandardCharsets.UTF_8)));
    }
    Field field = parent.child("own_holidays");
    field.list(holidays, 0, OwnHolidays.DAYS_MAX);
    Map<LocalDate, String> names = new TreeMap<>();
    for (int i = 0; i < holidays.size(); i++) {
      OwnHoliday holiday = holidays.get(i);
      LocalDate date = TimeProtos.fromProto(field.at(i).child("date"), holiday.getDate());
      String name = field.at(i).child("name").text(holiday.getName(), OwnHolidays.NAME_LENGTH_MAX);
      if (names.put(date, name) != null) {
        throw field.at(i).child("date").invalid(date + " is given twice; leave one of them out");
      }
    }
    return field.checked(() -> new OwnHolidays(Holidays.named(names)));
  }

  private static List<BusinessWindow> readWindows(
      Field field, List<dev.redress.v1.BusinessWindow> windows) {
    List<BusinessWindow> converted = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      dev.redress.v1.BusinessWindow window = windows.get(i);
      converted.add(
          field
              .at(i)
              .checked(() -> new BusinessWindow(window.getStartMinutes(), window.getEndMinutes())));
    }
    return converted;
  }
}
