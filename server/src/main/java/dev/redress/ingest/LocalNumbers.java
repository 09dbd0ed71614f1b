package dev.redress.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people of different countries write them. */
final class LocalNumbers {
  private static final int LENGTH_MAX = 40;
  private static final int GROUP_DIGITS = 3;
  private static final int MINUTES_AN_HOUR = 60;
  private static final int SECONDS_AN_HOUR = 3_600;
  private static final int HOURS_DECIMALS = 4;

  private static final Pattern CLOCK = Pattern.compile("(\\d{1,5}):([0-5]\\d)(?::([0-5]\\d))?");
  private static final Pattern PLAIN = Pattern.compile("-?\\d+([.,]\\d+)*");
  private static final Pattern DECIMALS = Pattern.compile("([.,]\\d+)?");

  private LocalNumbers() {}

  /** A number such as {@code 2.000,5}, as {@code 2000.5}. */
  static Reading<String> number(String text, Conventions conventions) {
    // Some countries group thousands by a space, which must not break there.
    String dense = text.replace("\u00A0", "").replace("\u202F", "").replace(" ", "");
    if (dense.length() > LENGTH_MAX || !PLAIN.matcher(dense).matches()) {
      return Reading.badNumber("must be a number such as 12 or 1.25");
    }
    int points = count(dense, '.');
    int commas = count(dense, ',');
    if (points + commas == 0) {
      return Reading.of(dense);
    }
    DecimalMark mark = conventions.mark(evident(dense, points, commas), text);
    String whole = wholePart(dense, mark);
    String decimals = dense.substring(whole.length());
    if (!isGrouped(whole, mark) || !DECIMALS.matcher(decimals).matches()) {
      return Reading.badNumber(
          "must be a number with a decimal " + (mark == DecimalMark.POINT ? "point" : "comma"));
    }
    return Reading.of(
        whole.replace(String.valueOf(mark.grouping()), "") + decimals.replace(mark.mark(), '.'));
  }

  /** Hours such as {@code 1:30}, {@code 01:30:00} or {@code 1,5}, to the fourth decimal. */
  static Reading<String> hours(String text, Conventions conventions) {
    Matcher clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      return number(text, conventions);
    }
    String secondsText = clock.group(3);
    int seconds = secondsText == null ? 0 : Integer.parseInt(secondsText);
    long total =
        Long.parseLong(clock.group(1)) * SECONDS_AN_HOUR
            + Integer.parseInt(clock.group(2)) * 60L
            + seconds;
    return Reading.of(secondsAsHours(total));
  }

  /** Hours such as {@code 1:30}, or a number in the unit that it was said to have, as hours. */
  static Reading<String> duration(String text, Conventions conventions) {
    return CLOCK.matcher(text).matches() ? hours(text, conventions) : units(text, conventions);
  }

  /** A number of seconds, minutes or hours, whichever it was said to be, as hours. */
  static Reading<String> units(String text, Conventions conventions) {
    TimeUnit unit = conventions.timeUnit(text);
    return switch (number(text, conventions)) {
      case Reading.Good<String>(String number) ->
          Reading.of(
              switch (unit) {
                case SECONDS -> asHours(new BigDecimal(number), SECONDS_AN_HOUR);
                case MINUTES -> minutesAsHours(new BigDecimal(number));
                case HOURS -> number;
              });
      case Reading.Bad<String> bad -> bad;
    };
  }

  /** Minutes as hours, rounded half up to the fourth decimal (0.36 s). */
  static String minutesAsHours(BigDecimal minutes) {
    return asHours(minutes, MINUTES_AN_HOUR);
  }

  /** Seconds as hours, rounded half up to the fourth decimal (0.36 s). */
  static String secondsAsHours(long seconds) {
    return asHours(BigDecimal.valueOf(seconds), SECONDS_AN_HOUR);
  }

  private static String asHours(BigDecimal units, int unitsAnHour) {
    return units
        .divide(BigDecimal.valueOf(unitsAnHour), HOURS_DECIMALS, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** The only decimal mark that a number can have; absent when it can have either. */
  private static @Nullable DecimalMark evident(String text, int points, int commas) {
    if (points > 0 && commas > 0) {
      return text.lastIndexOf('.') > text.lastIndexOf(',') ? DecimalMark.POINT : DecimalMark.COMMA;
    }
    DecimalMark single = points > 0 ? DecimalMark.POINT : DecimalMark.COMMA;
    DecimalMark other = points > 0 ? DecimalMark.COMMA : DecimalMark.POINT;
    if (points + commas > 1) {
      return other;
    }
    int at = text.indexOf(single.mark());
    int sign = text.startsWith("-") ? 1 : 0;
    boolean canGroup =
        text.length() - at - 1 == GROUP_DIGITS
            && at - sign <= GROUP_DIGITS
            && text.charAt(sign) != '0';
    return canGroup ? null : single;
  }

  private static String wholePart(String text, DecimalMark mark) {
    int at = text.indexOf(mark.mark());
    return at < 0 ? text : text.substring(0, at);
  }

  private static boolean isGrouped(String whole, DecimalMark mark) {
    String digits = whole.startsWith("-") ? whole.substring(1) : whole;
    return digits.matches("\\d+|\\d{1,3}([" + mark.grouping() + "]\\d{3})+");
  }

  private static int count(String text, char c) {
    return (int) text.chars().filter(found -> found == c).count();
  }
}
