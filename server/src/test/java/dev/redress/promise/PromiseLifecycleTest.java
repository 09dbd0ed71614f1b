package dev.redress.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.PromiseName;
import dev.redress.identity.ProviderName;
import dev.redress.promise.PromiseLifecycle.Transition;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a promise that was made on Monday for Friday at 17:00. */
class PromiseLifecycleTest {
  private static final ProviderName NORTH = new ProviderName("north");
  private static final Ending SENT =
      new Ending(new Actor("mia"), Instant.parse("2026-10-02T15:00:00Z"), "sent by mail");

  @ParameterizedTest(name = "{0}, {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # state  | said    | leads to
          OPEN     | KEEP    | KEPT
          OPEN     | RELEASE | RELEASED
          KEPT     | KEEP    | PROMISE_NOT_OPEN
          KEPT     | RELEASE | PROMISE_NOT_OPEN
          RELEASED | KEEP    | PROMISE_NOT_OPEN
          RELEASED | RELEASE | PROMISE_NOT_OPEN
          """)
  void promise_endsOnce(PromiseState state, String said, String leadsTo) {
    Promise promise = promise(state);
    Transition transition =
        said.equals("KEEP")
            ? PromiseLifecycle.keep(promise, SENT)
            : PromiseLifecycle.release(promise, SENT);
    switch (transition) {
      case Transition.Accepted(Promise after) -> {
        assertThat(after.state().name()).isEqualTo(leadsTo);
        assertThat(after.ending()).isEqualTo(SENT);
        assertThat(after.version()).isEqualTo(2);
      }
      case Transition.Refused(ErrorReason reason) -> assertThat(reason.name()).isEqualTo(leadsTo);
    }
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPEN     | 2026-10-02T16:59:59Z | false
          OPEN     | 2026-10-02T17:00:00Z | false
          OPEN     | 2026-10-02T17:00:00.000001Z | true
          KEPT     | 2026-10-05T09:00:00Z | false
          RELEASED | 2026-10-05T09:00:00Z | false
          """)
  void isOverdue_isWhatIsOpenWhenItsTimeHasPassed(
      PromiseState state, Instant now, boolean overdue) {
    assertThat(promise(state).isOverdue(now)).isEqualTo(overdue);
  }

  private static Promise promise(PromiseState state) {
    return new Promise(
        new PromiseName(NORTH, "p1"),
        state,
        new DisputeName(NORTH, "d1"),
        new CallbackName(NORTH, "c1"),
        new CustomerName(NORTH, "ATLAS"),
        "mia",
        "send the report",
        Instant.parse("2026-10-02T17:00:00Z"),
        Instant.parse("2026-09-28T09:00:00Z"),
        state == PromiseState.OPEN ? null : SENT,
        1);
  }
}
