package dev.redress.ingest;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerCalendar;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Customers as rows: one a row. */
final class CustomerRows implements KindRows<Customer> {
  private static final ZoneId DEFAULT_TIME_ZONE = ZoneId.of("UTC");
  private static final Currency DEFAULT_CURRENCY = Currency.getInstance("USD");

  private final ProviderName provider;
  private final Instant now;

  /** Of a provider, at this time. */
  CustomerRows(ProviderName provider, Instant now) {
    this.provider = provider;
    this.now = now;
  }

  @Override
  public CheckedRow<Customer> check(CanonicalRow row) {
    RowCheck check = new RowCheck(row);
    String id = check.id(Column.CUSTOMER_ID);
    String displayName = check.requiredText(Column.NAME, RowCheck.SHORT_TEXT_MAX);
    @Nullable ZoneId timeZone = check.value(Column.TIME_ZONE, Choices::timeZone);
    String tier = check.text(Column.TIER, RowCheck.SHORT_TEXT_MAX);
    String accountManager = check.text(Column.ACCOUNT_MANAGER, RowCheck.SHORT_TEXT_MAX);
    String phone = check.text(Column.PHONE, RowCheck.SHORT_TEXT_MAX);
    String email = check.text(Column.EMAIL, RowCheck.SHORT_TEXT_MAX);
    @Nullable Currency given = check.value(Column.CURRENCY, Choices::currency);
    Currency currency = given == null ? DEFAULT_CURRENCY : given;
    @Nullable Money annualValue =
        check.value(Column.ANNUAL_VALUE, text -> Decimals.money(text, currency));
    Map<String, String> attributes = check.attributes();
    return check.result(
        () ->
            new Customer(
                new CustomerName(provider, id),
                displayName,
                timeZone == null ? DEFAULT_TIME_ZONE : timeZone,
                tier,
                accountManager,
                phone,
                email,
                annualValue,
                currency,
                CustomerCalendar.AS_PROVIDER,
                attributes,
                now,
                now,
                1));
  }
}
