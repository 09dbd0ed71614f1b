package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.type.Money;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyProtosTest {
  private static final Field FIELD = new Field("line.amount");

  @ParameterizedTest(name = "{1} units {2} nanos {0} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # currency | units         | nanos     | minor units
          USD        | 0             | 0         | 0
          USD        | 120           | 0         | 12000
          USD        | 0             | 10000000  | 1
          USD        | 1             | 990000000 | 199
          USD        | -1            | -50000000 | -105
          USD        | 0             | -50000000 | -5
          JPY        | 120           | 0         | 120
          BHD        | 1             | 1000000   | 1001
          USD        | 999999999999  | 990000000 | 99999999999999
          """)
  void fromProto_isExactBothWays(String currency, long units, int nanos, long minorUnits) {
    Money proto = money(currency, units, nanos);

    dev.redress.money.Money money = MoneyProtos.fromProto(FIELD, proto);

    assertThat(money.minorUnits()).isEqualTo(minorUnits);
    assertThat(MoneyProtos.toProto(money)).isEqualTo(proto);
  }

  @ParameterizedTest(name = "{1} units {2} nanos {0}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '\'',
      textBlock =
          """
          # currency | units               | nanos       | field                     | what is said
          USD        | 1                   | 5000000     | line.amount               | 1.005 has more decimals than the 2 of USD
          USD        | 0                   | 1           | line.amount               | has more decimals
          JPY        | 1                   | 500000000   | line.amount               | has more decimals than the 0 of JPY
          USD        | 1                   | -10000000   | line.amount               | have two signs
          USD        | -1                  | 10000000    | line.amount               | have two signs
          USD        | 0                   | 1000000000  | line.amount.nanos         | is not from -999999999 to 999999999
          USD        | 0                   | -2147483648 | line.amount.nanos         | is not from -999999999 to 999999999
          USD        | 1000000000000       | 0           | line.amount.units         | is beyond 999999999999
          USD        | 9223372036854775807 | 0           | line.amount.units         | is beyond
          USD        | -9223372036854775808 | 0          | line.amount.units         | is beyond
          XYZ        | 1                   | 0           | line.amount.currency_code | 'XYZ' is no ISO 4217 currency
          usd        | 1                   | 0           | line.amount.currency_code | 'usd' is no ISO 4217 currency
          XAU        | 1                   | 0           | line.amount.currency_code | is no ISO 4217 currency
          ''         | 1                   | 0           | line.amount.currency_code | is no ISO 4217 currency
          """)
  void fromProto_refuses(String currency, long units, int nanos, String field, String sentence) {
    assertThatThrownBy(() -> MoneyProtos.fromProto(FIELD, money(currency, units, nanos)))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(ErrorReason.FIELD_INVALID);
              assertThat(e.violations().getFirst().field()).isEqualTo(field);
            })
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest(name = "{0} units {1} nanos: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # units | nanos    | ten-thousandths
          120     | 0        | 1200000
          33      | 333300000| 333333
          0       | 0        | 0
          """)
  void rate_isFinerThanMoney(long units, int nanos, long tenThousandths) {
    assertThat(MoneyProtos.rate(FIELD, money("USD", units, nanos)).tenThousandths())
        .isEqualTo(tenThousandths);
    assertThat(MoneyProtos.toProto(MoneyProtos.rate(FIELD, money("USD", units, nanos))))
        .isEqualTo(money("USD", units, nanos));
  }

  @ParameterizedTest(name = "{0} units {1} nanos: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # units | nanos | what is said
          -1      | 0     | is negative
          0       | 10    | has more than four decimals
          """)
  void rate_refuses(long units, int nanos, String sentence) {
    assertThatThrownBy(() -> MoneyProtos.rate(FIELD, money("USD", units, nanos)))
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -10000000"})
  void notNegative_refuses(long units, int nanos) {
    assertThatThrownBy(() -> MoneyProtos.notNegative(FIELD, money("USD", units, nanos)))
        .hasMessageContaining("is negative");
  }

  private static Money money(String currency, long units, int nanos) {
    return Money.newBuilder().setCurrencyCode(currency).setUnits(units).setNanos(nanos).build();
  }
}
