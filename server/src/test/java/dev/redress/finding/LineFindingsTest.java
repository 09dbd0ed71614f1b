package dev.redress.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Allocation;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineFindingsTest {
  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest(name = "{0} {2} h x {4} = {5}, {1}: {6}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # description    | answer        | billed | backed | rate    | amount | findings
          Outlook profile  | MATCHED       | 1.50   | 1.50   | 120     | 180.00 | -
          Outlook profile  | MATCHED       | 1.50   | 1.00   | 120     | 180.00 | HOURS_EXCESS
          Outlook profile  | UNMATCHED     | 1.50   | 0      | 120     | 180.00 | UNCORRELATED
          Outlook profile  | AMBIGUOUS     | 1.50   | 0      | 120     | 180.00 | -
          -                | NOT_AUDITABLE | 1.50   | 0      | 120     | 180.00 | NO_NOTES
          Outlook profile  | MATCHED       | 1.50   | 1.50   | 120     | 180.02 | -
          Outlook profile  | MATCHED       | 1.50   | 1.50   | 120     | 180.03 | ARITHMETIC
          Outlook profile  | MATCHED       | 1.50   | 1.50   | -       | 999.00 | -
          Outlook profile  | MATCHED       | 3      | 3      | 33.3333 | 100.00 | -
          -                | UNMATCHED     | 2      | 0      | 100     | 150.00 | UNCORRELATED ARITHMETIC NO_NOTES
          """)
  void of_oneLine(
      @Nullable String description,
      Answer answer,
      String billed,
      String backed,
      @Nullable BigDecimal rate,
      BigDecimal amount,
      @Nullable String findings) {
    LaborLine line = line("1", description == null ? " " : description, billed, rate, amount);
    assertThat(
            LineFindings.of(
                    List.of(line), Map.of(line.name(), verdict(line, answer, Hours.of(backed))))
                .get(line.name()))
        .isEqualTo(
            findings == null
                ? List.of()
                : Arrays.stream(findings.split(" ")).map(FindingCode::valueOf).toList());
  }

  @Test
  void of_theSecondOfTwoEqualLinesIsTheDuplicate() {
    LaborLine first = line("1", "Printer jam", "1", null, BigDecimal.TEN);
    LaborLine again = line("2", "  printer  JAM ", "1", null, BigDecimal.TEN);
    LaborLine other = line("3", "Printer jam", "2", null, BigDecimal.TEN);
    Map<LineName, List<FindingCode>> findings =
        LineFindings.of(List.of(first, again, other), Map.of());
    assertThat(findings.get(first.name())).isEmpty();
    assertThat(findings.get(again.name())).containsExactly(FindingCode.DUPLICATE);
    assertThat(findings.get(other.name())).isEmpty();
  }

  @Test
  void of_blankLinesAreNotCalledDuplicates() {
    LaborLine first = line("1", "", "1", null, BigDecimal.TEN);
    LaborLine second = line("2", "", "1", null, BigDecimal.TEN);
    assertThat(LineFindings.of(List.of(first, second), Map.of()).get(second.name()))
        .containsExactly(FindingCode.NO_NOTES);
  }

  private static LaborLine line(
      String id, String description, String hours, @Nullable BigDecimal rate, BigDecimal amount) {
    return new LaborLine(
        LineName.parse("providers/north/customers/ATLAS/invoices/2026-09/lines/" + id),
        LocalDate.of(2026, 9, 3),
        "D. Reyes",
        Hours.of(hours),
        rate == null ? null : Rate.ofMajor(rate, USD),
        Money.ofMajor(amount, USD),
        description,
        "",
        "",
        Map.of());
  }

  private static Verdict verdict(LaborLine line, Answer answer, Hours backed) {
    return new Verdict(
        line.name(),
        answer,
        0.9,
        line.hours(),
        answer == Answer.MATCHED ? List.of(new Allocation("NG-1", "", backed)) : List.of(),
        answer == Answer.NOT_AUDITABLE
            ? NotAuditableReason.NOTHING_TO_COMPARE
            : NotAuditableReason.NONE,
        List.of(),
        "");
  }
}
