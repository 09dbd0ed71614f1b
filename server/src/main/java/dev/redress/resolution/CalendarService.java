package dev.redress.resolution;

import dev.redress.callback.CallbackPolicy;
import dev.redress.customer.Calendars;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderStore;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.servicelevel.DisputePriority;
import dev.redress.servicelevel.ServiceLevels;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.BusinessWindow;
import dev.redress.time.HolidayRegion;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Shows by which calendar a customer is called. */
public final class CalendarService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final Calendars calendars;
  private final ServiceLevels levels;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public CalendarService(
      Transactions transactions,
      ProviderStore providers,
      CustomerStore customers,
      Calendars calendars,
      ServiceLevels levels,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.calendars = calendars;
    this.levels = levels;
    this.clock = clock;
  }

  /**
   * The next days of a customer's calendar, from today on in its time zone.
   *
   * @param days how many, 1 or more
   * @throws RedressException {@code CUSTOMER_NOT_FOUND}
   */
  public Shown show(CustomerName name, int days) {
    return transactions.run(
        () -> {
          Customer customer = customers.require(name);
          Provider provider = providers.find(name.provider()).orElseThrow();
          Instant now = clock.instant();
          BusinessCalendar calendar = calendars.of(provider.settings(), customer);
          LocalDate today = LocalDate.ofInstant(now, calendar.zone());
          return new Shown(
              name,
              calendar.zone(),
              Calendars.region(provider.settings(), customer.calendar()),
              today.datesUntil(today.plusDays(days)).map(date -> day(calendar, date)).toList(),
              CallbackPolicy.of(
                      provider.settings(), levels.of(customer, DisputePriority.NORMAL), calendar)
                  .firstDue(now));
        });
  }

  private static Day day(BusinessCalendar calendar, LocalDate date) {
    boolean isHoliday = calendar.holidays().contains(date);
    return new Day(
        date,
        isHoliday ? List.of() : calendar.week().on(date.getDayOfWeek()),
        isHoliday,
        calendar.holidays().name(date));
  }

  /**
   * What counts for a customer.
   *
   * @param region whose public holidays are closed, if any are
   * @param firstDue when the first call of a dispute that is opened now falls due
   */
  public record Shown(
      CustomerName customer,
      ZoneId timeZone,
      Optional<HolidayRegion> region,
      List<Day> days,
      Instant firstDue) {}

  /**
   * A day of the calendar.
   *
   * @param windows none when it is closed
   * @param holidayName empty when it is no holiday, or nobody said
   */
  public record Day(
      LocalDate date, List<BusinessWindow> windows, boolean isHoliday, String holidayName) {}
}
