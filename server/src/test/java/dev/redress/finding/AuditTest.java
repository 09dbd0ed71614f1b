package dev.redress.finding;

import static dev.redress.finding.AuditedBooks.DAY;
import static dev.redress.finding.AuditedBooks.OTHER;
import static dev.redress.finding.AuditedBooks.USD;
import static dev.redress.finding.AuditedBooks.bill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.agreement.IncludedHours;
import dev.redress.agreement.IncludedHours.Period;
import dev.redress.agreement.RateRule;
import dev.redress.agreement.Rounding;
import dev.redress.agreement.Rounding.Per;
import dev.redress.agreement.TimeOfWork;
import dev.redress.finding.Elsewhere.Billed;
import dev.redress.finding.Elsewhere.Logged;
import dev.redress.finding.Elsewhere.Meant;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.matching.Candidate;
import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with lines, and how much money is at stake. */
class AuditTest {
  private static final Rounding QUARTERS = new Rounding(15, 0, Per.ENTRY);

  @ParameterizedTest(name = "{0} {2} h x {4} = {5}, {1}: {6}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          # description  | answer        | billed | backed | rate    | amount | findings
          Outlook profile | MATCHED       | 1.50   | 1.50   | 120     | 180.00 | -
          Outlook profile | MATCHED       | 1.50   | 1.00   | 120     | 180.00 | HOURS_EXCESS 60.00
          Outlook profile | UNMATCHED     | 1.50   | 0      | 120     | 180.00 | UNCORRELATED 180.00
          Outlook profile | AMBIGUOUS     | 1.50   | 0      | 120     | 180.00 | -
          none            | NOT_AUDITABLE | 1.50   | 0      | 120     | 180.00 | NO_NOTES 180.00
          ...             | NOT_AUDITABLE | 1.50   | 0      | 120     | 180.00 | NO_NOTES 180.00
          Outlook profile | MATCHED       | 1.50   | 1.50   | 120     | 180.02 | -
          Outlook profile | MATCHED       | 1.50   | 1.50   | 120     | 180.03 | ARITHMETIC 0.03
          Outlook profile | MATCHED       | 1.50   | 1.50   | 120     | 170.00 | ARITHMETIC -10.00
          Outlook profile | MATCHED       | 1.50   | 1.50   | none    | 999.00 | -
          Outlook profile | MATCHED       | 3      | 3      | 33.3333 | 100.00 | -
          none            | UNMATCHED     | 2      | 0      | 75      | 150.00 | UNCORRELATED 150.00, NO_NOTES 150.00
          """)
  void oneLine(
      @Nullable String description,
      Answer answer,
      String billed,
      String backed,
      @Nullable String rate,
      String amount,
      String findings) {
    AuditedBooks books =
        new AuditedBooks()
            .line(
                bill("1")
                    .hours(billed)
                    .rate(rate)
                    .amount(amount)
                    .description(description == null ? " " : description));
    if (answer == Answer.MATCHED) {
      books.matched("1", "NG-1", "", backed);
    } else {
      books.answered("1", answer);
    }
    assertThat(books.told("1")).isEqualTo(findings);
  }

  @ParameterizedTest(name = "the total {0} of lines of {1} and {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # total | first line | second line | findings of the first line
          360.00  | 180.00     | 180.00      | -
          360.02  | 180.00     | 180.00      | -
          360.03  | 180.00     | 180.00      | ARITHMETIC 0.03
          400.00  | 180.00     | 180.00      | ARITHMETIC 40.00
          300.00  | 180.00     | 180.00      | ARITHMETIC -60.00
          370.00  | 190.00     | 180.00      | ARITHMETIC 10.00
          400.00  | 190.00     | 180.00      | ARITHMETIC 40.00
          """)
  void theTotalOfTheInvoice(String total, String first, String second, String findings) {
    AuditedBooks books =
        new AuditedBooks()
            .total("2026-09", total)
            .line(bill("1").amount(first))
            .matched("1", "NG-1", "", "1.5")
            .line(bill("2").amount(second).description("Mail restored"))
            .matched("2", "NG-2", "", "1.5");
    assertThat(books.told("1")).isEqualTo(findings);
    assertThat(books.told("2")).isEqualTo("-");
  }

