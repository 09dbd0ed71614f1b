package dev.redress.cli.generate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.cli.generate.CsvTable.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the sample month promises to those who try Redress with it. */
class SampleMonthTest {
  private static final List<Row> CUSTOMERS = CsvTable.sample("customers.csv");
  private static final List<Row> REQUESTS = CsvTable.sample("requests.csv");
  private static final List<Row> ENTRIES = CsvTable.sample("time-entries.csv");
  private static final List<Row> LINES = CsvTable.sample("invoices.csv");
  private static final List<Row> TRUTH = CsvTable.sample("truth.csv");

  private static final Pattern REFERENCE = Pattern.compile("NG-\\d+");

  @Test
  void files_holdAMonthOfThreeCustomers() {
    assertThat(CUSTOMERS).hasSize(3);
    assertThat(REQUESTS).hasSizeBetween(90, 100);
    assertThat(ENTRIES).hasSizeBetween(120, 140);
    assertThat(LINES).hasSizeBetween(115, 125);
    assertThat(LINES.stream().map(line -> line.text("invoice_id")).distinct()).hasSize(4);
    assertThat(LINES)
        .allSatisfy(line -> assertThat(line.text("invoice_date")).isEqualTo("2026-09-30"));
    assertThat(REQUESTS).anySatisfy(row -> assertThat(row.text("opened_at")).startsWith("2026-08"));
  }

  @Test
  void customers_canBeCalledBack() {
    assertThat(CUSTOMERS)
        .allSatisfy(
            customer -> {
              assertThat(customer.text("phone")).startsWith("+");
              assertThat(customer.text("email")).endsWith(".example");
              assertThat(customer.text("account_manager")).isNotBlank();
              assertThat(ZoneId.of(customer.text("time_zone"))).isNotNull();
            });
  }

  @Test
  void ids_areUnique() {
    assertThat(CUSTOMERS).extracting(row -> row.text("customer_id")).doesNotHaveDuplicates();
    assertThat(REQUESTS).extracting(row -> row.text("request_id")).doesNotHaveDuplicates();
    assertThat(ENTRIES).extracting(row -> row.text("entry_id")).doesNotHaveDuplicates();
    assertThat(LINES).extracting(row -> row.text("line_id")).doesNotHaveDuplicates();
  }

  @Test
  void requests_areClosedAfterTheyWereOpened() {
    assertThat(REQUESTS)
        .filteredOn(row -> !row.text("closed_at").isEmpty())
        .allSatisfy(
            row ->
                assertThat(OffsetDateTime.parse(row.text("closed_at")))
                    .isAfter(OffsetDateTime.parse(row.text("opened_at"))));
  }

  @Test
  void timeEntries_standOnARequestOfTheirCustomer() {
    assertThat(ENTRIES)
        .filteredOn(entry -> !entry.text("request_id").isEmpty())
        .allSatisfy(
            entry ->
                assertThat(request(entry.text("request_id")).text("customer_id"))
                    .isEqualTo(entry.text("customer_id")));
  }

  @Test
  void references_resolveToARequestOfTheCustomer() {
    int referring = 0;
    for (Row line : LINES) {
      Matcher matcher = REFERENCE.matcher(line.text("reference") + ' ' + line.text("description"));
      while (matcher.find()) {
        referring++;
        assertThat(request(matcher.group()).text("customer_id"))
            .isEqualTo(line.text("customer_id"));
        assertThat(askedFor(line)).contains(matcher.group());
      }
    }
    assertThat(referring).isBetween(10, 20);
  }

  @Test
  void amounts_areHoursTimesRateInTheCustomersCurrency() {
    assertThat(LINES)
        .allSatisfy(
            line -> {
              assertThat(line.number("hours").multiply(line.number("rate")))
                  .isEqualByComparingTo(line.number("amount"));
              assertThat(line.number("rate"))
                  .isBetween(BigDecimal.valueOf(95), BigDecimal.valueOf(185));
              assertThat(line.number("hours").remainder(new BigDecimal("0.25"))).isZero();
              Row customer = find(CUSTOMERS, "customer_id", line.text("customer_id"));
              assertThat(line.text("currency")).isEqualTo(customer.text("currency"));
            });
  }

  @Test
  void truth_namesEveryLineAndRequestsOfItsCustomer() {
    assertThat(TRUTH.stream().map(row -> row.text("line_id")).distinct()).hasSize(LINES.size());
    for (Row line : LINES) {
      assertThat(askedFor(line))
          .isNotEmpty()
          .allSatisfy(
              id -> {
                if (!id.equals("NONE")) {
                  assertThat(request(id).text("customer_id")).isEqualTo(line.text("customer_id"));
                }
              });
    }
  }

  @Test
  void twoLines_wereAskedForByNobodyAndHaveNoTimeEntry() {
    List<Row> unasked = LINES.stream().filter(line -> askedFor(line).contains("NONE")).toList();
    assertThat(unasked)
        .extracting(line -> line.text("description"))
        .containsExactlyInAnyOrder(
            "Quarterly firewall firmware review", "Onsite server room tidy-up");
    assertThat(unasked).extracting(line -> line.text("customer_id")).doesNotHaveDuplicates();
    assertThat(unasked)
        .allSatisfy(
            line -> {
              assertThat(line.number("amount")).isGreaterThan(BigDecimal.valueOf(500));
              assertThat(entriesOfTheDay(line)).isEmpty();
            });
  }

