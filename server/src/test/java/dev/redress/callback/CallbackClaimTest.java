package dev.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.callback.CallbackLifecycle.Claiming;
import dev.redress.callback.CallbackLifecycle.Transition;
import dev.redress.error.ErrorReason;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;
import dev.redress.servicelevel.ServiceValues;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with a call that somebody has claimed or moved, on Wednesday 2026-09-30. */
class CallbackClaimTest {
  private static final ProviderName NORTH = new ProviderName("north");
  private static final CallbackName NEXT = new CallbackName(NORTH, "next");
  private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
  private static final Duration LEASE = Duration.ofMinutes(30);
  private static final CallbackPolicy POLICY =
      new CallbackPolicy(
          new BusinessCalendar(
              BusinessWeek.mondayToFriday(List.of(new BusinessWindow(540, 1020))),
              ZoneOffset.UTC,
              Holidays.NONE),
          1,
          Duration.ofHours(4),
          3,
          ServiceValues.HANG_UP_COOL_DOWN);

  @ParameterizedTest(name = "{0} claimed by {1} until {2}: {3} {4}s at {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # state    | claimed by | until | who | does       | at    | leads to
          SCHEDULED  | -          | -     | mia | CLAIM      | 10:00 | mia until 10:30
          SCHEDULED  | -          | -     | mia | RELEASE    | 10:00 | nobody
          # whoever has claimed a call may do all with it, and may claim it for longer
          CLAIMED    | mia        | 10:30 | mia | CLAIM      | 10:20 | mia until 10:50
          CLAIMED    | mia        | 10:30 | mia | RELEASE    | 10:20 | nobody
          CLAIMED    | mia        | 10:30 | mia | LOG        | 10:20 | successor
          CLAIMED    | mia        | 10:30 | mia | RESCHEDULE | 10:20 | successor
          # nobody else may
          CLAIMED    | mia        | 10:30 | bo  | CLAIM      | 10:20 | CALLBACK_CLAIMED
          CLAIMED    | mia        | 10:30 | bo  | RELEASE    | 10:20 | CALLBACK_CLAIMED
          CLAIMED    | mia        | 10:30 | bo  | LOG        | 10:20 | CALLBACK_CLAIMED
          CLAIMED    | mia        | 10:30 | bo  | RESCHEDULE | 10:20 | CALLBACK_CLAIMED
          # a claim ends by itself, at the very moment that was said
          CLAIMED    | mia        | 10:30 | bo  | CLAIM      | 10:30 | bo until 11:00
          CLAIMED    | mia        | 10:30 | bo  | RELEASE    | 10:30 | nobody
          CLAIMED    | mia        | 10:30 | bo  | LOG        | 10:30 | successor
          CLAIMED    | mia        | 10:30 | bo  | RESCHEDULE | 10:30 | successor
          # when all attempts were in vain there is no call to claim or to move
          EXHAUSTED  | -          | -     | mia | CLAIM      | 10:00 | CALLBACK_NOT_LIVE
          EXHAUSTED  | -          | -     | mia | RESCHEDULE | 10:00 | CALLBACK_NOT_LIVE
          EXHAUSTED  | -          | -     | mia | RELEASE    | 10:00 | nobody
          COMPLETED  | -          | -     | mia | CLAIM      | 10:00 | CALLBACK_NOT_LIVE
          COMPLETED  | -          | -     | mia | RELEASE    | 10:00 | CALLBACK_NOT_LIVE
          SUPERSEDED | -          | -     | mia | CLAIM      | 10:00 | CALLBACK_NOT_LIVE
          SUPERSEDED | -          | -     | mia | RESCHEDULE | 10:00 | CALLBACK_NOT_LIVE
          CANCELLED  | -          | -     | mia | CLAIM      | 10:00 | CALLBACK_NOT_LIVE
          CANCELLED  | -          | -     | mia | RESCHEDULE | 10:00 | CALLBACK_NOT_LIVE
          """)
  void claims_keepOthersOffUntilTheyEnd(
      CallbackState state,
      @Nullable String claimer,
      @Nullable LocalTime until,
      String who,
      String does,
      LocalTime at,
      String leadsTo) {
    CallbackClaim claim =
        claimer == null || until == null
            ? null
            : new CallbackClaim(new Actor(claimer), time(until).minus(LEASE), time(until));
    Callback callback = callback(state, 0, claim);
    Actor actor = new Actor(who);
    Instant now = time(at);
    String result =
        switch (does) {
          case "CLAIM" -> told(CallbackLifecycle.claim(callback, actor, now, LEASE), now);
          case "RELEASE" -> told(CallbackLifecycle.release(callback, actor, now), now);
          case "LOG" ->
              told(
                  CallbackLifecycle.log(
                      callback,
                      new Attempt(Outcome.NO_ANSWER, now, actor, ""),
                      NEXT,
                      FollowUp.NONE,
                      "sarah",
                      POLICY));
          case "RESCHEDULE" ->
              told(
                  CallbackLifecycle.reschedule(
                      callback,
                      new Rescheduling(actor, now, "ill"),
                      NEXT,
                      now.plus(Duration.ofDays(1))));
          default -> throw new IllegalArgumentException(does);
        };
    assertThat(result).isEqualTo(leadsTo);
  }

  @ParameterizedTest(name = "claimed until {0}, at {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # the call is due at 12:00
          # claimed until | at    | waits | is due
          -               | 11:59 | true  | false
          -               | 12:00 | true  | true
          12:10           | 11:59 | false | false
          12:10           | 12:09 | false | false
          12:10           | 12:10 | true  | true
          11:30           | 11:45 | true  | false
          """)
  void claim_hidesADueCallOnlyWhileItCounts(
      @Nullable LocalTime until, LocalTime at, boolean waits, boolean due) {
    CallbackClaim claim =
        until == null
            ? null
            : new CallbackClaim(new Actor("mia"), time(until).minus(LEASE), time(until));
    Callback callback =
        callback(claim == null ? CallbackState.SCHEDULED : CallbackState.CLAIMED, 0, claim);
    assertThat(callback.isWaiting(time(at))).isEqualTo(waits);
    assertThat(callback.isDue(time(at))).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,2", "2,3"})
  void reschedule_countsAndKeepsWhatWasTried(int before, int after) {
    Callback callback = callback(CallbackState.SCHEDULED, before, null);
    Instant due = time(LocalTime.of(15, 0));
    Transition.Followed followed =
        (Transition.Followed)
            CallbackLifecycle.reschedule(
                callback,
                new Rescheduling(new Actor("mia"), time(LocalTime.of(10, 0)), "ill"),
                NEXT,
                due);
    assertThat(followed.ended().state()).isEqualTo(CallbackState.SUPERSEDED);
    assertThat(followed.ended().rescheduling())
        .isEqualTo(new Rescheduling(new Actor("mia"), time(LocalTime.of(10, 0)), "ill"));
    assertThat(followed.ended().dueTime()).isEqualTo(callback.dueTime());
    Callback next = followed.successor();
    assertThat(next.reschedulesBefore()).isEqualTo(after);
    assertThat(next.attemptsBefore()).isEqualTo(2);
    assertThat(next.dueTime()).isEqualTo(due);
    assertThat(next.contact()).isEqualTo(callback.contact());
    assertThat(next.approach()).isEqualTo(callback.approach());
    assertThat(next.predecessor()).isEqualTo(callback.name());
  }

  @ParameterizedTest
  @CsvSource({"NO_ANSWER", "HUNG_UP", "WRONG_NUMBER", "CUSTOMER_RESCHEDULED", "REACHED"})
  void reschedule_isRefusedTheFourthTimeUntilSomebodyTried(Outcome outcome) {
    Rescheduling again = new Rescheduling(new Actor("mia"), time(LocalTime.of(10, 0)), "ill");
    Callback moved = callback(CallbackState.SCHEDULED, CallbackPolicy.RESCHEDULES_MAX, null);
    assertThat(CallbackLifecycle.reschedule(moved, again, NEXT, moved.dueTime()))
        .isEqualTo(new Transition.Refused(ErrorReason.CALLBACK_RESCHEDULED_TOO_OFTEN));

    Transition tried =
        CallbackLifecycle.log(
            moved,
            new Attempt(outcome, again.time(), again.actor(), ""),
            NEXT,
            new FollowUp(null, "", "ask for Anna"),
            "sarah",
            POLICY);
    assertThat(((Transition.Followed) tried).successor().reschedulesBefore()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"PT1M,true", "PT4H,true", "PT59S,false", "PT4H0.000001S,false"})
  void checkedLease_isFromOneMinuteToFourHours(Duration lease, boolean allowed) {
    if (allowed) {
      assertThatCode(() -> CallbackClaim.checkedLease(lease)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> CallbackClaim.checkedLease(lease))
          .hasMessage("lease: must be from 1 minute to 4 hours");
    }
  }

  private static String told(Claiming claiming, Instant now) {
    return switch (claiming) {
      case Claiming.Changed(Callback after) -> claimOf(after, now);
      case Claiming.Unchanged(Callback callback) -> claimOf(callback, now);
      case Claiming.Refused(ErrorReason reason) -> reason.name();
    };
  }

  private static String told(Transition transition) {
    return switch (transition) {
      case Transition.Followed _ -> "successor";
      case Transition.Refused(ErrorReason reason) -> reason.name();
    };
  }

  private static String claimOf(Callback callback, Instant now) {
    Optional<CallbackClaim> claim = callback.claimAt(now);
    return claim
        .map(
            made ->
                made.actor().name()
                    + " until "
                    + made.expireTime().atOffset(ZoneOffset.UTC).toLocalTime())
        .orElse("nobody");
  }

  private static Instant time(LocalTime time) {
    return DAY.atTime(time).toInstant(ZoneOffset.UTC);
  }

  private static Callback callback(
      CallbackState state, int reschedules, @Nullable CallbackClaim claim) {
    return new Callback(
        new CallbackName(NORTH, "c1"),
        state,
        new DisputeName(NORTH, "d1"),
        new CustomerName(NORTH, "ATLAS"),
        "mia",
        "Atlas, +1 555 0100",
        "begin with the tickets",
        time(LocalTime.NOON),
        2,
        reschedules,
        claim,
        null,
        null,
        null,
        Instant.parse("2026-09-29T12:00:00Z"),
        1);
  }
}
