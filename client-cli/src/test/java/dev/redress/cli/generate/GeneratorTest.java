package dev.redress.cli.generate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.cli.generate.CsvTable.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every generated set, whatever its shape: {@link GeneratorShapeTest} has that. */
class GeneratorTest {
  @TempDir private static Path folder;

  private static final GeneratorSettings SETTINGS = GeneratorSettings.of(11, 4_000);

  private static List<Row> requests = List.of();
  private static List<Row> entries = List.of();
  private static List<Row> lines = List.of();
  private static List<Row> truth = List.of();
  private static List<Row> faults = List.of();

  @BeforeAll
  static void generate() throws IOException {
    Generator.generate(SETTINGS, folder);
    requests = CsvTable.read(folder.resolve("requests.csv"));
    entries = CsvTable.read(folder.resolve("time-entries.csv"));
    lines = CsvTable.read(folder.resolve("invoices.csv"));
    truth = CsvTable.read(folder.resolve("truth.csv"));
    faults = CsvTable.read(folder.resolve("faults.csv"));
  }

  @Test
  void generate_writesAsManyRowsAsItSays(@TempDir Path other) throws IOException {
    Generator.Written written = Generator.generate(SETTINGS, other);
    assertThat(written)
        .isEqualTo(new Generator.Written(8, requests.size(), entries.size(), 4_000, faults.size()));
  }

  @Test
  void generate_givesTheSameBytesForTheSameSeed(@TempDir Path other) throws IOException {
    Generator.generate(SETTINGS, other);
    for (String name : GeneratedFolder.NAMES) {
      assertThat(Files.mismatch(folder.resolve(name), other.resolve(name))).as(name).isEqualTo(-1);
    }
  }

  @Test
  void generate_givesOtherBytesForAnotherSeed(@TempDir Path other) throws IOException {
    Generator.generate(GeneratorSettings.of(12, 4_000), other);
    for (String name : GeneratedFolder.NAMES) {
      assertThat(Files.mismatch(folder.resolve(name), other.resolve(name)))
          .as(name)
          .isNotEqualTo(-1);
    }
  }

  @Test
  void generate_givesTheSameCustomerAmongMoreCustomers(@TempDir Path other) throws IOException {
    Generator.generate(GeneratorSettings.of(11, 1_000), other);
    for (String name : GeneratedFolder.NAMES) {
      String few = Files.readString(other.resolve(name));
      assertThat(Files.readString(folder.resolve(name))).as(name).startsWith(few);
    }
  }

  @Test
  void ids_areUnique() {
    assertThat(requests).extracting(row -> row.text("request_id")).doesNotHaveDuplicates();
    assertThat(entries).extracting(row -> row.text("entry_id")).doesNotHaveDuplicates();
    assertThat(lines).extracting(row -> row.text("line_id")).doesNotHaveDuplicates();
    assertThat(CsvTable.read(folder.resolve("customers.csv")))
        .extracting(row -> row.text("customer_id"))
        .doesNotHaveDuplicates();
  }

  @Test
  void timeEntries_standOnARequestOfTheirCustomer() {
    Map<String, Row> byId = byId(requests, "request_id");
    assertThat(entries)
        .allSatisfy(
            entry ->
                assertThat(find(byId, entry.text("request_id")).text("customer_id"))
                    .isEqualTo(entry.text("customer_id")));
  }

  @Test
  void truth_namesEveryLineAndOnlyRequestsOfItsCustomer() {
    Map<String, Row> byRequest = byId(requests, "request_id");
    Map<String, Row> byLine = byId(lines, "line_id");
    assertThat(truth)
        .allSatisfy(
            row -> {
              String customer = find(byLine, row.text("line_id")).text("customer_id");
              String request = row.text("request_id");
              if (request.equals("NONE")) {
                assertThat(row.text("open_set_truth")).isEqualTo("NONE");
              } else {
                Row found = find(byRequest, request);
                boolean removed = found.text("open_set_removed").equals("1");
                assertThat(found.text("customer_id")).isEqualTo(customer);
                assertThat(row.text("open_set_truth")).isEqualTo(removed ? "NONE" : request);
              }
            });
    assertThat(truth.stream().map(row -> row.text("line_id")).distinct()).hasSize(lines.size());
  }

  @Test
  void amounts_areHoursTimesRateExactly() {
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(line.number("hours").multiply(line.number("rate")))
                    .isEqualByComparingTo(line.number("amount")));
  }

  @Test
  void lines_standOnTheInvoiceOfTheirMonthInOrder() {
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.text("invoice_id"))
                  .isEqualTo(
                      line.text("customer_id") + '-' + line.text("invoice_date").substring(0, 7));
              assertThat(line.text("work_date")).isLessThanOrEqualTo(line.text("period_end"));
            });
    List<String> invoices = lines.stream().map(line -> line.text("invoice_id")).toList();
    long changes =
        IntStream.range(1, invoices.size())
            .filter(i -> !invoices.get(i).equals(invoices.get(i - 1)))
            .count();
    assertThat(changes + 1).isEqualTo(invoices.stream().distinct().count());
  }

  @Test
  void faults_nameALineAndTellWhatIsWrong() {
    Map<String, Row> byLine = byId(lines, "line_id");
    Map<String, List<String>> truthByLine =
        truth.stream()
            .collect(
                groupingBy(
                    row -> row.text("line_id"), mapping(row -> row.text("request_id"), toList())));
    assertThat(faults)
        .allSatisfy(
            row -> {
              Row line = find(byLine, row.text("line_id"));
              String detail = row.text("detail");
              List<String> asked =
                  Objects.requireNonNull(truthByLine.get(row.text("line_id")), "truth");
              switch (Fault.valueOf(row.text("fault"))) {
                case UNCORRELATED -> assertThat(asked).containsExactly("NONE");
                case BLOCK_BILLED -> assertThat(asked).hasSize(Integer.parseInt(detail));
                case DUPLICATE ->
                    assertThat(sameWork(line)).isEqualTo(sameWork(find(byLine, detail)));
                case HOURS_EXCESS ->
                    assertThat(line.number("hours")).isGreaterThan(new BigDecimal(detail));
                case BEFORE_REQUEST, LATE_LOGGED ->
                    assertThat(Double.parseDouble(detail)).isNotNegative();
              }
            });
  }

  private static List<String> sameWork(Row line) {
    return List.of(
        line.text("customer_id"),
        line.text("work_date"),
        line.text("technician"),
        line.text("hours"),
        line.text("amount"),
        line.text("description"));
  }

  private static Map<String, Row> byId(List<Row> rows, String column) {
    return rows.stream().collect(Collectors.toMap(row -> row.text(column), Function.identity()));
  }

  private static Row find(Map<String, Row> rows, String id) {
    return Objects.requireNonNull(rows.get(id), id);
  }
}
