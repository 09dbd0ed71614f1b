package dev.redress.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a line after credits. */
class StillBilledTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final LineName LINE =
      LineName.parse("providers/north/customers/ATLAS/invoices/I1/lines/1");

  @ParameterizedTest(name = "{0} h for {1}, of which {2} are given back: {3} h for {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # hours | amount | credited | hours left | amount left
          3       | 300.00 | -        | 3          | 300.00
          3       | 300.00 | 100.00   | 2          | 200.00
          1       | 100.00 | 33.33    | 0.6667     | 66.67
          3       | 300.00 | 299.99   | 0.0001     | 0.01
          3       | 300.00 | 300.00   | -          | -
          """)
  void of(
      String hours,
      String amount,
      @Nullable String credited,
      @Nullable String hoursLeft,
      @Nullable String amountLeft) {
    LaborLine line = line(Hours.of(hours), usd(amount));

    Map<LineName, LaborLine> left =
        StillBilled.of(List.of(line), credited == null ? Map.of() : Map.of(LINE, usd(credited)));

    assertThat(left)
        .isEqualTo(
            hoursLeft == null || amountLeft == null
                ? Map.of()
                : Map.of(LINE, line(Hours.of(hoursLeft), usd(amountLeft))));
  }

  private static LaborLine line(Hours hours, Money amount) {
    return new LaborLine(
        LINE, LocalDate.of(2026, 9, 1), "tom", hours, null, amount, "", "", "", Map.of());
  }

  private static Money usd(String amount) {
    return Money.ofMajor(new BigDecimal(amount), USD);
  }
}
