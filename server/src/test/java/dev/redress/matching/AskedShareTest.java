package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.redress.matching.MatchingModel.AskedModel;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedShareTest {
  private static final AskedModel MODEL = new AskedModel(3, 0.8, 50);

  @ParameterizedTest(name = "{0} lines that fit and {1} that do not: {2} bits")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # fit | fit not | shift
          0     | 0       | 0.0
          8     | 2       | 0.0
          800   | 200     | 0.0
          150   | 0       | 2.25
          10    | 0       | 0.32
          0     | 150     | 0.0
          10    | 90      | 0.0
          """)
  void shiftBits_followsTheCustomersOwnLines(int fit, int fitNot, double shift) {
    double[] none = new double[fit + fitNot];
    Arrays.fill(none, 0, fit, 1e-9);
    Arrays.fill(none, fit, none.length, 1 - 1e-9);
    assertThat(AskedShare.shiftBits(MODEL, none)).isCloseTo(shift, within(0.01));
  }

  @ParameterizedTest(name = "{0} lines")
  @CsvSource({"1", "1000"})
  void shiftBits_learnsNothingFromLinesThatSayNothing(int lines) {
    double[] none = new double[lines];
    Arrays.fill(none, 0.2);
    assertThat(AskedShare.shiftBits(MODEL, none)).isCloseTo(0, within(1e-9));
  }
}
