package dev.redress.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates (ISO 8601) from 1970 to 2200. */
final class Dates {
  /** Characters of a date. */
  static final int LENGTH = 10;

  /** What is wrong with other years, to follow the name of the column. */
  static final String YEARS = "must lie in the years 1970 to 2200";

  private static final int YEAR_MIN = 1970;
  private static final int YEAR_MAX = 2200;

  private Dates() {}

  /** A date such as {@code 2024-02-29}. */
  static Reading<LocalDate> date(String text) {
    if (text.length() != LENGTH || !begins(text)) {
      return Reading.badDate("must be written as year-month-day, such as 2024-02-29");
    }
    try {
      LocalDate date =
          LocalDate.of(Digits.at(text, 0, 4), Digits.at(text, 5, 2), Digits.at(text, 8, 2));
      return isKnownYear(date.getYear()) ? Reading.of(date) : Reading.badDate(YEARS);
    } catch (DateTimeException e) {
      return Reading.badDate("must be a day that the calendar has");
    }
  }

  /** Whether a text begins as a date does, whether there is such a day or not. */
  static boolean begins(String text) {
    return Digits.fits(text, 0, "dddd-dd-dd");
  }

  /** Whether the year is one that Redress deals with. */
  static boolean isKnownYear(int year) {
    return year >= YEAR_MIN && year <= YEAR_MAX;
  }
}
