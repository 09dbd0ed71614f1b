package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model as named numbers. */
class ModelNumbersTest {
  private static final MatchingModel SHIPPED = MatchingModel.shipped();

  @Test
  void numbers_makeTheSameModelAgain() {
    assertThat(ModelNumbers.toModel(SHIPPED.version(), ModelNumbers.of(SHIPPED)))
        .isEqualTo(SHIPPED);
  }

  @Test
  void numbers_haveTheNamesOfTheRecords() {
    assertThat(ModelNumbers.of(SHIPPED))
        .containsEntry("date.sinceOpened.bounds[0]", -90.0)
        .containsEntry("date.sinceOpened.bits[0]", -5.5)
        .containsEntry("work.hoursShares[3]", 0.1)
        .containsEntry("calibration.slope", 1.0)
        .containsEntry("thresholds.matched", 0.92);
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # number                   | becomes | refused by
          thresholds.matched         | -       | a model needs the number thresholds.matched
          thresholds.certain         | 1       | no model has the numbers [thresholds.certain]
          date.sinceOpened.bits[99]  | 1       | no model has the numbers [date.sinceOpened.bits[99]]
          date.sinceOpened.bits[15]  | -       | one more level
          date.sinceOpened.bounds[0] | 1.5     | must be a whole number
          work.dayShares[5]          | -       | 5 shares for 6 levels
          calibration.slope          | -1      | would turn the order around
          """)
  void numbers_thatNoModelHasAreRefused(
      String name, @org.jspecify.annotations.Nullable Double becomes, String sentence) {
    Map<String, Double> numbers = new HashMap<>(ModelNumbers.of(SHIPPED));
    numbers.remove(name);
    if (becomes != null) {
      numbers.put(name, becomes);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelNumbers.toModel("x", numbers))
        .withMessageContaining(sentence);
  }
}
