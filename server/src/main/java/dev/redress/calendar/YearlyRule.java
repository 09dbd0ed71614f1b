package dev.redress.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day that comes back each year (RFC 5545, 3.3.10): the same date ({@code FREQ=YEARLY}), a date
 * of its own ({@code BYMONTH=12;BYMONTHDAY=25}) or a weekday of a month ({@code BYMONTH=11;
 * BYDAY=4TH}; {@code -1MO} is the last Monday). 29 February comes in leap years only.
 *
 * @param interval years from one to the next, from 1
 * @param count how often it comes; nothing: for ever, or until
 * @param until the last day on which it can come
 * @param month from 1 to 12; nothing: that of the first day
 * @param monthDay from 1 to 31; nothing: that of the first day
 * @param week of the month, from 1 to 5, or from -1 to -5 counted from its end
 */
record YearlyRule(
    ContentLine line,
    int interval,
    @Nullable Integer count,
    @Nullable LocalDate until,
    @Nullable Integer month,
    @Nullable Integer monthDay,
    int week,
    @Nullable DayOfWeek weekday) {
  private static final Pattern WEEKDAY = Pattern.compile("([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)");
  private static final String WEEKDAYS = "MOTUWETHFRSASU";

  /**
   * The rule of a line {@code RRULE:FREQ=YEARLY...}.
   *
   * @throws IllegalArgumentException for all other rules, with the line
   */
  static YearlyRule read(ContentLine line) {
    boolean yearly = false;
    int interval = 1;
    Integer count = null;
    LocalDate until = null;
    Integer month = null;
    Integer monthDay = null;
    int week = 0;
    DayOfWeek weekday = null;
    Set<String> seen = new HashSet<>();
    for (String part : line.value().split(";", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      String value = part.substring(equals + 1);
      if (!seen.add(name)) {
        throw ICalendarReader.refused(line, name + " is there twice; leave one");
      }
      switch (name) {
        case "FREQ" -> yearly = value.equals("YEARLY");
        case "INTERVAL" -> interval = number(line, part, value, 100);
        case "COUNT" -> count = number(line, part, value, 5_000);
        case "UNTIL" -> until = ICalendarReader.date(line, value);
        case "BYMONTH" -> month = number(line, part, value, 12);
        case "BYMONTHDAY" -> monthDay = number(line, part, value, 31);
        case "BYDAY" -> {
          Matcher matcher = WEEKDAY.matcher(value);
          if (!matcher.matches()) {
            throw unknown(line, part);
          }
          week = Integer.parseInt(matcher.group(1));
          weekday = DayOfWeek.of(1 + WEEKDAYS.indexOf(matcher.group(2)) / 2);
        }
        case "WKST" -> {
          // Changes no day of a yearly rule.
        }
        default -> throw unknown(line, part);
      }
    }
    if (!yearly
        || (count != null && until != null)
        || (monthDay != null && weekday != null)
        || (month == null && (monthDay != null || weekday != null))) {
      throw unknown(line, line.value());
    }
    return new YearlyRule(line, interval, count, until, month, monthDay, week, weekday);
  }

  /**
   * All days from the first one to the end of a year.
   *
   * @throws IllegalArgumentException when the rule does not give the first day
   */
  List<LocalDate> days(LocalDate first, int lastYear) {
    if (!in(first.getYear(), first).equals(Optional.of(first))) {
      throw ICalendarReader.refused(
          line,
          "the rule does not give the day of DTSTART, " + first + "; begin on a day it gives");
    }
    List<LocalDate> days = new ArrayList<>();
    for (int year = first.getYear(); year <= lastYear; year += interval) {
      if (count != null && days.size() == count) {
        break;
      }
      in(year, first).filter(day -> until == null || !day.isAfter(until)).ifPresent(days::add);
    }
    return days;
  }

  private Optional<LocalDate> in(int year, LocalDate first) {
    YearMonth ofMonth = YearMonth.of(year, month == null ? first.getMonthValue() : month);
    if (weekday != null) {
      LocalDate day = ofMonth.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(week, weekday));
      return Optional.of(day).filter(found -> YearMonth.from(found).equals(ofMonth));
    }
    int day = monthDay == null ? first.getDayOfMonth() : monthDay;
    return ofMonth.isValidDay(day) ? Optional.of(ofMonth.atDay(day)) : Optional.empty();
  }

  private static int number(ContentLine line, String part, String value, int max) {
    try {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw unknown(line, part);
  }

  private static IllegalArgumentException unknown(ContentLine line, String part) {
    return ICalendarReader.refused(
        line,
        "the rule '"
            + part
            + "' is not read here; write FREQ=YEARLY, with BYMONTH and BYMONTHDAY or BYDAY=4TH if"
            + " need be, or a VEVENT for each day");
  }
}
