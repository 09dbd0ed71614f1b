package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest(name = "{0} hours")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # written    | read, or what the clerk is told
          0            | 0
          1.25         | 1.25
          0010.5       | 10.5
          2.50000      | 2.5
          10000        | 10000
          0.0001       | 0.0001
          0.00019      | must have at most 4 decimals
          10000.0001   | must be at most 10000 hours
          -1           | must be 0 or more
          1,5          | must be written with a decimal point and no thousands separator: 1.5 or 15
          1e3          | must be a plain number such as 12 or 1.25
          1.234,50     | must have no thousands separators and one decimal point, such as 1234.50
          1,234.50     | must have no thousands separators and one decimal point, such as 1234.50
          1.2.3        | must have no thousands separators and one decimal point, such as 1234.50
          .5           | must be a plain number such as 12 or 1.25
          5.           | must be a plain number such as 12 or 1.25
          +5           | must be a plain number such as 12 or 1.25
          1 000        | must be a plain number such as 12 or 1.25
          NaN          | must be a plain number such as 12 or 1.25
          0x10         | must be a plain number such as 12 or 1.25
          ٣            | must be a plain number such as 12 or 1.25
          11111111111111111111111111111111111111111 | must be a number of at most 40 digits
          """)
  void hours_plainDecimalsOnly(String written, String expected) {
    assertThat(outcome(Decimals.hours(written))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # written       | currency | read, or what the clerk is told
          101.25          | USD      | 101.25 USD
          101.250         | USD      | 101.25 USD
          0               | EUR      | 0.00 EUR
          1500            | JPY      | 1500 JPY
          999999999999.99 | USD      | 999999999999.99 USD
          1.005           | KWD      | 1.005 KWD
          1.005           | USD      | must have at most 2 decimals in USD
          0.5             | JPY      | must have at most 0 decimals in JPY
          1000000000000   | USD      | must be below 1000000000000
          -0.01           | USD      | must be 0 or more
          $5              | USD      | must be a plain number such as 12 or 1.25
          """)
  void money_notFinerThanItsCurrency(String written, String currency, String expected) {
    assertThat(outcome(Decimals.money(written, Currency.getInstance(currency))))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} an hour")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # written      | read, or what the clerk is told
          135.00         | 135.0000 USD
          0.1234         | 0.1234 USD
          0.12345        | must have at most 4 decimals
          -1             | must be 0 or more
          9999999999999  | must be below 1000000000000
          """)
  void rate_fourDecimals(String written, String expected) {
    assertThat(outcome(Decimals.rate(written, Currency.getInstance("USD")))).isEqualTo(expected);
  }

  /** The value, or what is wrong, as text. */
  static String outcome(Reading<?> reading) {
    return switch (reading) {
      case Reading.Good<?>(Object value) -> value.toString();
      case Reading.Bad<?>(_, String message) -> message;
    };
  }
}