  @ParameterizedTest(name = "worked {0}, request {1} to {2}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # worked   | opened               | closed               | findings
          2026-09-03 | 2026-09-03T15:00:00Z | 2026-09-03T16:00:00Z | none
          2026-09-02 | 2026-09-03T00:00:00Z | -                    | LATE_LOGGED 0.00
          2026-09-01 | 2026-09-03T23:59:00Z | -                    | BEFORE_REQUEST 180.00
          2026-09-04 | 2026-09-01T09:00:00Z | 2026-09-03T12:00:00Z | none
          2026-09-05 | 2026-09-01T09:00:00Z | 2026-09-03T12:00:00Z | AFTER_CLOSE 180.00
          2026-09-05 | 2026-09-01T09:00:00Z | -                    | none
          """)
  void theLifeOfTheRequest(
      LocalDate worked, String opened, @Nullable String closed, String findings) {
    AuditedBooks books =
        new AuditedBooks()
            .request("NG-1", opened, closed)
            .line(bill("1").workDate(worked))
            .matched("1", "NG-1", "", "1.5");
    assertThat(books.told("1")).isEqualTo(findings.equals("none") ? "-" : findings);
  }

  @Test
  void ofALineOverTwoRequestsThePartThatIsWrongIsAtStake() {
    AuditedBooks books =
        new AuditedBooks()
            .request("NG-1", "2026-09-01T09:00:00Z", null)
            .request("NG-2", "2026-09-20T09:00:00Z", null)
            .line("1", "1.5", "Outlook profile")
            .matched("1", "NG-1", "", "1")
            .matched("1", "NG-2", "", "0.5");
    assertThat(books.told("1")).isEqualTo("BEFORE_REQUEST 60.00");
    assertThat(books.findings("1").getFirst())
        .isEqualTo(
            new Finding(
                books.name("1"),
                FindingCode.BEFORE_REQUEST,
                "worked on 2026-09-03",
                "not before 2026-09-20",
                "NG-2 was logged then; up to 1 days earlier pass",
                "providers/north/customers/ATLAS/requests/NG-2",
                Money.ofMajor(new BigDecimal("60.00"), USD)));
  }

  @ParameterizedTest(name = "\"{0}\", {1} h, then on {2} \"{3}\", {4} h: {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # first     | hours | invoice | again           | hours | finding of the second
          Printer jam | 1     | 2026-09 | ' printer  JAM' | 1     | DUPLICATE 120.00
          Printer jam | 1     | 2026-10 | Printer jam     | 1     | DUPLICATE 120.00
          Printer jam | 1     | 2026-09 | Printer jam     | 2     | -
          Printer jam | 1     | 2026-09 | Printer jammed  | 1     | -
          """)
  void theSameWorkAgain(
      String first, String hours, String invoice, String again, String hoursAgain, String finding) {
    AuditedBooks books =
        new AuditedBooks()
            .invoice("2026-10", LocalDate.of(2026, 10, 31), null)
            .line("9", hours, first)
            .line(bill("1").on(invoice).hours(hoursAgain).description(again));
    // On one invoice the order is that of the names.
    String later = invoice.equals("2026-09") ? "9" : "1";
    assertThat(books.told(later)).isEqualTo(finding);
    assertThat(books.told(later.equals("9") ? "1" : "9")).isEqualTo("-");
  }

  @Test
  void blankLinesAreNotCalledDuplicates() {
    AuditedBooks books = new AuditedBooks().line("1", "1", "").line("2", "1", "");
    assertThat(books.told("2")).isEqualTo("NO_NOTES 120.00");
  }

  @ParameterizedTest(name = "logged {0} times and billed 3 times: {1} are duplicates")
  @CsvSource({"0, 2", "1, 2", "2, 1", "3, 0"})
  void workThatWasLoggedAsOftenWasDoneAsOften(int logged, int duplicates) {
    AuditedBooks books = new AuditedBooks().request("NG-1", "2026-09-01T09:00:00Z", null);
    for (int i = 1; i <= 3; i++) {
      books.line(Integer.toString(i), "1", "Printer jam");
      if (i <= logged) {
        books.entry("T" + i, "NG-1", "1").matched(Integer.toString(i), "NG-1", "T" + i, "1");
      } else {
        books.answered(Integer.toString(i), Answer.AMBIGUOUS);
      }
    }
    assertThat(Stream.of("1", "2", "3").filter(id -> books.told(id).contains("DUPLICATE")))
        .hasSize(duplicates);
  }

