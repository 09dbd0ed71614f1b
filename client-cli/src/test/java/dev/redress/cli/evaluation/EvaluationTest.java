package dev.redress.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.redress.v1.Candidate;
import dev.redress.v1.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  /**
   * Line, truth (or NONE), verdict (- for none), candidates best first, probability of the best.
   */
  private static final String LINES =
      """
      l1 | A   | MATCHED       | A B           | 0.95
      l2 | A,B | MATCHED       | B C           | 0.85
      l3 | C   | MATCHED       | D C           | 0.75
      l4 | D   | AMBIGUOUS     | E F G H D     | 0.35
      l5 | E   | UNMATCHED     | F             | 0.05
      l6 | NONE| UNMATCHED     | A             | 0.15
      l7 | NONE| MATCHED       | B             | 0.65
      l8 | F   | NOT_AUDITABLE |               | 0
      l9 | G   | -             |               | 0
      """;

  @Test
  void of_countsAsByHand() {
    Map<String, Set<String>> truth = new LinkedHashMap<>();
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(verdict("unknown", "MATCHED", "A", 1));
    LINES.lines().forEach(line -> add(line.split("\\|"), truth, verdicts));

    Evaluation evaluation = Evaluation.of(verdicts.iterator(), new Truth(truth));

    assertThat(evaluation.lines()).isEqualTo(9);
    assertThat(evaluation.missing()).isEqualTo(1);
    // Seven lines have a request; l1 and l2 have it first, l3 and l4 further down.
    assertThat(evaluation.top1()).isEqualTo(new Proportion(2, 7));
    assertThat(evaluation.top5()).isEqualTo(new Proportion(4, 7));
    assertThat(evaluation.matchedCoverage()).isEqualTo(new Proportion(4, 9));
    assertThat(evaluation.matchedPrecision()).isEqualTo(new Proportion(2, 4));
    assertThat(evaluation.unmatchedPrecision()).isEqualTo(new Proportion(1, 2));
    assertThat(evaluation.unmatchedRecall()).isEqualTo(new Proportion(1, 2));
    // |0.95-1| + |0.85-1| + 0.75 + 0.35 + 0.05 + 0.15 + 0.65, each in a bin of its own, over 7.
    assertThat(evaluation.calibrationError()).isCloseTo(2.15 / 7, within(1e-12));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # hits | total | low    | high
          0      | 0     | 0      | 1
          0      | 10    | 0      | 0.2775
          5      | 10    | 0.2366 | 0.7634
          10     | 10    | 0.7225 | 1
          720    | 1000  | 0.6914 | 0.7469
          """)
  void interval_isWilsons(long hits, long total, double low, double high) {
    Proportion proportion = new Proportion(hits, total);
    assertThat(proportion.low()).isCloseTo(low, within(0.00005));
    assertThat(proportion.high()).isCloseTo(high, within(0.00005));
  }

  @Test
  void calibrationError_comparesWithinABin() {
    Calibration calibration = new Calibration();
    assertThat(calibration.expectedError()).isZero();
    calibration.add(0.72, true);
    calibration.add(0.78, false);
    calibration.add(1.0, true);
    calibration.add(0.98, true);
    // First bin: 1.5 expected, 1 came true; last bin: 1.98 expected, 2 came true.
    assertThat(calibration.expectedError()).isCloseTo((0.5 + 0.02) / 4, within(1e-12));
  }

  private static void add(String[] cells, Map<String, Set<String>> truth, List<Verdict> verdicts) {
    String right = cells[1].strip();
    truth.put(
        cells[0].strip(),
        right.equals("NONE") ? Set.of() : new LinkedHashSet<>(List.of(right.split(","))));
    if (!cells[2].strip().equals("-")) {
      verdicts.add(
          verdict(
              cells[0].strip(),
              cells[2].strip(),
              cells[3].strip(),
              Double.parseDouble(cells[4].strip())));
    }
  }

  private static Verdict verdict(
      String line, String answer, String candidates, double probability) {
    Verdict.Builder verdict =
        Verdict.newBuilder().setLineId(line).setVerdict(Verdict.Answer.valueOf(answer));
    for (String candidate : candidates.isEmpty() ? new String[0] : candidates.split(" ")) {
      verdict.addCandidates(
          Candidate.newBuilder().setRequestId(candidate).setProbability(probability));
    }
    if (answer.equals("MATCHED")) {
      verdict.addRequestIds(candidates.substring(0, 1));
    }
    return verdict.build();
  }
}
