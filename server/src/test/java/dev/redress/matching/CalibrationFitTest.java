package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.matching.CalibrationFit.Best;
import dev.redress.matching.CalibrationFit.Threshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationFitTest {
  /** Lines are written as how many at which probability, {@code +} right and {@code -} wrong. */
  @ParameterizedTest(name = "{0}, target {1}, shipped {2} -> {3}, reached {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # lines                        | target | shipped | threshold | reached
          # too few lines say nothing
          ''                             | 0.97   | 0.90    | 0.90      | false
          19+0.99                        | 0.50   | 0.90    | 0.90      | false
          # lower as long as the target is sure to hold
          40+0.99                        | 0.97   | 0.90    | 0.99      | true
          40+0.99 40+0.80                | 0.97   | 0.90    | 0.80      | true
          40+0.99 20+0.80 20-0.80        | 0.97   | 0.90    | 0.99      | true
          # never below one half, however right
          40+0.99 40+0.49                | 0.97   | 0.90    | 0.99      | true
          # thirty of thirty are not yet sure to be 98 of 100
          30+0.99                        | 0.98   | 0.90    | 0.99      | false
          # where the target is out of reach the surest counts, and none below the shipped one
          20+0.99 5-0.95 20+0.92         | 0.97   | 0.90    | 0.99      | false
          20-0.99 40+0.85                | 0.97   | 0.90    | 0.90      | false
          # equals stand together: the 20th of 40 alike is no threshold of its own
          20+0.95 20-0.95                | 0.90   | 0.90    | 0.95      | false
          """)
  void threshold_isTheLowestThatIsSureToHold(
      String lines, double target, double shipped, double threshold, boolean reached) {
    assertThat(CalibrationFit.thresholdOf(best(lines), target, shipped))
        .isEqualTo(new Threshold(threshold, reached));
  }

  private static List<Best> best(String lines) {
    List<Best> best = new ArrayList<>();
    for (String some : lines.split(" ", -1)) {
      if (!some.isEmpty()) {
        int sign = Math.max(some.indexOf('+'), some.indexOf('-'));
        double probability = Double.parseDouble(some.substring(sign + 1));
        for (int i = 0; i < Integer.parseInt(some.substring(0, sign)); i++) {
          best.add(new Best(probability, some.charAt(sign) == '+'));
        }
      }
    }
    best.sort(Comparator.comparingDouble(Best::probability).reversed());
    return best;
  }
}