  @ParameterizedTest(name = "another from {0} for {1} h, this from 10:00 for 1 h: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # start              | hours | finding
          2026-09-03T09:00:00Z | 1     | -
          2026-09-03T09:00:00Z | 1.25  | -
          2026-09-03T09:00:00Z | 1.5   | OVERLAP 60.00
          2026-09-03T09:00:00Z | 8     | OVERLAP 120.00
          2026-09-03T10:30:00Z | 1     | -
          """)
  void oneTechnicianAtTwoPlaces(String start, String hours, String finding) {
    AuditedBooks sameCustomer =
        new AuditedBooks()
            .request("NG-1", "2026-09-01T09:00:00Z", null)
            .entry("T1", "NG-1", "1", "2026-09-03T10:00:00Z", true, Map.of())
            .entry("T2", "NG-2", hours, start, true, Map.of())
            .line("1", "1", "Printer jam")
            .matched("1", "NG-1", "T1", "1");
    assertThat(sameCustomer.told("1")).isEqualTo(finding);
    AuditedBooks otherCustomer =
        new AuditedBooks()
            .request("NG-1", "2026-09-01T09:00:00Z", null)
            .entry("T1", "NG-1", "1", "2026-09-03T10:00:00Z", true, Map.of())
            .elsewhere(
                new Elsewhere(
                    List.of(),
                    List.of(
                        new Logged(
                            new TimeEntryName(OTHER, "B-7", "T9"),
                            "d. reyes",
                            Instant.parse(start),
                            Hours.of(hours))),
                    List.of()))
            .line("1", "1", "Printer jam")
            .matched("1", "NG-1", "T1", "1");
    assertThat(otherCustomer.told("1")).isEqualTo(finding);
  }

  @ParameterizedTest(name = "{0} h and {1} h here, {2} h elsewhere: {3} / {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # first | second | elsewhere | first finding | second finding
          8       | 8      | 0         | -             | -
          8       | 10     | 0         | -             | IMPOSSIBLE_DAY 240.00
          8       | 8      | 1         | -             | -
          17      | 1      | 0         | IMPOSSIBLE_DAY 120.00 | IMPOSSIBLE_DAY 120.00
          """)
  void moreHoursThanADayHas(
      String first, String second, String elsewhere, String firstFinding, String secondFinding) {
    AuditedBooks books =
        new AuditedBooks()
            .elsewhere(
                new Elsewhere(
                    List.of(
                        new Billed(
                            new LineName(new InvoiceName(OTHER, "B"), "1"),
                            "D. REYES",
                            DAY,
                            Hours.of(elsewhere))),
                    List.of(),
                    List.of()))
            .line("1", first, "Printer jam")
            .line("2", second, "Outlook profile");
    assertThat(books.told("1")).isEqualTo(firstFinding);
    // BORA comes after ATLAS, so that the hour there is the one too many.
    assertThat(books.told("2")).isEqualTo(secondFinding);
  }

