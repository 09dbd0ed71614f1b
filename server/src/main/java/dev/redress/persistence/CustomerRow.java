package dev.redress.persistence;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerCalendar;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A row of the table customer, without the count of its facts' changes. */
record CustomerRow(
    String providerId,
    String customerId,
    String displayName,
    String timeZone,
    String tier,
    String accountManager,
    String phone,
    String email,
    @Nullable Long annualValueMinor,
    String currency,
    String businessWeek,
    String holidayRegion,
    String ownHolidays,
    String attributes,
    String contentHash,
    Instant createTime,
    Instant updateTime,
    long version) {

  static CustomerRow of(Customer customer) {
    CustomerCalendar calendar = customer.calendar();
    Money value = customer.annualValue();
    return new CustomerRow(
        customer.name().provider().provider(),
        customer.name().customer(),
        customer.displayName(),
        customer.timeZone().getId(),
        customer.tier(),
        customer.accountManager(),
        customer.phone(),
        customer.email(),
        value == null ? null : value.minorUnits(),
        customer.currency().getCurrencyCode(),
        calendar.week() == null ? "" : CalendarText.write(calendar.week()),
        CalendarText.write(calendar.region()),
        CalendarText.write(calendar.ownHolidays()),
        AttributesJson.write(customer.attributes()),
        customer.contentHash(),
        customer.createTime(),
        customer.updateTime(),
        customer.version());
  }

  Customer toCustomer() {
    Currency inCurrency = Currency.getInstance(currency);
    return new Customer(
        new CustomerName(new ProviderName(providerId), customerId),
        displayName,
        ZoneId.of(timeZone),
        tier,
        accountManager,
        phone,
        email,
        annualValueMinor == null ? null : new Money(annualValueMinor, inCurrency),
        inCurrency,
        new CustomerCalendar(
            businessWeek.isEmpty() ? null : CalendarText.week(businessWeek),
            CalendarText.region(holidayRegion),
            CalendarText.ownHolidays(ownHolidays)),
        AttributesJson.read(attributes),
        createTime,
        updateTime,
        version);
  }
}
