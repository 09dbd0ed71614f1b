package dev.redress.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorSettingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # lines     | customers
          1           | 1
          499         | 1
          1000        | 2
          1000000     | 2000
          100000000   | 200000
          """)
  void of_takesOneCustomerForFiveHundredLines(int lines, int customers) {
    assertThat(GeneratorSettings.of(1, lines).customers()).isEqualTo(customers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # lines   | customers | refusal
          0         | 1         | lines must be from 1 to 100000000, and is 0
          -5        | 1         | lines must be from 1 to 100000000, and is -5
          100000001 | 1         | lines must be from 1 to 100000000, and is 100000001
          10        | 0         | customers must be from 1 to 10, and is 0
          10        | 11        | customers must be from 1 to 10, and is 11
          9000000   | 900000    | customers must be from 1 to 857375, and is 900000
          400001    | 2         | 400001 lines need at least 3 customers, at most 200000 lines each, but customers is 2.
          """)
  void settings_areRefusedOutOfRange(int lines, int customers, String refusal) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GeneratorSettings(1, lines, customers, 0, 0, 0, 0, 0))
        .withMessage(refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # unasked | duplicate | inflated | reference | entries | refusal names
          1.01      | 0         | 0        | 0         | 0       | unaskedShare
          0         | -0.1      | 0        | 0         | 0       | duplicateShare
          0         | 0         | NaN      | 0         | 0       | inflatedShare
          0         | 0         | 0        | 2         | 0       | referenceShare
          0         | 0         | 0        | 0         | -1      | timeEntryShare
          0.6       | 0.6       | 0        | 0         | 0       | unaskedShare + duplicateShare
          """)
  void shares_areRefusedOutOfRange(
      double unasked,
      double duplicate,
      double inflated,
      double reference,
      double entries,
      String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new GeneratorSettings(1, 10, 1, unasked, duplicate, inflated, reference, entries))
        .withMessageStartingWith(name + " must be from 0 to 1");
  }

  @Test
  void linesOfCustomer_addUpAndDifferByOneAtMost() {
    GeneratorSettings settings = GeneratorSettings.of(1, 1_003).withCustomers(4);
    assertThat(IntStream.range(0, 4).map(settings::linesOfCustomer))
        .containsExactly(251, 251, 251, 250);
  }

  @Test
  void customerCode_isNeverGivenTwice() {
    Set<String> codes = new HashSet<>();
    for (int index = 0; index < CustomerCode.COUNT; index++) {
      codes.add(CustomerCode.of(index));
    }
    assertThat(codes).hasSize(CustomerCode.COUNT);
  }
}
