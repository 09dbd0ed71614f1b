package dev.redress.cli.generate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.redress.cli.generate.CsvTable.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty thousand generated lines have the shape of a real helpdesk's, within a few percent. */
class GeneratorShapeTest {
  @TempDir private static Path folder;

  private static final int LINES = 20_000;

  private static final Map<String, Row> REQUESTS = new HashMap<>();

  /** The true requests of a line; none for what nobody asked for. */
  private static final Map<String, List<Row>> TRUTH = new HashMap<>();

  private static List<Row> lines = List.of();
  private static List<Row> entries = List.of();
  private static List<Row> faults = List.of();

  @BeforeAll
  static void generate() throws IOException {
    Generator.generate(GeneratorSettings.of(2, LINES), folder);
    lines = CsvTable.read(folder.resolve("invoices.csv"));
    entries = CsvTable.read(folder.resolve("time-entries.csv"));
    faults = CsvTable.read(folder.resolve("faults.csv"));
    for (Row row : CsvTable.read(folder.resolve("requests.csv"))) {
      REQUESTS.put(row.text("request_id"), row);
    }
    for (Row row : CsvTable.read(folder.resolve("truth.csv"))) {
      List<Row> asked = TRUTH.computeIfAbsent(row.text("line_id"), _ -> new ArrayList<>());
      if (!row.text("request_id").equals("NONE")) {
        asked.add(Objects.requireNonNull(REQUESTS.get(row.text("request_id"))));
      }
    }
  }

  @Test
  void faults_haveTheirShareOfLines() {
    assertThat(faultShare(Fault.UNCORRELATED)).isEqualTo(0.03, within(0.005));
    assertThat(faultShare(Fault.DUPLICATE)).isEqualTo(0.01, within(0.003));
    assertThat(faultShare(Fault.HOURS_EXCESS)).isEqualTo(0.02, within(0.004));
    assertThat(faultShare(Fault.BEFORE_REQUEST)).isEqualTo(0.124, within(0.01));
    assertThat(faultShare(Fault.BLOCK_BILLED)).isBetween(0.003, 0.012);
  }

  @Test
  void texts_areBlankStockOrAlienAsOftenAsReal() {
    List<Row> written = lines.stream().filter(line -> !line.text("description").isEmpty()).toList();
    assertThat(1 - written.size() / (double) LINES).isEqualTo(0.28, within(0.02));
    Map<String, Long> phrases =
        written.stream().collect(groupingBy(line -> line.text("description"), counting()));
    long topTwenty =
        phrases.values().stream()
            .sorted(Comparator.reverseOrder())
            .limit(20)
            .mapToLong(n -> n)
            .sum();
    assertThat(topTwenty / (double) LINES).isEqualTo(0.18, within(0.02));
    List<Row> asked = written.stream().filter(line -> !asked(line).isEmpty()).toList();
    assertThat(share(asked, line -> !sharesAWord(line))).isEqualTo(0.50, within(0.03));
    assertThat(
            middle(
                written.stream().map(line -> line.text("description").split(" ").length).toList()))
        .isBetween(5, 7);
  }

  @Test
  void references_standOnATenthOfTheLines() {
    assertThat(share(lines, GeneratorShapeTest::namesItsRequest)).isEqualTo(0.10, within(0.01));
  }

  @Test
  void lags_areThoseOfRealWork() {
    List<Double> days = new ArrayList<>();
    for (Row entry : entries) {
      Row request = Objects.requireNonNull(REQUESTS.get(entry.text("request_id")));
      days.add(days(request.text("opened_at"), entry.text("started_at")));
    }
    assertThat(share(days, lag -> lag < 0)).isEqualTo(0.128, within(0.015));
    assertThat(share(days, lag -> lag < -1)).isEqualTo(0.041, within(0.008));
    assertThat(share(days, lag -> lag <= 0.1)).isEqualTo(0.25, within(0.02));
    assertThat(middle(days)).isBetween(4.0, 7.0);
    assertThat(share(days, lag -> lag <= 384)).isEqualTo(0.95, within(0.01));
  }

