package dev.redress.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.time.Hours;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How worked hours become billed hours. */
class RoundingTest {

  @ParameterizedTest(name = "{2} h by {0} min, at least {1} min: {3} h")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # increment | minimum | worked | billed
          15          | 0       | 0      | 0
          15          | 0       | 0.0001 | 0.25
          15          | 0       | 0.25   | 0.25
          15          | 0       | 0.2501 | 0.5
          15          | 0       | 1.1    | 1.25
          15          | 30      | 0.1    | 0.5
          15          | 30      | 0.6    | 0.75
          6           | 0       | 0.05   | 0.1
          6           | 0       | 0.1    | 0.1
          6           | 15      | 0.1    | 0.25
          6           | 15      | 0.26   | 0.3
          30          | 60      | 0.5    | 1
          60          | 0       | 1.01   | 2
          1           | 0       | 0.0167 | 0.0167
          10          | 0       | 0.1667 | 0.1667
          10          | 0       | 0.1668 | 0.3333
          20          | 0       | 0.3333 | 0.3333
          20          | 0       | 0.3334 | 0.3333
          20          | 0       | 0.6667 | 0.6667
          20          | 0       | 0.34   | 0.6667
          0           | 0       | 0.1234 | 0.1234
          0           | 15      | 0.1234 | 0.25
          0           | 15      | 0.3    | 0.3
          480         | 1440    | 9      | 24
          15          | 0       | 10000  | 10000
          """)
  void rounded(int increment, int minimum, String worked, String billed) {
    assertThat(new Rounding(increment, minimum, Rounding.Per.ENTRY).rounded(Hours.of(worked)))
        .isEqualTo(Hours.of(billed));
  }

  @ParameterizedTest(name = "per {0}: {1} h bill {2} h")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # per   | worked              | billed, by 15 minutes and at least 30
          ENTRY   | 0.1                 | 0.5
          ENTRY   | 0.1 0.1 0.1         | 1.5
          ENTRY   | 0.6 0.6             | 1.5
          REQUEST | 0.1                 | 0.5
          REQUEST | 0.1 0.1 0.1         | 0.5
          REQUEST | 0.6 0.6             | 1.25
          REQUEST | 0.25 0.25 0.25      | 0.75
          """)
  void billed(Rounding.Per per, String worked, String billed) {
    List<Hours> entries = List.of(worked.split(" ")).stream().map(Hours::of).toList();

    assertThat(new Rounding(15, 30, per).billed(entries)).isEqualTo(Hours.of(billed));
  }

  @Test
  void rounding_refuses() {
    assertThatThrownBy(() -> new Rounding(481, 0, Rounding.Per.ENTRY))
        .hasMessage("the rounding increment of 481 minutes is not from 0 to 480");
    assertThatThrownBy(() -> new Rounding(15, -1, Rounding.Per.ENTRY))
        .hasMessage("the minimum of -1 minutes is not from 0 to 1440");
  }
}
