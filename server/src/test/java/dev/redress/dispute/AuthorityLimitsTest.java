package dev.redress.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.dispute.AuthorityLimit.Holder;
import dev.redress.money.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may concede how much. */
class AuthorityLimitsTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency EUR = Currency.getInstance("EUR");

  private static final AuthorityLimits LIMITS =
      new AuthorityLimits(
          List.of(
              of(new Holder.OfRole(Role.CLERK), 100, USD),
              of(new Holder.OfRole(Role.ACCOUNT_MANAGER), 2_000, USD),
              of(new Holder.OfRole(Role.SUPERIOR), 50_000, USD),
              of(new Holder.OfPerson("tess"), 0, USD),
              of(new Holder.OfPerson("mia"), 500, USD),
              of(new Holder.OfPerson("mia"), 300, EUR),
              of(new Holder.Goodwill(), 25, USD)));

  @ParameterizedTest(name = "{0} as {1} may concede {3} {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # person | roles                  | currency | may concede
          tom      | CLERK                  | USD      | 100
          tom      | CLERK                  | EUR      | 0
          dana     | CLERK,ACCOUNT_MANAGER  | USD      | 2000
          rob      | CLERK,SUPERIOR         | USD      | 50000
          # A person's own limit counts before that of its roles, above or below.
          mia      | CLERK                  | USD      | 500
          mia      | CLERK                  | EUR      | 300
          tess     | CLERK,ACCOUNT_MANAGER  | USD      | 0
          # The own limit is in another currency: the role's counts.
          lee      | CLERK,LEAD             | USD      | 100
          """)
  void of(String person, String roles, String currency, long expected) {
    assertThat(LIMITS.of(person, roles(roles), Currency.getInstance(currency)))
        .contains(money(expected, Currency.getInstance(currency)));
  }

  @Test
  void aProviderWithoutLimitsSetsNone_andGoodwillAloneIsNoLimit() {
    AuthorityLimits none = new AuthorityLimits(List.of());
    AuthorityLimits goodwill = new AuthorityLimits(List.of(of(new Holder.Goodwill(), 25, USD)));

    assertThat(none.of("tom", EnumSet.of(Role.CLERK), USD)).isEmpty();
    assertThat(goodwill.of("tom", EnumSet.of(Role.CLERK), USD)).isEmpty();
    assertThat(none.goodwill(USD)).isEqualTo(money(0, USD));
    assertThat(goodwill.goodwill(USD)).isEqualTo(money(25, USD));
    assertThat(goodwill.goodwill(EUR)).isEqualTo(money(0, EUR));
  }

  @ParameterizedTest(name = "{0} USD: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          100    | ACCOUNT_MANAGER,CLERK,SUPERIOR,mia
          501    | ACCOUNT_MANAGER,SUPERIOR
          50001  | -
          """)
  void whoMay(long amount, @Nullable String expected) {
    assertThat(LIMITS.whoMay(money(amount, USD)))
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(",")));
  }

  private static AuthorityLimit of(Holder holder, long limit, Currency currency) {
    return new AuthorityLimit(holder, money(limit, currency));
  }

  private static Money money(long amount, Currency currency) {
    return Money.ofMajor(BigDecimal.valueOf(amount), currency);
  }

  private static Set<Role> roles(String text) {
    return Arrays.stream(text.split(",")).map(Role::valueOf).collect(Collectors.toSet());
  }
}
