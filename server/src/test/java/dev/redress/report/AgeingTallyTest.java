package dev.redress.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.dispute.DisputeState;
import dev.redress.money.Money;
import dev.redress.report.AgeingQuery.By;
import dev.redress.report.OpenDispute.HeldLine;
import dev.redress.report.Ranked.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How old disputes are, in cents and days. */
class AgeingTallyTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest(name = "opened {0} is {1} days old: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # opened               | days | band
          2026-03-01T12:00:00Z   | 0    | 0-7
          2026-03-01T12:00:01Z   | 0    | 0-7
          2026-02-21T12:00:01Z   | 7    | 0-7
          2026-02-21T12:00:00Z   | 8    | 8-14
          2026-02-15T12:00:00Z   | 14   | 8-14
          2026-02-14T12:00:00Z   | 15   | 15-30
          2026-01-30T12:00:00Z   | 30   | 15-30
          2026-01-29T12:00:00Z   | 31   | 31-60
          2025-12-31T12:00:00Z   | 60   | 31-60
          2025-12-30T12:00:00Z   | 61   | 61-90
          2025-12-01T12:00:00Z   | 90   | 61-90
          2025-11-30T12:00:00Z   | 91   | over 90
          2024-02-29T12:00:00Z   | 731  | over 90
          """)
  void age_countsWholeDays(Instant opened, long days, String band) {
    AgeingTally tally = new AgeingTally(By.AGE, NOW);
    tally.add(dispute(DisputeState.OPEN, opened, true, null, new HeldLine("1", 100, 40)));

    assertThat(rows(tally)).containsExactly(new Row<>(band, new Ageing(1, usd(40), 0, 0, days)));
  }

  @ParameterizedTest(name = "{0} counts {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # claims: line costs disputed        | in dispute
          1 100 40                             | 40
          1 100 40, 1 100 50                   | 90
          1 100 100, 1 100 50                  | 100
          1 100 100, 2 100 50                  | 150
          1 100 0                              | 0
          """)
  void money_isOfEachLineWhatItCostsAtMost(String claims, long expected) {
    HeldLine[] lines =
        List.of(claims.split(", ", -1)).stream()
            .map(claim -> claim.split(" ", -1))
            .map(
                words -> new HeldLine(words[0], Long.parseLong(words[1]), Long.parseLong(words[2])))
            .toArray(HeldLine[]::new);

    assertThat(dispute(DisputeState.OPEN, NOW, true, null, lines).heldMinor()).isEqualTo(expected);
  }

  @Test
  void states_comeInTheirOrderWithWhatIsOverdue() {
    AgeingTally tally = new AgeingTally(By.STATE, NOW);
    HeldLine line = new HeldLine("1", 100, 10);
    Instant old = NOW.minus(Duration.ofDays(9));
    tally.add(dispute(DisputeState.REOPENED, NOW, true, null, line));
    tally.add(
        dispute(DisputeState.AWAITING_PROVIDER, old, false, NOW.minus(Duration.ofHours(1)), line));
    tally.add(
        dispute(DisputeState.AWAITING_PROVIDER, NOW, true, NOW.plus(Duration.ofHours(1)), line));
    tally.add(dispute(DisputeState.OPEN, NOW, false, null, line));

    assertThat(rows(tally))
        .containsExactly(
            new Row<>("OPEN", new Ageing(1, usd(10), 1, 0, 0)),
            new Row<>("AWAITING_PROVIDER", new Ageing(2, usd(20), 1, 1, 9)),
            new Row<>("REOPENED", new Ageing(1, usd(10), 0, 0, 0)));
    assertThat(tally.sections(1).getFirst().ageing().other())
        .isEqualTo(new Ageing(3, usd(30), 1, 1, 9));
    assertThat(tally.sections(1).getFirst().ageing().total())
        .isEqualTo(new Ageing(4, usd(40), 2, 1, 9));
  }

  private static List<Row<Ageing>> rows(AgeingTally tally) {
    return tally.sections(50).getFirst().ageing().rows();
  }

  private static OpenDispute dispute(
      DisputeState state,
      Instant opened,
      boolean reached,
      @Nullable Instant respondBy,
      HeldLine... lines) {
    return new OpenDispute("VARN", state, USD, opened, reached, respondBy, List.of(lines));
  }

  private static Money usd(long cents) {
    return new Money(cents, USD);
  }
}
