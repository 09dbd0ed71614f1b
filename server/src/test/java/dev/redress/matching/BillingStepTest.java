package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.time.Hours;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingStepTest {
  @ParameterizedTest(name = "{0} lines of {1} h and {2} of {3} h are billed by {4} h")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # lines | of   | and | of     | step
          0       | 0    | 0   | 0      | 0.0001
          3       | 0.75 | 0   | 0      | 0.25
          3       | 0.75 | 1   | 0.4    | 0.0001
          19      | 0.75 | 1   | 0.4    | 0.25
          3       | 0.6  | 1   | 1.5    | 0.1
          3       | 0.6  | 1   | 1.0333 | 0.0001
          """)
  void of_isTheLongestThatNearlyAllLinesKeep(
      int count, String hours, int exceptions, String otherHours, Hours step) {
    MatchingCase month = new MatchingCase();
    Collections.nCopies(count, hours).forEach(each -> month.line("L", 3, "A", each, ""));
    Collections.nCopies(exceptions, otherHours).forEach(each -> month.line("L", 3, "A", each, ""));
    assertThat(BillingStep.of(month.input().lines())).isEqualTo(step);
  }

  @ParameterizedTest(name = "{0} h are billed as {1} h at most")
  @CsvSource({"0.25, 0.3", "0.5, 0.5", "0.4, 0.5", "1.01, 1.25"})
  void mostOf_isTheMostOfAllSteps(Hours logged, Hours most) {
    assertThat(BillingStep.mostOf(logged)).isEqualTo(most);
  }
}
