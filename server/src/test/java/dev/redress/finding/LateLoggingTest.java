package dev.redress.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateLoggingTest {

  @ParameterizedTest(name = "{0}; {1}; {2}: {3} days")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # billed                 | expected              | rule                                 | days
          logged on 2026-09-20     | by 2026-09-08         | the work was done on 2026-09-01      | 19
          worked on 2026-09-01     | not before 2026-09-02 | R-1 was logged then, which passes    | 1
          logged on 2024-03-01; worked on 2024-02-20 | by 2024-02-27; not before 2024-02-21 | the work was done on 2024-02-20; R-1 | 10
          logged on 2026-09-20     | by 2026-09-08         | the work was                         | -
          worked on 2026-0…        | not before 2026-09-02 | R-1                                  | -
          """)
  void days_areThoseThatTheFindingTells(
      String billed, String expected, String rule, @Nullable Long days) {
    assertThat(LateLogging.days(billed, expected, rule))
        .isEqualTo(days == null ? OptionalLong.empty() : OptionalLong.of(days));
  }
}
