package dev.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @ParameterizedTest(name = "{0} failed, asked {1}, chance {2} -> {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # tries | Retry-After | chance | what follows
          1       | -           | 0      | others wait 5 s
          2       | -           | 0      | others wait 30 s
          3       | -           | 0      | others wait 120 s
          4       | -           | 0      | others pass, again in 600 s
          5       | -           | 0      | others pass, again in 3600 s
          6       | -           | 0      | others pass, again in 21600 s
          7       | -           | 0      | dead
          8       | -           | 0      | dead
          1       | -           | 1      | others wait 6 s
          6       | -           | 0.5    | others pass, again in 23760 s
          # the receiver may ask for more, up to an hour, never for less
          1       | PT90S       | 0      | others wait 90 s
          3       | PT1S        | 0      | others wait 120 s
          1       | PT24H       | 0      | others wait 3600 s
          6       | PT24H       | 0      | others pass, again in 21600 s
          1       | PT-5S       | 0      | others wait 5 s
          7       | PT1S        | 0      | dead
          """)
  void after_givesTheNextTry(int tries, Duration retryAfter, double chance, String expected) {
    assertThat(shown(RetrySchedule.after(tries, new Receipt.Failed("no", retryAfter), NOW, chance)))
        .isEqualTo(expected);
  }

  private static String shown(RetrySchedule.Next next) {
    return switch (next) {
      case RetrySchedule.Next.InOrder(Instant time) -> "others wait " + seconds(time);
      case RetrySchedule.Next.SetAside(Instant time) -> "others pass, again in " + seconds(time);
      case RetrySchedule.Next.Dead() -> "dead";
    };
  }

  private static String seconds(Instant time) {
    return Duration.between(NOW, time).toSeconds() + " s";
  }
}
