package dev.redress.customer;

import dev.redress.identity.ContentHash;
import dev.redress.identity.CustomerName;
import dev.redress.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client of a provider. Texts that the source left out are empty.
 *
 * @param displayName 1 to 200 characters
 * @param timeZone by which its work dates and business hours are counted
 * @param tier the provider's own class of customers
 * @param accountManager who owns its disputes; empty: the provider's default owner
 * @param phone where to call
 * @param email where to write
 * @param annualValue what it is worth a year, never negative
 * @param calendar when it may be called; set by hand, never by an import
 * @param attributes what else the source said, by its own column names
 * @param version 1 when created, one more with each change
 */
public record Customer(
    CustomerName name,
    String displayName,
    ZoneId timeZone,
    String tier,
    String accountManager,
    String phone,
    String email,
    @Nullable Money annualValue,
    Currency currency,
    CustomerCalendar calendar,
    Map<String, String> attributes,
    Instant createTime,
    Instant updateTime,
    long version) {

  public Customer {
    attributes = Map.copyOf(attributes);
    if (displayName.isBlank() || displayName.length() > 200) {
      throw new IllegalArgumentException("name must have 1 to 200 characters");
    }
    if (annualValue != null && annualValue.minorUnits() < 0) {
      throw new IllegalArgumentException("annual_value must be 0 or more");
    }
    if (annualValue != null && !annualValue.currency().equals(currency)) {
      throw new IllegalArgumentException("annual_value must be in the customer's currency");
    }
  }

  /** Changes when anything that a source says of the customer changes; the calendar is not that. */
  public String contentHash() {
    return ContentHash.of(
        displayName,
        timeZone,
        tier,
        accountManager,
        phone,
        email,
        annualValue,
        currency,
        attributes);
  }

  /** Where and whom to call, for the one who calls. */
  public String contact() {
    String where = phone.isEmpty() ? email : phone;
    return where.isEmpty() ? displayName : displayName + ", " + where;
  }
}