  @ParameterizedTest(name = "{0} min, {1} at least, per {2}; worked {3} h, billed {4} h: {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # step | least | per     | worked    | billed | finding
          15     | 0     | ENTRY   | 1.1       | 1.25   | -
          15     | 0     | ENTRY   | 1.1       | 1.5    | ROUNDING 30.00
          15     | 0     | ENTRY   | 1.1       | 2      | ROUNDING 90.00
          15     | 0     | ENTRY   | 1.1       | 2.75   | HOURS_EXCESS 180.00
          15     | 0     | ENTRY   | 1.1       | 1      | UNDERCHARGE -30.00
          6      | 0     | ENTRY   | 0.3333    | 0.4    | -
          6      | 0     | ENTRY   | 0.3333    | 0.5    | ROUNDING 12.00
          15     | 0     | ENTRY   | 0.1 0.1   | 0.5    | -
          15     | 0     | REQUEST | 0.1 0.1   | 0.25   | -
          15     | 0     | REQUEST | 0.1 0.1   | 0.5    | ROUNDING 30.00
          15     | 60    | REQUEST | 0.1 0.1   | 1      | -
          15     | 0     | ENTRY   | 0.5       | 0.5    | -
          """)
  void theAgreedRounding(
      int step, int least, Per per, String worked, String billed, String finding) {
    AuditedBooks books =
        new AuditedBooks()
            .request("NG-1", "2026-09-01T09:00:00Z", null)
            .agreement(List.of(), null, new Rounding(step, least, per), List.of())
            .line("1", billed, "Printer jam");
    List<String> hours = List.of(worked.split(" ", -1));
    for (int i = 0; i < hours.size(); i++) {
      books.entry("T" + i, "NG-1", hours.get(i)).matched("1", "NG-1", "T" + i, hours.get(i));
    }
    assertThat(books.told("1")).isEqualTo(finding);
  }

  @Test
  void anEntryThatTwoLinesShareIsNotReckonedByTheAgreement() {
    AuditedBooks books =
        new AuditedBooks()
            .request("NG-1", "2026-09-01T09:00:00Z", null)
            .agreement(List.of(), null, QUARTERS, List.of())
            .entry("T1", "NG-1", "2")
            .line("1", "1", "Printer jam")
            .line("2", "1", "Toner")
            .matched("1", "NG-1", "T1", "1")
            .matched("2", "NG-1", "T1", "1");
    assertThat(books.told("1")).isEqualTo("-");
    assertThat(books.told("2")).isEqualTo("-");
  }

  @ParameterizedTest(name = "{0} on {1} at {2} for {3} an hour: {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # work type | day        | start                | rate | finding
          Remote      | 2026-09-03 | 2026-09-03T10:00:00Z | 100  | none
          Remote      | 2026-09-03 | 2026-09-03T10:00:00Z | 120  | RATE 20.00
          Remote      | 2026-09-03 | 2026-09-03T10:00:00Z | 90   | UNDERCHARGE -10.00
          Remote      | 2026-09-03 | 2026-09-03T18:00:00Z | 150  | none
          Remote      | 2026-09-03 | 2026-09-03T18:00:00Z | 100  | UNDERCHARGE -50.00
          Remote      | 2026-09-03 | 2026-09-03T16:30:00Z | 150  | none
          Remote      | 2026-09-03 | -                    | 150  | none
          Remote      | 2026-09-03 | -                    | 100  | none
          Remote      | 2026-09-03 | -                    | 130  | RATE 30.00
          Remote      | 2026-09-05 | -                    | 200  | none
          Remote      | 2026-09-05 | -                    | 220  | RATE 20.00
          Project     | 2026-09-03 | 2026-09-03T10:00:00Z | 80   | none
          Project     | 2026-09-03 | 2026-09-03T10:00:00Z | 100  | RATE 20.00
          Travel      | 2026-09-03 | 2026-09-03T10:00:00Z | 60   | none
          Travel      | 2026-09-03 | 2026-09-03T10:00:00Z | 100  | RATE 40.00
          """)
  void theAgreedPrice(
      String workType, LocalDate day, @Nullable String start, String rate, String finding) {
    AuditedBooks books =
        new AuditedBooks()
            .request("NG-1", "2026-09-01T09:00:00Z", null)
            .agreement(
                List.of(
                    price("", TimeOfWork.ANY, "100"),
                    price("", TimeOfWork.AFTER_HOURS, "150"),
                    price("", TimeOfWork.WEEKEND, "200"),
                    price("", TimeOfWork.TRAVEL, "60"),
                    price("Project", TimeOfWork.ANY, "80")),
                null,
                Rounding.NONE,
                List.of())
            .entry("T1", "NG-1", "1", start, true, Map.of())
            .line(bill("1").workDate(day).hours("1").workType(workType).rate(rate))
            .matched("1", "NG-1", "T1", "1");
    assertThat(books.told("1")).isEqualTo(finding.equals("none") ? "-" : finding);
  }

