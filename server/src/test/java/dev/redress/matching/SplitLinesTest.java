package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.invoice.LaborLine;
import dev.redress.matching.Verdict.Answer;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that a clerk split: the clerk says the hours, the engine only finds the time entries. */
class SplitLinesTest {
  private static final String TEXT = "Two visits";

  @ParameterizedTest(name = "{0} h as {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # billed | parts                   | allocations
          2.0      | NG-1=1.5 NG-2=0.5       | NG-1/A=1.0 NG-1/B=0.5 NG-2/D=0.5
          2.0      | NG-2=0.5 NG-1=1.5       | NG-1/A=1.0 NG-1/B=0.5 NG-2/D=0.5
          2.0      | NG-1=0.5 NG-2=0.5       | NG-1/A=0.5 NG-2/D=0.5
          4.0      | NG-1=3.0 NG-2=1.0       | NG-1/A=1.0 NG-1/B=1.0 NG-1/C=0.5 NG-1/=0.5 NG-2/D=0.5 NG-2/=0.5
          2.0      | NG-1=1.0 NG-3=1.0       | NG-1/A=1.0 NG-3/=1.0
          2.0      | NG-1=1.25               | NG-1/A=1.0 NG-1/B=0.25
          # the line was changed to bill less than was split
          1.0      | NG-1=1.5 NG-2=0.5       | NG-1/A=1.0 NG-2/=0
          0.0      | NG-1=1.5 NG-2=0.5       | NG-1/=0 NG-2/=0
          # a request that is not known any more
          2.0      | NG-1=0.5 NG-9=1.5       | NG-1/A=0.5
          """)
  void split_takesTheEntriesThatComeNearest(String billed, String parts, String allocations) {
    MatchingCase month = month().line("L1", 3, "D. Reyes", billed, TEXT);
    for (String part : parts.split(" ", -1)) {
      int equals = part.indexOf('=');
      month.split("L1", part.substring(0, equals), part.substring(equals + 1));
    }

    Verdict verdict = month.verdict("L1");

    assertThat(verdict.answer()).isEqualTo(Answer.MATCHED);
    String allocated =
        verdict.allocations().stream()
            .map(it -> it.request() + "/" + it.timeEntry() + "=" + it.hours().toDecimal())
            .collect(Collectors.joining(" "));
    assertThat(allocated).isEqualTo(allocations.replace(".0", ""));
    assertThat(verdict.candidates())
        .filteredOn(Candidate::chosen)
        .extracting(Candidate::request)
        .containsExactlyInAnyOrderElementsOf(
            verdict.allocations().stream().map(Allocation::request).distinct().toList());
    assertThat(verdict.probability()).isGreaterThan(0.9);
  }

  @Test
  void split_isSaidWithTheHoursOfEach() {
    MatchingCase month =
        month()
            .line("L1", 3, "D. Reyes", "2.25", TEXT)
            .split("L1", "NG-1", "1.5")
            .split("L1", "NG-2", "0.5");
    assertThat(month.verdict("L1").sentence())
        .isEqualTo(
            "Split by a clerk: 1.5 h for NG-1 'Outlook will not open' and 0.5 h for NG-2 'Printer"
                + " jams'. The other 0.25 of 2.25 h are for no request.");
  }

  @Test
  void split_leavesTheOthersWhatIsLeft() {
    MatchingCase month =
        month()
            .line("L0", 3, "D. Reyes", "2.0", "Outlook will not open", "NG-1")
            .line("L1", 3, "D. Reyes", "2.0", TEXT)
            .split("L1", "NG-1", "1.5")
            .split("L1", "NG-2", "0.5");

    assertThat(month.verdict("L1").allocations())
        .contains(new Allocation("NG-1", "A", Hours.of("1")));
    assertThat(month.verdict("L0").allocations())
        .containsExactly(
            new Allocation("NG-1", "B", Hours.of("0.5")),
            new Allocation("NG-1", "C", Hours.of("0.5")));
  }

  @Test
  void split_over20RequestsIsWholeInItsVerdict() {
    MatchingCase month = new MatchingCase().line("L1", 3, "D. Reyes", "30", TEXT);
    for (int i = 10; i < 30; i++) {
      month.request("NG-" + i, 2, "Mailbox " + i).entry("TE-" + i, "NG-" + i, 3, "D. Reyes", "0.5");
      month.split("L1", "NG-" + i, "1.5");
    }

    Verdict verdict = month.verdict("L1");

    assertThat(verdict.hoursBacked()).isEqualTo(Hours.of("30"));
    assertThat(verdict.allocations()).hasSize(40);
    assertThat(verdict.candidates()).hasSize(20).allMatch(Candidate::chosen);
    assertThat(verdict.sentence()).startsWith("Split by a clerk: 1.5 h for NG-10, 1.5 h for NG-11");
  }

  @Test
  void split_withTheLongestNamesTakesFewEntriesOfEach() {
    MatchingCase month = new MatchingCase().line("L1", 3, "D. Reyes", "40", TEXT);
    for (int i = 10; i < 30; i++) {
      String request = "N".repeat(198) + i;
      month.request(request, 2, "Mailbox " + i).split("L1", request, "2");
      for (int entry = 0; entry < 4; entry++) {
        month.entry("T".repeat(197) + entry + i, request, 3, "D. Reyes", "0.5");
      }
    }

    Verdict verdict = month.verdict("L1");

    assertThat(verdict.hoursBacked()).isEqualTo(Hours.of("40"));
    assertThat(verdict.allocations())
        .as("one time entry of each, and the rest without")
        .hasSize(40);
  }

  @Property(tries = 60)
  void split_standsAndNeverTakesHoursTwice(@ForAll long seed) {
    Random random = new Random(seed);
    MatchingInput input = MatchingCase.random(random).splitAtRandom(random).input();
    Map<String, Hours> used = new HashMap<>();
    for (Verdict verdict : Matcher.match(input)) {
      assertThat(verdict.hoursBacked()).isLessThanOrEqualTo(verdict.hoursBilled());
      verdict.allocations().forEach(it -> used.merge(it.timeEntry(), it.hours(), Hours::plus));
      assertStands(input, verdict);
    }
    Hours step = BillingStep.of(input.lines());
    input
        .timeEntries()
        .forEach(
            entry ->
                assertThat(used.getOrDefault(entry.name().entry(), Hours.ZERO))
                    .isLessThanOrEqualTo(entry.hours().roundedUp(step)));
  }

  @Property(tries = 60)
  void split_isKeptWhenAnotherLineIsAsked(@ForAll long seed) {
    Random random = new Random(seed);
    MatchingInput all = MatchingCase.random(random).splitAtRandom(random).input();
    LaborLine drafted = all.lines().getLast();
    List<LaborLine> lines = new ArrayList<>(all.lines());
    lines.remove(drafted);
    SolvedCustomer others =
        SolvedCustomer.solve(
            new MatchingInput(
                all.timeZone(), lines, all.requests(), all.timeEntries(), all.decisions(), null),
            MatchingModel.shipped());

    Verdict first = others.answer(drafted);

    assertThat(others.answer(drafted)).isEqualTo(first);
    assertStands(all, first);
    for (LaborLine line : lines) {
      assertStands(all, others.answer(retold(line)));
    }
    assertThat(others.answer(drafted)).isEqualTo(first);
  }

  @Test
  void hours_areOnlyForConfirmedPairs() {
    assertThatThrownBy(
            () ->
                new MatchDecision(
                    MatchingCase.lineName("L1"),
                    "NG-1",
                    MatchDecision.Kind.REJECTED,
                    Hours.of("1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> month().split("L1", "NG-1", "0"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A split line has what the clerk gave to each request. */
  private static void assertStands(MatchingInput input, Verdict verdict) {
    Map<String, Hours> split = split(input, verdict);
    if (!split.isEmpty()) {
      assertThat(backed(verdict)).isEqualTo(split);
    }
  }

  /** The same line in other words, so that it is answered for anew. */
  private static LaborLine retold(LaborLine line) {
    return new LaborLine(
        line.name(),
        line.workDate(),
        line.technician(),
        line.hours(),
        line.rate(),
        line.amount(),
        line.description() + " again",
        line.reference(),
        line.workType(),
        line.attributes());
  }

  /** What the clerk gave to each request of a line; empty where it is not split. */
  private static Map<String, Hours> split(MatchingInput input, Verdict verdict) {
    Map<String, Hours> split = new HashMap<>();
    for (MatchDecision decision : input.decisions()) {
      Hours hours = decision.hours();
      if (hours != null && decision.line().equals(verdict.line())) {
        split.put(decision.request(), hours);
      }
    }
    return split;
  }

  private static Map<String, Hours> backed(Verdict verdict) {
    return verdict.allocations().stream()
        .collect(Collectors.toMap(Allocation::request, Allocation::hours, Hours::plus));
  }

  /** NG-1 with 1 h of the line's day, 1 h of the day after and 0.5 h by somebody else. */
  private static MatchingCase month() {
    return new MatchingCase()
        .otherWork()
        .request("NG-1", 2, "Outlook will not open")
        .entry("A", "NG-1", 3, "D. Reyes", "1.0")
        .entry("B", "NG-1", 4, "D. Reyes", "1.0")
        .entry("C", "NG-1", 3, "M. Bell", "0.5")
        .request("NG-2", 2, "Printer jams")
        .entry("D", "NG-2", 3, "D. Reyes", "0.5")
        .request("NG-3", 2, "Scanner");
  }
}
