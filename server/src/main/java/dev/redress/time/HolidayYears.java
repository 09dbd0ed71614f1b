package dev.redress.time;

import java.time.LocalDate;

/**
 * The years for which holidays are asked.
 *
 * @param first from 1900
 * @param last not before the first, at most 49 years after it, up to 2200
 */
public record HolidayYears(int first, int last) {
  private static final int FIRST_MIN = 1900;
  private static final int LAST_MAX = 2200;
  private static final int YEARS_MAX = 50;

  public HolidayYears {
    if (first < FIRST_MIN || last < first || last > LAST_MAX || last - first >= YEARS_MAX) {
      throw new IllegalArgumentException(
          "holidays are given for 1 to 50 years between 1900 and 2200");
    }
  }

  /** Whether the day is in one of the years. */
  public boolean contain(LocalDate day) {
    return day.getYear() >= first && day.getYear() <= last;
  }
}
