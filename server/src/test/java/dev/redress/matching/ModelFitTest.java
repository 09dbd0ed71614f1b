package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.redress.identity.LineName;
import dev.redress.matching.MatchDecision.Kind;
import dev.redress.matching.ModelFit.Fitted;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model learns from clerks, and that it does not peek. */
class ModelFitTest {
  private static final MatchingModel SHIPPED = MatchingModel.shipped();
  private static final String[] TECHNICIANS = {"T. Okafor", "P. Raman", "M. Bell", "J. Park"};
  private static final String[] WORDS = {
    "outlook", "printer", "vpn", "backup", "laptop", "server", "password", "scanner", "router"
  };

  @Test
  void labels_ofAChangedWorldMoveTheWeightsThere() {
    // Everything is done three weeks after it was asked for, by somebody else than its assignee.
    MatchingModel fitted = fit(world(20, 1, 200)).model();

    assertThat(lateAgainstAtOnce(fitted)).isGreaterThan(lateAgainstAtOnce(SHIPPED) + 0.8);
    assertThat(fitted.technician().assigneeShare()).isLessThan(0.5);
    assertThat(fitted.text()).isEqualTo(SHIPPED.text());
    assertThat(fitted.asked()).isEqualTo(SHIPPED.asked());
  }

  @Test
  void labels_thatAreFewMoveNextToNothing() {
    Map<String, Double> shipped = ModelNumbers.of(SHIPPED);

    MatchingModel fitted = fit(world(1, 0, 3)).model();

    ModelNumbers.of(fitted)
        .forEach(
            (name, number) ->
                assertThat(number).as(name).isCloseTo(shipped.get(name), within(0.4)));
    assertThat(fitted.thresholds()).isEqualTo(SHIPPED.thresholds());
  }

  @Test
  void fit_doesNotDependOnTheOrderOfTheInput() {
    MatchingCase world = world(5, 1, 60);
    Fitted fitted = fit(world);
    assertThat(fit(world.shuffled(new Random(7)))).isEqualTo(fitted);
  }

  @Test
  void report_tellsWhatTheLabelsWereAndWhatTheyChanged() {
    FitReport report = fit(world(20, 1, 100)).report();

    assertThat(report.labels()).isEqualTo(Map.of(LineLabel.Kind.CONFIRMED, 100));
    assertThat(report.weightLines() + report.calibrationLines() + report.heldBackLines())
        .isEqualTo(100);
    assertThat(report.weightLines()).isBetween(45, 75);
    assertThat(report.comparedWith()).isEqualTo(SHIPPED.version());
    assertThat(report.changes())
        .extracting(FitReport.Change::name)
        .contains("technician.assigneeShare", "date.sinceOpened.bits[9]")
        .doesNotContain("text.base", "reference.field");
    assertThat(report.after().lines()).isEqualTo(report.heldBackLines());
    assertThat(report.after().firstRight()).isGreaterThanOrEqualTo(report.before().firstRight());
  }

