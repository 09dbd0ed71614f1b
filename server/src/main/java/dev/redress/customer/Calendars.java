package dev.redress.customer;

import dev.redress.time.BusinessCalendar;
import dev.redress.time.BusinessWeek;
import dev.redress.time.HolidayReader;
import dev.redress.time.HolidayRegion;
import dev.redress.time.HolidaySource;
import dev.redress.time.HolidayYears;
import dev.redress.time.Holidays;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calendars by which customers are called: windows, time zone and region of the customer, else
 * of its provider, and the own holidays of both.
 *
 * <p>Public holidays are those of last year, this one and the ten to come, which is further than
 * any call is promised.
 */
public final class Calendars {
  private static final Logger LOG = LoggerFactory.getLogger(Calendars.class);
  private static final int YEARS_AHEAD = 10;

  private final HolidaySource source;
  private final HolidayReader reader;
  private final InstantSource clock;

  /** By public holidays from one place and files read in one way. */
  public Calendars(HolidaySource source, HolidayReader reader, InstantSource clock) {
    this.source = source;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * The calendar that counts for a customer. A call must be promised whatever was said before: a
   * region that is not known any more closes nothing, and holidays that together never leave a
   * window open do not count.
   */
  public BusinessCalendar of(ProviderSettings settings, Customer customer) {
    try {
      return strict(settings, customer.calendar(), customer.timeZone());
    } catch (IllegalArgumentException e) {
      LOG.warn("the holidays of {} do not count: {}", customer.name(), e.getMessage());
      return new BusinessCalendar(
          week(settings, customer.calendar()), customer.timeZone(), Holidays.NONE);
    }
  }

  /** Whose public holidays count for a customer. */
  public static Optional<HolidayRegion> region(ProviderSettings settings, CustomerCalendar own) {
    return Optional.ofNullable(own.region() == null ? settings.holidayRegion() : own.region());
  }

  /**
   * The region itself.
   *
   * @throws IllegalArgumentException when its public holidays are not known, in a sentence
   */
  public HolidayRegion known(HolidayRegion region) {
    publicHolidays(region);
    return region;
  }

  /**
   * The days that an iCalendar file closes from this year to ten years from now.
   *
   * @throws IllegalArgumentException when it cannot be read for certain, in a sentence that names
   *     the line
   */
  public OwnHolidays read(byte[] file) {
    int year = year();
    return OwnHolidays.cut(reader.read(file, new HolidayYears(year, year + YEARS_AHEAD)));
  }

  /**
   * The settings themselves.
   *
   * @throws IllegalArgumentException when they never leave a window open
   */
  public ProviderSettings open(ProviderSettings settings) {
    strict(settings, CustomerCalendar.AS_PROVIDER, ZoneOffset.UTC);
    return settings;
  }

  /**
   * Checks what a customer says together with what its provider says.
   *
   * @throws IllegalArgumentException when they never leave a window open
   */
  public void requireOpen(ProviderSettings settings, CustomerCalendar own) {
    strict(settings, own, ZoneOffset.UTC);
  }

  private BusinessCalendar strict(ProviderSettings settings, CustomerCalendar own, ZoneId zone) {
    @Nullable HolidayRegion region = region(settings, own).orElse(null);
    return new BusinessCalendar(
        week(settings, own),
        zone,
        own.ownHolidays()
            .days()
            .and(settings.ownHolidays().days())
            .and(region == null ? Holidays.NONE : publicHolidays(region)));
  }

  private static BusinessWeek week(ProviderSettings settings, CustomerCalendar own) {
    BusinessWeek week = own.week();
    return week == null ? settings.businessWeek() : week;
  }

  private Holidays publicHolidays(HolidayRegion region) {
    int year = year();
    return source.publicHolidays(region, new HolidayYears(year - 1, year + YEARS_AHEAD));
  }

  private int year() {
    return clock.instant().atOffset(ZoneOffset.UTC).getYear();
  }
}
