package dev.redress.agreement;

import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.money.Rate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agreements for tests, all of one customer and in one currency. */
final class Terms {
  static final Currency USD = Currency.getInstance("USD");

  private static final CustomerName CUSTOMER =
      new CustomerName(new ProviderName("acme"), "Harbor Dental");

  private Terms() {}

  /** An agreement that says nothing but when it is in force. */
  static Agreement inForce(String id, LocalDate from, @Nullable LocalDate until) {
    return with(id, from, until, RateCard.NONE, null, WorkScope.ALL);
  }

  /** An agreement of the year 2026. */
  static Agreement of2026(RateCard rates, @Nullable IncludedHours included, WorkScope scope) {
    LocalDate from = LocalDate.of(2026, 1, 1);
    return with("A", from, LocalDate.of(2026, 12, 31), rates, included, scope);
  }

  /** A rate in USD. */
  static Rate rate(String amount) {
    return Rate.ofMajor(new BigDecimal(amount), USD);
  }

  /** The parts of a list that is written with semicolons. */
  static List<String> list(@Nullable String words) {
    return words == null ? List.of() : List.of(words.split(";"));
  }

  private static Agreement with(
      String id,
      LocalDate from,
      @Nullable LocalDate until,
      RateCard rates,
      @Nullable IncludedHours included,
      WorkScope scope) {
    return new Agreement(
        new AgreementName(CUSTOMER, id),
        from,
        until,
        USD,
        rates,
        included,
        Rounding.NONE,
        scope,
        Instant.EPOCH,
        Instant.EPOCH,
        1);
  }
}