  @ParameterizedTest(name = "{0} of {1} without a rate: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # hours | amount | finding
          1.5     | 150.00 | -
          1.5     | 150.02 | -
          1.5     | 180.00 | RATE 30.00
          1.5     | 0.00   | -
          """)
  void whereALineNamesNoRateItsAmountCounts(String hours, String amount, String finding) {
    AuditedBooks books =
        new AuditedBooks()
            .agreement(List.of(price("", TimeOfWork.ANY, "100")), null, Rounding.NONE, List.of())
            .line(bill("1").hours(hours).rate(null).amount(amount));
    assertThat(books.told("1")).isEqualTo(finding);
  }

  @Test
  void theRoleIsReadFromTheSourcesOwnColumn() {
    RateRule senior =
        new RateRule("Senior", "", "", TimeOfWork.ANY, Rate.ofMajor(new BigDecimal("150"), USD));
    AuditedBooks books =
        new AuditedBooks()
            .agreement(
                List.of(price("", TimeOfWork.ANY, "100"), senior), null, Rounding.NONE, List.of())
            .line(bill("1").hours("1").rate("150").attributes(Map.of("Work Role", "senior")))
            .line(bill("2").hours("2").rate("150"));
    assertThat(books.told("1")).isEqualTo("-");
    assertThat(books.told("2")).isEqualTo("RATE 100.00");
  }

  @ParameterizedTest(name = "{0} h of 5 are used before, 2 h cost {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # used | amount | finding
          0      | 240.00 | IN_AGREEMENT 240.00
          3      | 240.00 | IN_AGREEMENT 240.00
          4      | 240.00 | IN_AGREEMENT 120.00
          5      | 240.00 | -
          9      | 240.00 | -
          0      | 0.00   | -
          """)
  void includedHoursThatWereLeft(String used, String amount, String finding) {
    AuditedBooks books =
        new AuditedBooks()
            .agreement(
                List.of(),
                new IncludedHours(Hours.of("5"), Period.MONTH, Hours.ZERO, null),
                Rounding.NONE,
                List.of())
            .line(
                bill("1")
                    .workDate(LocalDate.of(2026, 9, 1))
                    .hours(used)
                    .amount("0.00")
                    .rate(null)
                    .description("Server patch"))
            .line(bill("2").hours("2").rate(null).amount(amount));
    assertThat(books.told("2")).isEqualTo(finding);
  }

  @Test
  void unusedHoursAreCarriedOverAndWorkThatIsNotBilledUsesThemUp() {
    AuditedBooks books =
        new AuditedBooks()
            .agreement(
                List.of(),
                new IncludedHours(Hours.of("2"), Period.MONTH, Hours.of("1"), null),
                Rounding.NONE,
                List.of())
            .entry("T1", "NG-1", "1.5", "2026-09-02T09:00:00Z", false, Map.of())
            .line("1", "2", "Printer jam");
    // 2 h of September and 1 h of August, less the 1.5 h of the day before.
    assertThat(books.told("1")).isEqualTo("IN_AGREEMENT 180.00");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # work type | finding
          Remote      | IN_AGREEMENT 180.00
          Project     | -
          """)
  void aKindOfWorkThatIsCoveredWithoutALimit(String workType, String finding) {
    AuditedBooks books =
        new AuditedBooks()
            .agreement(List.of(), null, Rounding.NONE, List.of("Remote"))
            .line(bill("1").workType(workType));
    assertThat(books.told("1")).isEqualTo(finding);
  }

  @Test
  void whatNobodyAskedForUsesNoIncludedHoursUp() {
    AuditedBooks books =
        new AuditedBooks()
            .agreement(
                List.of(),
                new IncludedHours(Hours.of("2"), Period.MONTH, Hours.ZERO, null),
                Rounding.NONE,
                List.of())
            .line("1", "2", "Printer jam")
            .answered("1", Answer.UNMATCHED)
            .line("2", "2", "Outlook profile");
    assertThat(books.told("1")).isEqualTo("UNCORRELATED 240.00");
    assertThat(books.told("2")).isEqualTo("IN_AGREEMENT 240.00");
  }

  @Test
  void workThatWasLoggedAsNotBillable() {
    AuditedBooks books =
        new AuditedBooks()
            .request("NG-1", "2026-09-01T09:00:00Z", null)
            .entry("T1", "NG-1", "1", null, false, Map.of())
            .entry("T2", "NG-1", "0.5")
            .line("1", "1.5", "Printer jam")
            .matched("1", "NG-1", "T1", "1")
            .matched("1", "NG-1", "T2", "0.5");
    assertThat(books.told("1")).isEqualTo("NON_BILLABLE 120.00");
  }

  @ParameterizedTest(name = "{1} h: \"{0}\": {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                                              | hours | finding
          Remote support                                      | 1     | VAGUE 120.00
          Diverse Arbeiten laut Absprache                     | 1     | VAGUE 120.00
          misc. work, 2 tickets                               | 1     | VAGUE 120.00
          Remote support printer                              | 1     | -
          Printer; Outlook; VPN                               | 4     | BLOCK_BILLED 480.00
          Printer; Outlook; VPN                               | 3.75  | -
          Printer; Outlook                                    | 8     | -
          Reset VPN. Moved mailbox. Replaced toner.           | 5     | BLOCK_BILLED 600.00
          Version 1.2.3 rolled out                            | 8     | -
          """)
  void whatTheLineSays(String text, String hours, String finding) {
    assertThat(new AuditedBooks().line("1", hours, text).told("1")).isEqualTo(finding);
  }

