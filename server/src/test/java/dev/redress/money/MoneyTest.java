package dev.redress.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # written | currency | minor units | shown
          120.00    | USD      | 12000       | 120.00 USD
          0.1       | USD      | 10          | 0.10 USD
          500       | JPY      | 500         | 500 JPY
          1.234     | KWD      | 1234        | 1.234 KWD
          -3.50     | EUR      | -350        | -3.50 EUR
          """)
  void ofMajor(BigDecimal written, String currency, long minorUnits, String shown) {
    Money money = Money.ofMajor(written, Currency.getInstance(currency));
    assertThat(money.minorUnits()).isEqualTo(minorUnits);
    assertThat(money).hasToString(shown);
  }

  @ParameterizedTest
  @CsvSource({"0.001,USD", "0.5,JPY", "99999999999999999999,USD"})
  void ofMajor_neverRoundsOrWraps(BigDecimal written, String currency) {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Money.ofMajor(written, Currency.getInstance(currency)));
  }

  @Test
  void currencies_doNotMix() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.zero(USD).plus(Money.zero(Currency.getInstance("EUR"))));
  }

  @Test
  void plus_refusesToOverflow() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new Money(Long.MAX_VALUE, USD).plus(new Money(1, USD)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # rate | hours  | amount
          120.00 | 1.25   | 150.00
          33.3333| 3      | 100.00
          99.99  | 0.3333 | 33.33
          """)
  void rate_timesHoursRoundsHalfUpToTheMinorUnit(BigDecimal rate, String hours, BigDecimal amount) {
    assertThat(Rate.ofMajor(rate, USD).times(Hours.of(hours)))
        .isEqualTo(Money.ofMajor(amount, USD));
  }

  @ParameterizedTest
  @CsvSource({"1.25,12500,1.25", "0.1,1000,0.1", "100,1000000,100", "0.0001,1,0.0001"})
  void hours_areExact(String written, long tenThousandths, String shown) {
    assertThat(Hours.of(written).tenThousandths()).isEqualTo(tenThousandths);
    assertThat(Hours.of(written)).hasToString(shown);
  }

  @Test
  void hours_areNotCutInSilence() {
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Hours.of("0.00019"));
  }
}
