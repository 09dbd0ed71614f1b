package dev.redress.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.report.Capped.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CappedTest {

  @ParameterizedTest(name = "a line of {0} with {1} gives {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # line costs | what is said to be wrong          | what counts
          100          | RATE 20                           | RATE 20
          100          | DUPLICATE 100, RATE 20            | DUPLICATE 100
          100          | HOURS 60, RATE 60, VAGUE 100      | HOURS 60, RATE 40
          100          | HOURS 60, RATE 40, VAGUE 100      | HOURS 60, RATE 40
          100          | RATE 150                          | RATE 100
          100          | LATE 0, TOO_LOW -30, RATE 10      | RATE 10
          0            | VAGUE 0, RATE 5                   |
          100          | RATE 30, RATE 30                  | RATE 60
          """)
  void shares_neverCountACentTwice(long amount, String parts, @Nullable String expected) {
    String shares =
        Capped.shares(amount, parts(parts)).entrySet().stream()
            .map(share -> share.getKey() + " " + share.getValue())
            .collect(Collectors.joining(", "));

    assertThat(shares).isEqualTo(expected == null ? "" : expected);
  }

  private static List<Part<String>> parts(String text) {
    List<Part<String>> parts = new ArrayList<>();
    for (String part : text.split(", ", -1)) {
      String[] words = part.split(" ", -1);
      parts.add(new Part<>(words[0], Long.parseLong(words[1])));
    }
    return parts;
  }
}
