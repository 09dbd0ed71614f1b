package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.customer.Calendars;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerCalendar;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.money.Money;
import dev.redress.time.BusinessWeek;
import dev.redress.time.HolidayRegion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversion of customers. */
final class CustomerProtos {
  private static final Set<String> FIXED = Set.of("name", "create_time", "update_time", "etag");
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final String ZONE_DEFAULT = "UTC";
  private static final String CURRENCY_DEFAULT = "USD";

  private CustomerProtos() {}

  /** For the wire. */
  static dev.redress.v1.Customer toProto(Customer customer) {
    dev.redress.v1.Customer.Builder proto =
        dev.redress.v1.Customer.newBuilder()
            .setName(customer.name().toString())
            .setDisplayName(customer.displayName())
            .setTimeZone(customer.timeZone().getId())
            .setTier(customer.tier())
            .setAccountManager(customer.accountManager())
            .setPhone(customer.phone())
            .setEmail(customer.email())
            .setCurrencyCode(customer.currency().getCurrencyCode())
            .addAllOwnHolidays(CalendarProtos.ownHolidays(customer.calendar().ownHolidays()))
            .putAllAttributes(customer.attributes())
            .setCreateTime(TimeProtos.toProto(customer.createTime()))
            .setUpdateTime(TimeProtos.toProto(customer.updateTime()))
            .setEtag(Etags.of(customer.version()));
    Money annualValue = customer.annualValue();
    if (annualValue != null) {
      proto.setAnnualValue(MoneyProtos.toProto(annualValue));
    }
    BusinessWeek week = customer.calendar().week();
    if (week != null) {
      proto.addAllBusinessDays(CalendarProtos.days(week));
    }
    HolidayRegion region = customer.calendar().region();
    if (region != null) {
      proto.setHolidayRegion(region.code());
    }
    return proto.build();
  }

  /**
   * A customer from the wire, not stored yet.
   *
   * @throws RedressException {@code FIELD_INVALID}, {@code CURRENCY_MISMATCH}
   */
  static Customer fromProto(
      Field field, CustomerName name, dev.redress.v1.Customer proto, Calendars calendars) {
    Currency currency =
        MoneyProtos.currency(
            field.child("currency_code"),
            proto.getCurrencyCode().isEmpty() ? CURRENCY_DEFAULT : proto.getCurrencyCode());
    return new Customer(
        name,
        field.child("display_name").requiredText(proto.getDisplayName(), Field.SHORT_MAX),
        zone(field.child("time_zone"), proto.getTimeZone()),
        field.child("tier").text(proto.getTier(), Field.SHORT_MAX),
        field.child("account_manager").text(proto.getAccountManager(), Field.SHORT_MAX),
        field.child("phone").text(proto.getPhone(), Field.SHORT_MAX),
        field.child("email").text(proto.getEmail(), Field.SHORT_MAX),
        annualValue(field.child("annual_value"), proto, currency),
        currency,
        new CustomerCalendar(
            proto.getBusinessDaysCount() == 0
                ? null
                : CalendarProtos.week(field.child("business_days"), proto.getBusinessDaysList()),
            CalendarProtos.region(
                field.child("holiday_region"), proto.getHolidayRegion(), calendars),
            CalendarProtos.ownHolidays(
                field, proto.getOwnHolidaysList(), proto.getHolidayFile(), calendars)),
        field.child("attributes").attributes(proto.getAttributesMap()),
        Instant.EPOCH,
        Instant.EPOCH,
        1);
  }

  /** The fields that an update changes. */
  static FieldMask mask(FieldMask mask, dev.redress.v1.Customer given) {
    return FieldMasks.of(mask, given, FIXED);
  }

  /** The stored customer with the masked fields of the given one. */
  static Customer merge(
      FieldMask mask, dev.redress.v1.Customer given, Customer stored, Calendars calendars) {
    return fromProto(
        new Field("customer"),
        stored.name(),
        FieldMasks.merge(mask, given, toProto(stored)),
        calendars);
  }

  private static ZoneId zone(Field field, String zone) {
    if (zone.isEmpty()) {
      return ZoneId.of(ZONE_DEFAULT);
    }
    if (!ZONES.contains(zone)) {
      throw field.invalid(
          "'"
              + field.text(zone, Field.SHORT_MAX)
              + "' is no IANA time zone; use one such as America/Chicago");
    }
    return ZoneId.of(zone);
  }

  private static @Nullable Money annualValue(
      Field field, dev.redress.v1.Customer proto, Currency currency) {
    if (!proto.hasAnnualValue()) {
      return null;
    }
    Money value = MoneyProtos.notNegative(field, proto.getAnnualValue());
    if (!value.currency().equals(currency)) {
      throw new RedressException(
          ErrorReason.CURRENCY_MISMATCH,
          field.path() + ": is in " + value.currency() + ", the customer in " + currency);
    }
    return value;
  }
}
