package dev.redress.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a number in a cell of a workbook is shown: dates and times are numbers of days there. */
enum CellFormat {
  /** As a number. */
  NUMBER,
  /** As a day. */
  DATE,
  /** As a time of day. */
  TIME,
  /** As a day with a time. */
  DATE_TIME,
  /** As hours, minutes and seconds, 24 hours and more too. */
  ELAPSED;

  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal DAYS_MAX = BigDecimal.valueOf(2_958_466);
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;

  /** Serial number of the day that 1900 did not have: all from there on are one too high. */
  private static final int LEAP_DAY_1900 = 60;

  private static final Pattern ELAPSED_PART = Pattern.compile("\\[(h+|m+|s+)]");
  private static final Pattern NO_PART =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^]]*]|am/pm|a/p|general");

  /** The format of a code such as {@code yyyy-mm-dd hh:mm}. */
  static CellFormat of(String code) {
    String first = code.toLowerCase(Locale.ROOT).split(";", -1)[0];
    if (ELAPSED_PART.matcher(first).find()) {
      return ELAPSED;
    }
    String parts = NO_PART.matcher(first).replaceAll("");
    boolean hasDay = parts.indexOf('y') >= 0 || parts.indexOf('d') >= 0;
    boolean hasTime = parts.indexOf('h') >= 0 || parts.indexOf('s') >= 0;
    // An m is minutes beside hours or seconds and a month else.
    boolean hasMonth = !hasTime && parts.indexOf('m') >= 0;
    if (hasDay || hasMonth) {
      return hasTime ? DATE_TIME : DATE;
    }
    return hasTime ? TIME : NUMBER;
  }

  /** The format of a number that the file format gives it, ECMA-376 18.8.30. */
  static CellFormat ofBuiltIn(int id) {
    return switch (id) {
      case 14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58 ->
          DATE;
      case 18, 19, 20, 21, 32, 33, 45, 47 -> TIME;
      case 22 -> DATE_TIME;
      case 46 -> ELAPSED;
      default -> NUMBER;
    };
  }

  /**
   * A number as the cell shows it, dates as {@code 2024-03-04} and times as {@code 10:23:52}.
   *
   * @param from1904 whether day 0 is the first of January 1904, and not the end of 1899
   */
  String text(String number, boolean from1904) {
    if (!TypedNumbers.isOne(number)) {
      return number;
    }
    BigDecimal days = new BigDecimal(number);
    if (this == NUMBER || days.signum() < 0 || days.compareTo(DAYS_MAX) >= 0) {
      return TypedNumbers.plain(number);
    }
    long seconds = days.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    LocalDate date = date(seconds / SECONDS_A_DAY.longValue(), from1904);
    LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY.longValue());
    return switch (this) {
      case DATE, NUMBER -> date.toString();
      case TIME -> shown(time);
      case DATE_TIME -> date + " " + shown(time);
      case ELAPSED ->
          "%d:%02d:%02d".formatted(seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
    };
  }

  private static LocalDate date(long serial, boolean from1904) {
    if (from1904) {
      return LocalDate.of(1904, 1, 1).plusDays(serial);
    }
    return LocalDate.of(1899, 12, serial < LEAP_DAY_1900 ? 31 : 30).plusDays(serial);
  }

  private static String shown(LocalTime time) {
    return "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
  }
}
