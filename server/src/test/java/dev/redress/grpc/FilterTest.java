package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.dispute.DisputeState;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
  private static final SequencedSet<String> FIELDS =
      Filter.fields("state", "open", "customer", "owner");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      nullValues = "-",
      textBlock =
          """
          # filter                                    | state | open  | customer | owner
                                                      |       | -     |          |
          open = true                                 |       | true  |          |
          open=false                                  |       | false |          |
          owner = mia                                 |       | -     |          | mia
          owner = "mia"                               |       | -     |          | mia
          owner = "Mia Müller"                        |       | -     |          | Mia Müller
          owner = "a \\"b\\" \\\\ c"                  |       | -     |          | a "b" \\ c
          owner = "x AND open = true"                 |       | -     |          | x AND open = true
          open = true AND owner = "mia"               |       | true  |          | mia
            open=true   AND   owner=mia@msp.example   |       | true  |          | mia@msp.example
          customer = ATLAS/7 AND state = OPEN         | OPEN  | -     | ATLAS/7  |
          customer = "C-1" AND state = "PROPOSED"     | PROPOSED | -  | C-1      |
          """)
  void parse_understands(
      @Nullable String filter,
      @Nullable String state,
      @Nullable Boolean open,
      @Nullable String customer,
      @Nullable String owner) {
    Filter parsed = Filter.parse(text(filter), FIELDS);

    assertThat(parsed.text("state")).isEqualTo(text(state));
    assertThat(parsed.flag("open")).isEqualTo(open);
    assertThat(parsed.text("customer")).isEqualTo(text(customer));
    assertThat(parsed.text("owner")).isEqualTo(text(owner));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          # filter                      | what is said about it
          colour = red                  | at position 0: there is no field 'colour'; there are state, open, customer, owner
          open = true AND colour = red  | at position 16: there is no field 'colour'
          open                          | at position 0: expected a comparison
          open true                     | at position 0: expected a comparison
          open =                        | at position 0: expected a comparison
          = true                        | at position 0: expected a comparison
          open != true                  | at position 0: expected a comparison
          open = true AND               | expected AND or the end
          open = true OR open = false   | at position 12: expected AND or the end
          open = true owner = mia       | at position 12: expected AND or the end
          open = true ANDowner = mia    | at position 12: expected AND or the end
          owner = "mia                  | at position 0: expected a comparison
          owner = "a\\b"                | at position 0: expected a comparison
          owner = ""                    | at position 0: owner is empty
          owner = a AND owner = b       | owner is compared twice
          NOT open = true               | at position 0: expected a comparison
          (open = true)                 | at position 0: expected a comparison
          owner = a; DROP TABLE dispute | at position 9: expected AND or the end
          """)
  void parse_refusesAndSaysWhere(String filter, String sentence) {
    assertThatThrownBy(() -> Filter.parse(filter, FIELDS))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(ErrorReason.FILTER_INVALID);
              assertThat(e.violations().getFirst().field()).isEqualTo("filter");
            })
        .hasMessageContaining(sentence);
  }

  @Test
  void parse_refusesLongFilters() {
    assertThatThrownBy(() -> Filter.parse("owner = \"" + "a".repeat(2_000) + "\"", FIELDS))
        .hasMessageContaining("more than 2000 characters");
  }

  @Test
  void flag_refusesOtherWords() {
    Filter filter = Filter.parse("open = maybe", FIELDS);

    assertThatThrownBy(() -> filter.flag("open"))
        .hasMessage("filter: open is true or false, not 'maybe'");
  }

  @Test
  void constant_namesTheWordsThatThereAre() {
    Filter filter = Filter.parse("state = open", FIELDS);

    assertThatThrownBy(() -> filter.constant("state", DisputeState.class))
        .hasMessageContaining("state is one of OPEN, IN_REVIEW, ")
        .hasMessageContaining(", not 'open'");
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