  @Test
  void labels_areNotSeenByTheMatchingThatTheyJudge() {
    MatchingCase world = world(1, 0, 0);
    for (int i = 0; i < 80; i++) {
      // Every reference names a request that has nothing to do with the line.
      world.line(
          "X" + i, 5 + i, TECHNICIANS[i % 4], "1", "NG-" + (5 + i % 50) + " nothing", "NG-1");
    }
    LabelledInput labelled = LabelledInput.of(world.input(), Set.of());

    assertThat(labelled.labels().values())
        .allMatch(label -> label.requests().equals(Set.of("NG-1")))
        .hasSize(80);
    assertThat(labelled.input().lines())
        .filteredOn(line -> labelled.labels().containsKey(line.name()))
        .allMatch(line -> line.reference().isEmpty() && line.description().equals(" nothing"));
    assertThat(fit(world).report().before().matchedRight()).isZero();
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} -> {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # accepted | confirmed | rejected | reference | label
          no         | -         | -        | -         | -
          no         | -         | -        | NG-1      | REFERENCE
          no         | -         | -        | NG-1 NG-2 | -
          no         | -         | -        | NG-99     | -
          no         | -         | NG-1     | NG-1      | REJECTED
          no         | -         | NG-2     | NG-1      | REFERENCE
          no         | NG-2      | -        | NG-1      | CONFIRMED
          no         | NG-2      | NG-1     | -         | CONFIRMED
          yes        | -         | NG-1     | NG-1      | ACCEPTED
          """)
  void label_isTheOneThatSaysMost(
      String accepted,
      @org.jspecify.annotations.Nullable String confirmed,
      @org.jspecify.annotations.Nullable String rejected,
      @org.jspecify.annotations.Nullable String reference,
      LineLabel.@org.jspecify.annotations.Nullable Kind label) {
    MatchingCase month =
        new MatchingCase()
            .request("NG-1", 1, "Printer jams")
            .request("NG-2", 1, "Mail is slow")
            .line("L", 2, "T. Okafor", "1", "", reference == null ? "" : reference);
    if (confirmed != null) {
      month.decide("L", confirmed, Kind.CONFIRMED);
    }
    if (rejected != null) {
      month.decide("L", rejected, Kind.REJECTED);
    }
    Set<LineName> acceptances =
        accepted.equals("yes") ? Set.of(MatchingCase.lineName("L")) : Set.of();

    LabelledInput labelled = LabelledInput.of(month.input(), acceptances);

    LineLabel found = labelled.labels().get(MatchingCase.lineName("L"));
    assertThat(found == null ? null : found.kind()).isEqualTo(label);
    assertThat(labelled.input().decisions()).isEmpty();
  }

  @Test
  void label_ofASplitLineIsConfirmedForAllItsRequests() {
    MatchingCase month =
        new MatchingCase()
            .request("NG-1", 1, "Printer jams")
            .request("NG-2", 1, "Mail is slow")
            .line("L", 2, "T. Okafor", "1", "", "NG-1")
            .split("L", "NG-1", "0.25")
            .split("L", "NG-2", "0.75");
    LineName line = MatchingCase.lineName("L");
    assertThat(LabelledInput.of(month.input(), Set.of()).labels())
        .containsEntry(line, new LineLabel(line, LineLabel.Kind.CONFIRMED, Set.of("NG-1", "NG-2")));
  }

  @ParameterizedTest(name = "slope {0}, offset {1}")
  @CsvSource({"1, 0", "0.5, 0", "2, -1", "1, 3"})
  void calibration_keepsOrderAndSum(double slope, double offset) {
    MatchingModel model = calibrated(new MatchingModel.Calibration(slope, offset));
    List<ScoredLine> plain = SolvedCustomer.solve(world(1, 0, 0).input(), SHIPPED).scores();
    List<ScoredLine> lines = SolvedCustomer.solve(world(1, 0, 0).input(), model).scores();
    for (int i = 0; i < lines.size(); i++) {
      ScoredLine line = lines.get(i);
      assertThat(line.candidates())
          .extracting(ScoredLine.Scored::logOddsBits)
          .isEqualTo(
              plain.get(i).candidates().stream().map(ScoredLine.Scored::logOddsBits).toList());
      double sum = line.all().best().stream().mapToDouble(ScoredLine.Scored::probability).sum();
      assertThat(sum + line.probabilityOfNone()).isCloseTo(1, within(1e-9));
    }
    boolean same =
        lines.stream()
            .map(ScoredLine::candidates)
            .toList()
            .equals(plain.stream().map(ScoredLine::candidates).toList());
    assertThat(same).isEqualTo(slope == 1 && offset == 0);
  }

  private static double lateAgainstAtOnce(MatchingModel model) {
    LevelTable opened = model.date().sinceOpened();
    return opened.bitsOf(20) - opened.bitsOf(0);
  }

  private static MatchingModel calibrated(MatchingModel.Calibration calibration) {
    Map<String, Double> numbers = ModelNumbers.of(SHIPPED);
    numbers.put("calibration.slope", calibration.slope());
    numbers.put("calibration.offsetBits", calibration.offsetBits());
    return ModelNumbers.toModel("calibrated", numbers);
  }

  private static Fitted fit(MatchingCase world) {
    return fit(world.input());
  }

  private static Fitted fit(MatchingInput input) {
    return ModelFit.fit(
        List.of(LabelledInput.of(input, Set.of())), SHIPPED, SHIPPED, "fit-1", 0.97);
  }

  /**
   * A request a day and a line for each, in words that it shares with one request in nine.
   *
   * @param lag days from opening to work
   * @param assigneeShift 0 when the assignee works, else another one
   * @param confirmed of so many lines a clerk has said where they belong
   */
  private static MatchingCase world(int lag, int assigneeShift, int confirmed) {
    MatchingCase world = new MatchingCase();
    int size = Math.max(60, confirmed);
    for (int i = 0; i < size; i++) {
      String summary = WORDS[i % 9] + " of desk" + (char) ('a' + i / 9 % 26) + " broken";
      world.request("NG-" + i, i, i + lag + 2, summary, TECHNICIANS[i % 4]);
      world.line("L" + i, i + lag, TECHNICIANS[(i + assigneeShift) % 4], "1", "fixed " + summary);
      if (i < confirmed) {
        world.decide("L" + i, "NG-" + i, Kind.CONFIRMED);
      }
    }
    return world;
  }
}