  @Test
  void duplicates_standWithinOneInvoiceAndAcrossTwo() {
    Map<List<String>, Long> sameWork =
        LINES.stream()
            .filter(line -> line.text("description").length() > 20)
            .collect(
                groupingBy(
                    line ->
                        List.of(
                            line.text("customer_id"),
                            line.text("work_date"),
                            line.text("technician"),
                            line.text("hours"),
                            line.text("amount"),
                            line.text("description")),
                    counting()));
    List<String> twice = new ArrayList<>();
    sameWork.forEach(
        (work, count) -> {
          if (count > 1) {
            twice.add(work.getLast());
          }
        });
    assertThat(twice)
        .containsExactlyInAnyOrder(
            "Aderant error 3022 posting time - vendor call, hotfix",
            "Check forms aligned after migration");
    assertThat(remarked("a second time")).isEqualTo(1);
    assertThat(remarked("on both invoices")).isEqualTo(1);
  }

  @Test
  void texts_areBlankOrVagueHereAndThere() {
    assertThat(lines(line -> line.text("description").isEmpty())).isBetween(12L, 20L);
    assertThat(remarked("vague")).isGreaterThanOrEqualTo(7);
    assertThat(lines(line -> line.text("description").startsWith("as discussed"))).isPositive();
    assertThat(lines(line -> line.text("description").equals("remote support"))).isPositive();
  }

  @Test
  void catchAllRequests_swallowUnrelatedWork() {
    for (String summary : List.of("General support September", "Misc shop floor support - Sept")) {
      String id = find(REQUESTS, "summary", summary).text("request_id");
      assertThat(ENTRIES)
          .filteredOn(entry -> entry.text("request_id").equals(id))
          .hasSizeBetween(4, 6);
    }
  }

  @Test
  void work_isSplitOverLinesAndLinesOverRequests() {
    Map<String, Long> linesOfRequest =
        TRUTH.stream().collect(groupingBy(row -> row.text("request_id"), counting()));
    assertThat(linesOfRequest.values().stream().filter(count -> count > 1).count())
        .isGreaterThan(10);
    assertThat(LINES).anySatisfy(line -> assertThat(askedFor(line)).hasSize(3));
  }

  @Test
  void pairsOfLikeRequests_leaveLinesAmbiguous() {
    assertThat(remarked("ambiguous with")).isEqualTo(10);
  }

  @Test
  void work_beganBeforeTheRequestOrAfterItsEndNowAndThen() {
    int before = 0;
    int after = 0;
    for (Row entry : ENTRIES) {
      if (entry.text("request_id").isEmpty()) {
        continue;
      }
      Row request = request(entry.text("request_id"));
      OffsetDateTime start = OffsetDateTime.parse(entry.text("started_at"));
      before += start.isBefore(OffsetDateTime.parse(request.text("opened_at"))) ? 1 : 0;
      String closed = request.text("closed_at");
      after += !closed.isEmpty() && start.isAfter(OffsetDateTime.parse(closed)) ? 1 : 0;
    }
    assertThat(before).isEqualTo(5);
    assertThat(after).isEqualTo(3);
  }

  @Test
  void work_isRecordedDaysLateNowAndThen() {
    assertThat(ENTRIES)
        .filteredOn(
            entry ->
                OffsetDateTime.parse(entry.text("started_at"))
                    .plusDays(2)
                    .isBefore(OffsetDateTime.parse(entry.text("recorded_at"))))
        .hasSize(4);
  }

  @Test
  void hours_areBilledThatNobodyWorked() {
    assertThat(remarked("h worked,")).isEqualTo(4);
    Row inflated = find(LINES, "description", "Win 11 upgrades, records and mail room");
    assertThat(inflated.number("hours")).isEqualByComparingTo("3.5");
    assertThat(entriesOfTheDay(inflated).getFirst().number("hours")).isEqualByComparingTo("2.5");
  }

  private static Row request(String id) {
    return find(REQUESTS, "request_id", id);
  }

  private static List<String> askedFor(Row line) {
    return TRUTH.stream()
        .filter(row -> row.text("line_id").equals(line.text("line_id")))
        .map(row -> row.text("request_id"))
        .toList();
  }

  /** Time entries of the line's technician at its customer on its date. */
  private static List<Row> entriesOfTheDay(Row line) {
    LocalDate workDate = LocalDate.parse(line.text("work_date"));
    return ENTRIES.stream()
        .filter(entry -> entry.text("customer_id").equals(line.text("customer_id")))
        .filter(entry -> entry.text("technician").equals(line.text("technician")))
        .filter(
            entry -> OffsetDateTime.parse(entry.text("started_at")).toLocalDate().equals(workDate))
        .toList();
  }

  private static long lines(Predicate<Row> predicate) {
    return LINES.stream().filter(predicate).count();
  }

  private static long remarked(String words) {
    return TRUTH.stream().filter(row -> row.text("remark").contains(words)).count();
  }

  private static Row find(List<Row> rows, String column, String value) {
    return rows.stream()
        .filter(row -> row.text(column).equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + column + ' ' + value));
  }
}
