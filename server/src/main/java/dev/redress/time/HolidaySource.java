package dev.redress.time;

/** Knows the public holidays of countries and their parts. */
@FunctionalInterface
public interface HolidaySource {

  /**
   * The public holidays of a region, the days on which they are observed included.
   *
   * @throws IllegalArgumentException when it does not know the region; the message is a sentence
   *     for the one who named it
   */
  Holidays publicHolidays(HolidayRegion region, HolidayYears years);
}