  @ParameterizedTest(name = "worked {0}, invoice of {1} from {2} on: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # worked   | invoice    | period     | finding
          2026-09-30 | 2026-09-30 | 2026-09-01 | none
          2026-08-31 | 2026-09-30 | 2026-09-01 | OUT_OF_PERIOD 180.00
          2026-10-01 | 2026-09-30 | 2026-09-01 | OUT_OF_PERIOD 180.00
          2026-10-01 | 2026-09-30 | -          | OUT_OF_PERIOD 180.00
          2026-07-02 | 2026-09-30 | -          | none
          2026-07-01 | 2026-09-30 | -          | STALE 180.00
          """)
  void theDayAndTheInvoice(
      LocalDate worked, LocalDate invoice, @Nullable LocalDate period, String finding) {
    AuditedBooks books =
        new AuditedBooks().invoice("X", invoice, period).line(bill("1").on("X").workDate(worked));
    assertThat(books.told("1")).isEqualTo(finding.equals("none") ? "-" : finding);
  }

  @ParameterizedTest(name = "recorded {0}: {1}")
  @CsvSource({
    "2026-09-10T08:00:00Z, -",
    "2026-09-11, LATE_LOGGED 0.00",
    "11/09/2026, -",
    "2026-13-41, -"
  })
  void workThatWasWrittenDownLate(String recorded, String finding) {
    AuditedBooks books =
        new AuditedBooks()
            .request("NG-1", "2026-09-01T09:00:00Z", null)
            .entry("T1", "NG-1", "1.5", null, true, Map.of("recorded_at", recorded))
            .line("1", "1.5", "Printer jam")
            .matched("1", "NG-1", "T1", "1.5");
    assertThat(books.told("1")).isEqualTo(finding);
  }

  @ParameterizedTest(name = "{0}, named {1}, \"{2}\": {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # answer  | named | logged there                   | finding
          UNMATCHED | true  | something else                 | UNCORRELATED 180.00, WRONG_CUSTOMER 180.00
          UNMATCHED | false | Outlook profile was rebuilt    | UNCORRELATED 180.00, WRONG_CUSTOMER 180.00
          UNMATCHED | false | Outlook closed                 | UNCORRELATED 180.00
          AMBIGUOUS | false | rebuilt the profile in Outlook | WRONG_CUSTOMER 180.00
          MATCHED   | true  | Outlook profile was rebuilt    | -
          """)
  void workForAnotherCustomer(Answer answer, boolean named, String there, String finding) {
    AuditedBooks books = new AuditedBooks().line(bill("1").reference("B-7"));
    books.elsewhere(
        new Elsewhere(
            List.of(),
            List.of(),
            List.of(new Meant(books.name("1"), new RequestName(OTHER, "B-7"), named, there))));
    if (answer == Answer.MATCHED) {
      books.matched("1", "NG-1", "", "1.5");
    } else {
      books.answered("1", answer);
    }
    assertThat(books.told("1")).isEqualTo(finding);
  }

