package dev.redress.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Moments as RFC 3339, section 5.6, has them, such as {@code 2024-02-29T10:15:00.5+01:00}, from
 * 1970 to 2200. A space may stand for the T, and the seconds may be missing. They are kept to the
 * microsecond, the finest that every database keeps.
 */
final class Moments {
  private static final String FORM =
      "must be written as in RFC 3339, such as 2024-02-29T10:15:00+01:00";
  private static final int NANO_DIGITS = 9;
  private static final int SECONDS_A_DAY = 86_400;
  private static final int OFFSET_HOURS_MAX = 18;

  private Moments() {}

  /** Reads a moment. */
  static Reading<Instant> moment(String text) {
    if (!Dates.begins(text)) {
      return Reading.badDate(FORM);
    }
    return switch (Dates.date(text.substring(0, Dates.LENGTH))) {
      case Reading.Bad<LocalDate>(_, String message) -> Reading.badDate(message);
      case Reading.Good<LocalDate>(LocalDate date) -> moment(text, date);
    };
  }

  private static Reading<Instant> moment(String text, LocalDate date) {
    if (text.length() == Dates.LENGTH) {
      return Reading.badDate("must have a time of day too, such as 2024-02-29T10:15:00+01:00");
    }
    int offsetAt = offsetAt(text);
    if (offsetAt < 0) {
      return Reading.badDate(
          "must end with the offset from UTC, such as 2024-02-29T10:15:00+01:00, or with Z");
    }
    int secondOfDay = secondOfDay(text, offsetAt);
    if (secondOfDay < 0 || !isOffset(text, offsetAt)) {
      return Reading.badDate(FORM);
    }
    long second = date.toEpochDay() * SECONDS_A_DAY + secondOfDay - offsetSeconds(text, offsetAt);
    Instant moment =
        Instant.ofEpochSecond(second, nanos(text, offsetAt)).truncatedTo(ChronoUnit.MICROS);
    return Dates.isKnownYear(moment.atOffset(ZoneOffset.UTC).getYear())
        ? Reading.of(moment)
        : Reading.badDate(Dates.YEARS);
  }

  /** Where the offset begins; -1 without one. */
  private static int offsetAt(String text) {
    for (int i = Dates.LENGTH; i < text.length(); i++) {
      if ("+-Zz".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Seconds since midnight of the time between the date and the offset; -1 when it is none. */
  private static int secondOfDay(String text, int end) {
    int begin = Dates.LENGTH + 1;
    boolean hasSeconds = end > begin + 5;
    if ("Tt ".indexOf(text.charAt(Dates.LENGTH)) < 0
        || !Digits.fits(text, begin, hasSeconds ? "dd:dd:dd" : "dd:dd")
        || !(hasSeconds ? isFraction(text, begin + 8, end) : end == begin + 5)) {
      return -1;
    }
    int hour = Digits.at(text, begin, 2);
    int minute = Digits.at(text, begin + 3, 2);
    int second = hasSeconds ? Digits.at(text, begin + 6, 2) : 0;
    return hour < 24 && minute < 60 && second < 60 ? (hour * 60 + minute) * 60 + second : -1;
  }

  /** Whether nothing or a point and one to nine digits stand there. */
  private static boolean isFraction(String text, int begin, int end) {
    int digits = end - begin - 1;
    return begin == end
        || (digits >= 1
            && digits <= NANO_DIGITS
            && Digits.fits(text, begin, "." + "d".repeat(digits)));
  }

  private static int nanos(String text, int end) {
    int begin = Dates.LENGTH + 10;
    int digits = end - begin;
    int nanos = digits > 0 ? Digits.at(text, begin, digits) : 0;
    for (int i = Math.max(digits, 0); i < NANO_DIGITS; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static boolean isOffset(String text, int at) {
    if ("Zz".indexOf(text.charAt(at)) >= 0) {
      return text.length() == at + 1;
    }
    return text.length() == at + 6
        && Digits.fits(text, at + 1, "dd:dd")
        && Digits.at(text, at + 1, 2) <= OFFSET_HOURS_MAX
        && Digits.at(text, at + 4, 2) < 60;
  }

  private static int offsetSeconds(String text, int at) {
    if ("Zz".indexOf(text.charAt(at)) >= 0) {
      return 0;
    }
    int seconds = (Digits.at(text, at + 1, 2) * 60 + Digits.at(text, at + 4, 2)) * 60;
    return text.charAt(at) == '-' ? -seconds : seconds;
  }
}
