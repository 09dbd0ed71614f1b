package dev.redress.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAndNumbersTest {
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # units | nanos      | currency | text
          1250    | 0          | USD      | 1250.00 USD
          0       | 10000000   | EUR      | 0.01 EUR
          -1      | -500000000 | EUR      | -1.50 EUR
          1500    | 0          | JPY      | 1500 JPY
          1       | 234000000  | KWD      | 1.234 KWD
          0       | 125000000  | USD      | 0.125 USD
          7       | 0          | ZZZ      | 7.00 ZZZ
          """)
  void text_ofMoneyHasTheDigitsOfItsCurrency(long units, int nanos, String currency, String text) {
    Money money =
        Money.newBuilder().setUnits(units).setNanos(nanos).setCurrencyCode(currency).build();
    assertThat(Amounts.text(money)).isEqualTo(text);
    assertThat(Amounts.of(Amounts.value(money), currency)).isEqualTo(money);
  }

  @Test
  void text_ofNoMoneyIsEmpty() {
    assertThat(Amounts.text(Money.getDefaultInstance())).isEmpty();
    assertThat(Amounts.of(new BigDecimal("40.5"), "USD").getNanos()).isEqualTo(500_000_000);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1      | 1.00
          0.25   | 0.25
          1.3333 | 1.3333
          10     | 10.00
          """)
  void hours_showTwoToFourDecimals(double hours, String text) {
    assertThat(Numbers.hours(hours)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0        | 0
          999      | 999
          15300    | 15,300
          1234567  | 1,234,567
          -1500    | -1,500
          """)
  void grouped_setsACommaBeforeEachThreeDigits(long count, String text) {
    assertThat(Numbers.grouped(count)).isEqualTo(text);
  }

  @Test
  void oneLine_takesCommandsToTheTerminalOut() {
    assertThat(DisplayText.oneLine("a\tb\nc\u001b[31m\u202Ed")).isEqualTo("a b c\uFFFD[31m\uFFFDd");
  }

  @Test
  void width_countsColumnsAndNotCharacters() {
    assertThat(DisplayText.width("abc")).isEqualTo(3);
    assertThat(DisplayText.width("\u65E5\u672C")).isEqualTo(4);
    assertThat(DisplayText.width("e\u0301")).isEqualTo(1);
    assertThat(DisplayText.cut("\u65E5\u672C\u8A9E", 4)).isEqualTo("\u65E5\u2026");
    assertThat(DisplayText.cut("abcd", 4)).isEqualTo("abcd");
  }
}
