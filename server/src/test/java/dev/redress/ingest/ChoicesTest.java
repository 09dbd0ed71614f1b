package dev.redress.ingest;

import static dev.redress.ingest.DecimalsTest.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoicesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what    | written          | read, or what the clerk is told
          currency  | USD              | USD
          currency  | JPY              | JPY
          currency  | usd              | must be the ISO 4217 code of a currency in use, such as USD
          currency  | XXX              | must be the ISO 4217 code of a currency in use, such as USD
          currency  | XAU              | must be the ISO 4217 code of a currency in use, such as USD
          currency  | $                | must be the ISO 4217 code of a currency in use, such as USD
          time zone | America/Chicago  | America/Chicago
          time zone | UTC              | UTC
          time zone | +02:00           | must be an IANA time zone such as America/Chicago
          time zone | Mars/Olympus     | must be an IANA time zone such as America/Chicago
          flag      | true             | true
          flag      | FALSE            | false
          flag      | yes              | must be true or false
          flag      | 1                | must be true or false
          """)
  void choices_onlyWhatTheListHas(String what, String written, String expected) {
    Reading<?> reading =
        switch (what) {
          case "currency" -> Choices.currency(written);
          case "time zone" -> Choices.timeZone(written);
          default -> Choices.flag(written);
        };
    assertThat(outcome(reading)).isEqualTo(expected);
  }
}
