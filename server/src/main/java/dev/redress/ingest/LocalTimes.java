package dev.redress.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as tools write them, in English. */
final class LocalTimes {
  private static final int LENGTH_MAX = 40;
  private static final int CENTURY = 2000;
  private static final int NOON = 12;

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/]?(\\d{2})[-/]?(\\d{2})");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
  private static final Pattern NAMED =
      Pattern.compile("(\\d{1,2})[/ -]([A-Za-z]{3})[/ -](\\d{4}|\\d{2})");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?(?: ?(?:([AaPp])[Mm]|Uhr))?");

  private static final String FORM =
      "must be a date such as 2024-03-04, 03/04/2024 or 04/Mar/24, with a time such as 10:23 or"
          + " 10:23 AM behind it where it has one";

  private LocalTimes() {}

  /** Whether a text is a time of day. */
  static boolean isTime(String text) {
    return TIME.matcher(text).matches();
  }

  /** The day, such as {@code 2024-03-04}; a time behind it is passed over. */
  static Reading<String> date(String text, Conventions conventions) {
    return switch (day(text, conventions)) {
      case Reading.Good<LocalDate>(LocalDate date) -> Reading.of(date.toString());
      case Reading.Bad<LocalDate>(var code, String message) -> new Reading.Bad<>(code, message);
    };
  }

  /**
   * The moment, such as {@code 2024-03-04T16:23:00Z}. In the hour that is lived twice in autumn it
   * is the first of the two.
   */
  static Reading<String> moment(String text, Conventions conventions) {
    if (Moments.moment(text) instanceof Reading.Good<Instant>(Instant moment)) {
      return Reading.of(moment.toString());
    }
    return switch (day(text, conventions)) {
      case Reading.Bad<LocalDate>(var code, String message) -> new Reading.Bad<>(code, message);
      case Reading.Good<LocalDate>(LocalDate date) ->
          moment(text, date, timePart(text), conventions);
    };
  }

  private static Reading<String> moment(
      String text, LocalDate date, String time, Conventions conventions) {
    Matcher clock = TIME.matcher(time);
    if (!clock.matches()) {
      return Reading.badDate(time.isEmpty() ? "must have a time of day too, such as 10:23" : FORM);
    }
    String half = clock.group(4);
    String second = clock.group(3);
    try {
      LocalTime local =
          LocalTime.of(
              hour(Integer.parseInt(clock.group(1)), half == null ? "" : half),
              Integer.parseInt(clock.group(2)),
              second == null ? 0 : Integer.parseInt(second));
      return Reading.of(date.atTime(local).atZone(conventions.zone(text)).toInstant().toString());
    } catch (DateTimeException _) {
      return Reading.badDate(FORM);
    }
  }

  private static int hour(int hour, String half) {
    if (half.isEmpty()) {
      return hour;
    }
    if (hour < 1 || hour > NOON) {
      throw new DateTimeException("no such hour before or after noon");
    }
    return hour % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
  }

  private static Reading<LocalDate> day(String text, Conventions conventions) {
    if (text.length() > LENGTH_MAX) {
      return Reading.badDate(FORM);
    }
    String date = datePart(text);
    try {
      LocalDate day = null;
      Matcher iso = ISO.matcher(date);
      Matcher numbers = NUMBERS.matcher(date);
      Matcher named = NAMED.matcher(date);
      if (iso.matches()) {
        day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
      } else if (numbers.matches()) {
        int first = number(numbers, 1);
        int second = number(numbers, 3);
        day =
            conventions.order(first, second, text) == DateOrder.DMY
                ? LocalDate.of(year(numbers, 4), second, first)
                : LocalDate.of(year(numbers, 4), first, second);
      } else if (named.matches()) {
        int month = MONTHS.indexOf(named.group(2).toLowerCase(Locale.ROOT)) + 1;
        day = LocalDate.of(year(named, 3), month, number(named, 1));
      }
      if (day == null) {
        return Reading.badDate(FORM);
      }
      return Dates.isKnownYear(day.getYear()) ? Reading.of(day) : Reading.badDate(Dates.YEARS);
    } catch (DateTimeException _) {
      return Reading.badDate("must be a day that the calendar has");
    }
  }

  private static String datePart(String text) {
    int end = split(text);
    return end < 0 ? text : text.substring(0, end);
  }

  private static String timePart(String text) {
    int end = split(text);
    return end < 0 ? "" : text.substring(end + 1).strip();
  }

  /** Where the date ends: at a T between digits or at the last space before the time. */
  private static int split(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return -1;
    }
    int space = text.lastIndexOf(' ', colon);
    return space >= 0 ? space : text.lastIndexOf('T', colon);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int year(Matcher matcher, int group) {
    int year = number(matcher, group);
    return matcher.group(group).length() == 2 ? CENTURY + year : year;
  }
}
