package dev.redress.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.TimeEntryName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Allocation;
import dev.redress.matching.Candidate;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.request.TimeEntry;
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
  private static final Hours STEP = Hours.of("0.25");

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
                    List.of(line),
                    STEP,
                    List.of(),
                    Map.of(line.name(), verdict(line, answer, Hours.of(backed))))
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
        LineFindings.of(List.of(first, again, other), STEP, List.of(), Map.of());
    assertThat(findings.get(first.name())).isEmpty();
    assertThat(findings.get(again.name())).containsExactly(FindingCode.DUPLICATE);
    assertThat(findings.get(other.name())).isEmpty();
  }

  @Test
  void of_blankLinesAreNotCalledDuplicates() {
    LaborLine first = line("1", "", "1", null, BigDecimal.TEN);
    LaborLine second = line("2", "", "1", null, BigDecimal.TEN);
    assertThat(
            LineFindings.of(List.of(first, second), STEP, List.of(), Map.of()).get(second.name()))
        .containsExactly(FindingCode.NO_NOTES);
  }

  @ParameterizedTest(name = "3 h, candidates {0}, {1} h of the other are billed: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # candidates, with probability    | billed | finding
          NG-1 0.6, NG-2 0.3                | 0      | -
          NG-1 0.6, NG-2 0.3                | 1      | HOURS_EXCESS
          NG-1 0.9, NG-2 0.04               | 0      | HOURS_EXCESS
          NG-1 0.6, NO-TIME 0.3             | 1      | -
          NG-1 .2,A .2,B .2,C .2,D .2       | 1      | -
          -                                 | 1      | -
          """)
  void of_aLineThatAClerkMustLookAtBillsMoreThanIsLeft(
      @Nullable String candidates, String otherBilled, @Nullable FindingCode finding) {
    LaborLine line = line("1", "Printer jam", "3", null, BigDecimal.TEN);
    LaborLine other = line("2", "Outlook", "1", null, BigDecimal.TEN);
    List<Candidate> kept =
        candidates == null
            ? List.of()
            : Arrays.stream(candidates.split(",")).map(LineFindingsTest::candidate).toList();
    Map<LineName, List<FindingCode>> findings =
        LineFindings.of(
            List.of(line, other),
            STEP,
            List.of(entry("TE-1", "NG-1", "1"), entry("TE-2", "NG-2", "2")),
            Map.of(
                line.name(),
                verdict(line, Answer.AMBIGUOUS, List.of(), kept),
                other.name(),
                verdict(
                    other,
                    Answer.MATCHED,
                    List.of(new Allocation("NG-2", "TE-2", Hours.of(otherBilled))),
                    List.of())));
    assertThat(findings.get(line.name())).isEqualTo(finding == null ? List.of() : List.of(finding));
  }

  @Test
  void of_hoursThatOnlyAClerksWordBacksAreNotMissingElsewhere() {
    LaborLine line = line("1", "Printer jam", "3", null, BigDecimal.TEN);
    LaborLine split = line("2", "Outlook", "1", null, BigDecimal.TEN);
    Map<LineName, List<FindingCode>> findings =
        LineFindings.of(
            List.of(line, split),
            STEP,
            List.of(entry("TE-1", "NG-1", "1"), entry("TE-2", "NG-2", "2")),
            Map.of(
                line.name(),
                verdict(
                    line,
                    Answer.AMBIGUOUS,
                    List.of(),
                    List.of(candidate("NG-1 .5"), candidate("NG-2 .5"))),
                split.name(),
                verdict(
                    split,
                    Answer.MATCHED,
                    List.of(new Allocation("NG-2", "", Hours.of("1"))),
                    List.of())));
    assertThat(findings.get(line.name())).isEmpty();
  }

  private static Candidate candidate(String text) {
    List<String> parts = List.of(text.strip().split(" "));
    return new Candidate(
        parts.getFirst(), Double.parseDouble(parts.getLast()), 0, 0, false, List.of());
  }

  private static TimeEntry entry(String id, String request, String hours) {
    CustomerName customer = CustomerName.parse("providers/north/customers/ATLAS");
    return new TimeEntry(
        new TimeEntryName(customer, request, id),
        "D. Reyes",
        null,
        LocalDate.of(2026, 9, 3),
        Hours.of(hours),
        "",
        "",
        true,
        Map.of());
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
    return verdict(
        line,
        answer,
        answer == Answer.MATCHED ? List.of(new Allocation("NG-1", "", backed)) : List.of(),
        List.of());
  }

  private static Verdict verdict(
      LaborLine line, Answer answer, List<Allocation> allocations, List<Candidate> candidates) {
    return new Verdict(
        line.name(),
        answer,
        0.9,
        line.hours(),
        allocations,
        answer == Answer.NOT_AUDITABLE
            ? NotAuditableReason.NOTHING_TO_COMPARE
            : NotAuditableReason.NONE,
        candidates,
        "");
  }
}