  @ParameterizedTest(name = "{0}, \"{1}\", travel agreed: {2}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # work type | text                   | agreed | finding
          -           | Drive time to site     | false  | ADMIN_TRAVEL 180.00
          Travel      | Printer jam            | false  | ADMIN_TRAVEL 180.00
          Travel      | Printer jam            | true   | none
          -           | Anfahrt und Drucker    | false  | ADMIN_TRAVEL 180.00
          -           | SSD drive replaced     | false  | none
          -           | Administrator password | false  | none
          """)
  void administrationAndTravel(
      @Nullable String workType, String text, boolean agreed, String finding) {
    AuditedBooks books =
        new AuditedBooks()
            .line(bill("1").workType(workType == null ? "" : workType).description(text));
    if (agreed) {
      books.agreement(List.of(price("", TimeOfWork.TRAVEL, "120")), null, Rounding.NONE, List.of());
    }
    assertThat(books.told("1")).isEqualTo(finding.equals("none") ? "-" : finding);
  }

  @ParameterizedTest(name = "3 h, candidates {0}, {1} h of the other are billed: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          # candidates, with probability    | billed | finding
          NG-1 0.6, NG-2 0.3                | 0      | -
          NG-1 0.6, NG-2 0.3                | 1      | HOURS_EXCESS 120.00
          NG-1 0.9, NG-2 0.04               | 0      | HOURS_EXCESS 240.00
          NG-1 0.6, NO-TIME 0.3             | 1      | -
          NG-1 .2,A .2,B .2,C .2,D .2       | 1      | -
          none                              | 1      | -
          """)
  void aLineThatAClerkMustLookAtBillsMoreThanIsLeft(
      @Nullable String candidates, String otherBilled, String finding) {
    List<Candidate> kept = new ArrayList<>();
    if (candidates != null) {
      Arrays.stream(candidates.split(",", -1)).map(AuditTest::candidate).forEach(kept::add);
    }
    AuditedBooks books =
        new AuditedBooks()
            .entry("TE-1", "NG-1", "1")
            .entry("TE-2", "NG-2", "2")
            .line("1", "3", "Printer jam")
            .line("2", "1", "Outlook profile")
            .ambiguous("1", kept)
            .matched("2", "NG-2", "TE-2", otherBilled);
    assertThat(books.told("1")).isEqualTo(finding);
  }

  @Test
  void hoursThatOnlyAClerksWordBacksAreNotMissingElsewhere() {
    AuditedBooks books =
        new AuditedBooks()
            .entry("TE-1", "NG-1", "1")
            .entry("TE-2", "NG-2", "2")
            .line("1", "3", "Printer jam")
            .line("2", "1", "Outlook profile")
            .ambiguous("1", List.of(candidate("NG-1 .5"), candidate("NG-2 .5")))
            .matched("2", "NG-2", "", "1");
    assertThat(books.told("1")).isEqualTo("-");
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void whatIsOffIsNotFound(FindingCode code) {
    Map<FindingCode, FindingMode> modes = Map.of(code, FindingMode.OFF);
    AuditedBooks books =
        new AuditedBooks()
            .rules(new FindingRules(modes, Thresholds.SHIPPED))
            .agreement(List.of(price("", TimeOfWork.ANY, "100")), null, QUARTERS, List.of("Remote"))
            .line(bill("1").description("").amount("200"))
            .line(bill("2").description("").reference("A"))
            .line(bill("3").description("").reference("A").workDate(DAY.minusDays(100)))
            .answered("1", Answer.UNMATCHED);
    assertThat(
            Stream.of("1", "2", "3").flatMap(id -> books.findings(id).stream()).map(Finding::code))
        .doesNotContain(code)
        .isNotEmpty();
  }

  @Test
  void oneLineAloneIsToldTheSameAsWithAllOthers() {
    AuditedBooks books =
        new AuditedBooks()
            .request("NG-1", "2026-09-01T09:00:00Z", null)
            .agreement(
                List.of(price("", TimeOfWork.ANY, "100")),
                new IncludedHours(Hours.of("2"), Period.MONTH, Hours.ZERO, null),
                QUARTERS,
                List.of("Remote"))
            .entry("T1", "NG-1", "1")
            .line(bill("1").workType("Remote").workDate(LocalDate.of(2026, 9, 1)))
            .line(bill("2").workType("Remote"))
            .line(bill("3").workType("Remote"))
            .line(bill("4").hours("17").description("Server move"))
            .matched("2", "NG-1", "T1", "1.5");
    for (String id : List.of("1", "2", "3", "4")) {
      assertThat(books.findingsAlone(id)).as(id).isEqualTo(books.findings(id)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FindingCode.class,
      names = {"LATE_LOGGED", "UNDERCHARGE"})
  void noClaimFollowsFromWhatIsTooLittle(FindingCode code) {
    assertThatThrownBy(
            () -> new FindingRules(Map.of(code, FindingMode.DISPUTE), Thresholds.SHIPPED))
        .hasMessage(
            code + " cannot be disputed, since no claim follows from it; choose review or less");
  }

  private static RateRule price(String workType, TimeOfWork time, String rate) {
    return new RateRule("", "", workType, time, Rate.ofMajor(new BigDecimal(rate), USD));
  }

  private static Candidate candidate(String text) {
    List<String> parts = List.of(text.strip().split(" ", -1));
    return new Candidate(
        parts.getFirst(), Double.parseDouble(parts.getLast()), 0, 0, false, List.of());
  }
}
