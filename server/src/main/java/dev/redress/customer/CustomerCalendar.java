package dev.redress.customer;

import dev.redress.time.BusinessWeek;
import dev.redress.time.HolidayRegion;
import org.jspecify.annotations.Nullable;

/**
 * When a customer may be called, as far as it differs from what its provider says.
 *
 * @param week absent: the provider's
 * @param region whose public holidays count; absent: the provider's
 * @param ownHolidays closed beside the provider's own
 */
public record CustomerCalendar(
    @Nullable BusinessWeek week, @Nullable HolidayRegion region, OwnHolidays ownHolidays) {

  /** All as the provider has it. */
  public static final CustomerCalendar AS_PROVIDER =
      new CustomerCalendar(null, null, OwnHolidays.NONE);
}