  @Test
  void hours_areThoseOfRealWork() {
    List<BigDecimal> hours = lines.stream().map(line -> line.number("hours")).toList();
    assertThat(middle(hours)).isEqualByComparingTo("2.00");
    assertThat(share(hours, GeneratorShapeTest::isQuarterly)).isEqualTo(0.78, within(0.02));
    assertThat(share(hours, value -> value.compareTo(BigDecimal.valueOf(12)) > 0))
        .isEqualTo(0.048, within(0.008));
  }

  @Test
  void records_areLateAsOftenAsReal() {
    assertThat(share(entries, row -> days(row.text("started_at"), row.text("recorded_at")) > 1))
        .isEqualTo(0.45, within(0.02));
  }

  @Test
  void requests_haveSeveralLinesAsOftenAsReal() {
    Map<String, Long> linesOfRequest =
        TRUTH.values().stream()
            .flatMap(List::stream)
            .collect(groupingBy(row -> row.text("request_id"), counting()));
    assertThat(share(linesOfRequest.values(), count -> count > 1)).isEqualTo(0.23, within(0.02));
    assertThat(1 - linesOfRequest.size() / (double) REQUESTS.size()).isEqualTo(0.25, within(0.02));
  }

  @Test
  void timeEntries_standBehindNineTenthsOfTheWork() {
    Set<String> backed = new HashSet<>();
    for (Row entry : entries) {
      backed.add(entry.text("request_id") + entry.text("technician") + entry.text("hours"));
    }
    Set<String> judgeable = new HashSet<>(TRUTH.keySet());
    faults.forEach(row -> excludeAltered(row, judgeable));
    List<Row> plain =
        lines.stream()
            .filter(line -> judgeable.contains(line.text("line_id")))
            .filter(line -> !line.text("technician").isEmpty() && asked(line).size() == 1)
            .toList();
    assertThat(
            share(
                plain,
                line ->
                    backed.contains(
                        asked(line).getFirst().text("request_id")
                            + line.text("technician")
                            + line.text("hours"))))
        .isEqualTo(0.90, within(0.015));
  }

  /** Takes away lines whose hours or whose existence are made up. */
  private static void excludeAltered(Row fault, Set<String> lineIds) {
    switch (Fault.valueOf(fault.text("fault"))) {
      case HOURS_EXCESS, DUPLICATE -> lineIds.remove(fault.text("line_id"));
      case UNCORRELATED, BLOCK_BILLED, BEFORE_REQUEST, LATE_LOGGED -> {}
    }
  }

  private static List<Row> asked(Row line) {
    return Objects.requireNonNull(TRUTH.get(line.text("line_id")));
  }

  private static boolean sharesAWord(Row line) {
    Set<String> words = Texts.words(line.text("description"));
    return asked(line).stream()
        .anyMatch(request -> !Collections.disjoint(words, Texts.words(request.text("summary"))));
  }

  private static boolean namesItsRequest(Row line) {
    return asked(line).stream()
        .map(request -> request.text("request_id"))
        .anyMatch(id -> line.text("reference").equals(id) || line.text("description").contains(id));
  }

  private static boolean isQuarterly(BigDecimal hours) {
    return hours.remainder(new BigDecimal("0.25")).signum() == 0;
  }

  private static double faultShare(Fault fault) {
    return faults.stream().filter(row -> row.text("fault").equals(fault.name())).count()
        / (double) LINES;
  }

  private static <T> double share(Collection<T> values, Predicate<T> predicate) {
    return values.stream().filter(predicate).count() / (double) values.size();
  }

  private static <T extends Comparable<T>> T middle(List<T> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static double days(String from, String to) {
    return Duration.between(Instant.parse(from), Instant.parse(to)).toSeconds() / 86_400.0;
  }
}
