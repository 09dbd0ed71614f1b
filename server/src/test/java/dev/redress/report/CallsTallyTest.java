package dev.redress.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.callback.CallbackState;
import dev.redress.callback.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of promised calls; times are hours of one day. */
class CallsTallyTest {
  private static final Instant DAY = Instant.parse("2026-11-02T00:00:00Z");

  @ParameterizedTest(name = "{0} due {1}, tried {2}, moved {3}, signed off {4}, at {5}: {6}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # state    | due | tried | moved | signed off | now | fate
          COMPLETED  | 10  | 9     | -     | false      | 20  | KEPT
          COMPLETED  | 10  | 10    | -     | false      | 20  | KEPT
          COMPLETED  | 10  | 11    | -     | false      | 20  | LATE
          SUPERSEDED | 10  | 10    | -     | false      | 20  | KEPT
          SUPERSEDED | 10  | 12    | -     | false      | 20  | LATE
          SUPERSEDED | 10  | -     | 9     | false      | 20  | MOVED
          SUPERSEDED | 10  | -     | 11    | false      | 20  | MISSED
          SCHEDULED  | 10  | -     | -     | false      | 9   | PENDING
          SCHEDULED  | 10  | -     | -     | false      | 10  | PENDING
          SCHEDULED  | 10  | -     | -     | false      | 11  | MISSED
          CLAIMED    | 10  | -     | -     | false      | 11  | MISSED
          EXHAUSTED  | 10  | -     | -     | false      | 20  | EXHAUSTED
          EXHAUSTED  | 10  | -     | -     | true       | 20  | EXHAUSTED
          CANCELLED  | 10  | -     | -     | true       | 20  | EXHAUSTED
          CANCELLED  | 10  | -     | -     | false      | 20  | CANCELLED
          """)
  void fate_isWhatBecameOfTheCall(
      CallbackState state,
      int due,
      @Nullable Integer tried,
      @Nullable Integer moved,
      boolean signedOff,
      int now,
      CallFate fate) {
    PromisedCall call =
        new PromisedCall(
            "mia",
            true,
            state,
            at(0),
            at(due),
            tried == null ? null : Outcome.VOICEMAIL,
            tried == null ? null : at(tried),
            moved == null ? null : at(moved),
            signedOff);

    assertThat(CallFate.of(call, at(now))).isEqualTo(fate);
  }

  @ParameterizedTest(name = "{0} % of {1} took at most {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # percent | hours                | at most
          50        | -                    | -
          50        | 7                    | 7
          90        | 7                    | 7
          50        | 4 1                  | 1
          50        | 3 1 2                | 2
          50        | 1 2 3 4              | 2
          90        | 1 2 3 4 5 6 7 8 9    | 9
          90        | 9 8 7 6 5 4 3 2 1 10 | 9
          90        | 1 1 1 1 1 1 1 1 1 99 | 1
          100       | 1 2 99               | 99
          1         | 1 2 99               | 1
          """)
  void percentile_isATimeThatSomethingTook(
      int percent, @Nullable String hours, @Nullable Integer expected) {
    List<Duration> all =
        hours == null
            ? List.of()
            : Stream.of(hours.split(" ", -1))
                .map(Integer::parseInt)
                .map(Duration::ofHours)
                .toList();

    assertThat(new Durations(all).percentile(percent).map(Duration::toHours).orElse(null))
        .isEqualTo(expected == null ? null : Long.valueOf(expected));
  }

  @Test
  void timeToReached_beginsWithTheFirstPromiseAndAnewOnceReached() {
    CallsTally tally = new CallsTally(at(23));
    tally.add(
        List.of(
            tried("mia", true, 1, 4, Outcome.NO_ANSWER, 3),
            tried("mia", true, 3, 7, Outcome.REACHED, 6),
            tried("bo", true, 6, 8, Outcome.REACHED, 9)));

    Ranked<Calls> calls = tally.calls(50);

    assertThat(calls.total().toReached().all())
        .containsExactly(Duration.ofHours(3), Duration.ofHours(5));
    assertThat(calls.total().lateness().all()).containsExactly(Duration.ofHours(1));
    assertThat(calls.rows()).extracting(Ranked.Row::key).containsExactly("mia", "bo");
    assertThat(calls.rows().getFirst().figures().count(CallFate.KEPT)).isEqualTo(2);
    assertThat(calls.total().due()).isEqualTo(3);
    assertThat(calls.total().count(Outcome.REACHED)).isEqualTo(2);
  }

  @Test
  void callsBeforeTheSpan_onlyTellSinceWhenTheCustomerWaits() {
    CallsTally tally = new CallsTally(at(23));
    tally.add(
        List.of(
            tried("bo", false, 1, 4, Outcome.BUSY, 3),
            tried("mia", true, 3, 7, Outcome.REACHED, 6)));

    Ranked<Calls> calls = tally.calls(50);

    assertThat(calls.rows()).extracting(Ranked.Row::key).containsExactly("mia");
    assertThat(calls.total().count(Outcome.BUSY)).isZero();
    assertThat(calls.total().toReached().median()).contains(Duration.ofHours(5));
  }

  @Test
  void owners_beyondTheFirstAreOne() {
    CallsTally tally = new CallsTally(at(23));
    tally.add(List.of(tried("mia", true, 1, 4, Outcome.REACHED, 3)));
    tally.add(List.of(tried("bo", true, 1, 4, Outcome.REACHED, 5)));
    tally.add(List.of(tried("cy", true, 1, 4, Outcome.HUNG_UP, 2)));

    Ranked<Calls> calls = tally.calls(1);

    assertThat(calls.rows()).extracting(Ranked.Row::key).containsExactly("bo");
    assertThat(calls.others()).isEqualTo(2);
    assertThat(calls.total()).isEqualTo(tally.calls(50).total());
  }

  private static PromisedCall tried(
      String owner, boolean inSpan, int promised, int due, Outcome outcome, int tried) {
    CallbackState state =
        outcome == Outcome.REACHED ? CallbackState.COMPLETED : CallbackState.SUPERSEDED;
    return new PromisedCall(
        owner, inSpan, state, at(promised), at(due), outcome, at(tried), null, false);
  }

  private static Instant at(int hour) {
    return DAY.plus(Duration.ofHours(hour));
  }
}
