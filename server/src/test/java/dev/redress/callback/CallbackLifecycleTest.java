package dev.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.callback.CallbackLifecycle.Transition;
import dev.redress.error.ErrorReason;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from each attempt, with 3 attempts at most and business hours from 9 to 17 UTC. */
class CallbackLifecycleTest {
  private static final ProviderName NORTH = new ProviderName("north");
  private static final CallbackName NEXT = new CallbackName(NORTH, "next");
  private static final CallbackPolicy POLICY =
      new CallbackPolicy(
          new BusinessCalendar(
              BusinessWeek.mondayToFriday(List.of(new BusinessWindow(540, 1020))),
              ZoneOffset.UTC,
              Holidays.NONE),
          1,
          Duration.ofHours(4),
          3,
          Duration.ofHours(24));

  @ParameterizedTest(name = "{0}, {1} before, {2} at {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # Wednesday 2026-09-30; Friday 2026-10-02; follow-up as promised or by default
          # state   | tried | outcome   | at                   | promised             | ends as    | next      | tried | due
          SCHEDULED | 0     | REACHED   | 2026-09-30T10:00:00Z | 2026-10-05T14:30:00Z | COMPLETED  | SCHEDULED | 0     | 2026-10-05T14:30:00Z
          SCHEDULED | 2     | REACHED   | 2026-09-30T10:00:00Z | -                    | COMPLETED  | SCHEDULED | 0     | 2026-10-01T10:00:00Z
          SCHEDULED | 0     | REACHED   | 2026-10-02T10:00:00Z | -                    | COMPLETED  | SCHEDULED | 0     | 2026-10-05T10:00:00Z
          CLAIMED   | 0     | REACHED   | 2026-09-30T10:00:00Z | -                    | COMPLETED  | SCHEDULED | 0     | 2026-10-01T10:00:00Z
          SCHEDULED | 0     | NO_ANSWER | 2026-09-30T10:00:00Z | -                    | SUPERSEDED | SCHEDULED | 1     | 2026-09-30T14:00:00Z
          SCHEDULED | 0     | NO_ANSWER | 2026-09-30T15:00:00Z | -                    | SUPERSEDED | SCHEDULED | 1     | 2026-10-01T11:00:00Z
          SCHEDULED | 1     | NO_ANSWER | 2026-10-02T16:30:00Z | -                    | SUPERSEDED | SCHEDULED | 2     | 2026-10-05T12:30:00Z
          SCHEDULED | 2     | NO_ANSWER | 2026-09-30T10:00:00Z | -                    | SUPERSEDED | EXHAUSTED | 3     | 2026-09-30T14:00:00Z
          EXHAUSTED | 3     | REACHED   | 2026-09-30T10:00:00Z | -                    | COMPLETED  | SCHEDULED | 0     | 2026-10-01T10:00:00Z
          SCHEDULED | 1     | VOICEMAIL | 2026-09-30T10:00:00Z | -                    | SUPERSEDED | SCHEDULED | 2     | 2026-09-30T14:00:00Z
          SCHEDULED | 2     | BUSY      | 2026-09-30T10:00:00Z | -                    | SUPERSEDED | EXHAUSTED | 3     | 2026-09-30T14:00:00Z
          # who hung up is left in peace for a day, over the weekend too, and that is no attempt in vain
          SCHEDULED | 2     | HUNG_UP   | 2026-09-30T10:00:00Z | -                    | SUPERSEDED | SCHEDULED | 2     | 2026-10-01T10:00:00Z
          SCHEDULED | 2     | HUNG_UP   | 2026-10-02T10:00:00Z | -                    | SUPERSEDED | SCHEDULED | 2     | 2026-10-05T09:00:00Z
          # a wrong number without another one goes to the account manager, who has a day
          SCHEDULED | 2     | WRONG_NUMBER         | 2026-09-30T10:00:00Z | - | SUPERSEDED | SCHEDULED | 2 | 2026-10-01T10:00:00Z
          SCHEDULED | 2     | CUSTOMER_RESCHEDULED | 2026-09-30T10:00:00Z | 2026-10-08T11:15:00Z | SUPERSEDED | SCHEDULED | 0 | 2026-10-08T11:15:00Z
          EXHAUSTED | 3     | CUSTOMER_RESCHEDULED | 2026-09-30T10:00:00Z | 2026-10-08T11:15:00Z | SUPERSEDED | SCHEDULED | 0 | 2026-10-08T11:15:00Z
          """)
  void log_endsTheCallbackAndGivesItsSuccessor(
      CallbackState state,
      int attemptsBefore,
      Outcome outcome,
      Instant at,
      @Nullable Instant promised,
      CallbackState endsAs,
      CallbackState nextState,
      int nextAttemptsBefore,
      Instant nextDue) {
    Callback callback = callback(state, attemptsBefore);
    Transition transition =
        CallbackLifecycle.log(
            callback,
            new Attempt(outcome, at, new Actor("mia"), ""),
            NEXT,
            new FollowUp(promised, "", ""),
            "sarah",
            POLICY);
    assertThat(transition).isInstanceOf(Transition.Followed.class);
    Transition.Followed followed = (Transition.Followed) transition;
    assertThat(followed.ended().state()).isEqualTo(endsAs);
    assertThat(followed.ended().version()).isEqualTo(2);
    assertThat(followed.successor().state()).isEqualTo(nextState);
    assertThat(followed.successor().attemptsBefore()).isEqualTo(nextAttemptsBefore);
    assertThat(followed.successor().dueTime()).isEqualTo(nextDue);
    assertThat(followed.successor().predecessor()).isEqualTo(callback.name());
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED,REACHED",
    "SUPERSEDED,REACHED",
    "CANCELLED,REACHED",
    "COMPLETED,NO_ANSWER",
    "EXHAUSTED,NO_ANSWER",
    "EXHAUSTED,VOICEMAIL",
    "EXHAUSTED,BUSY",
    "EXHAUSTED,HUNG_UP",
    "EXHAUSTED,WRONG_NUMBER",
    "CANCELLED,CUSTOMER_RESCHEDULED"
  })
  void log_isRefusedWhereNoCallIsToBeMade(CallbackState state, Outcome outcome) {
    assertThat(
            CallbackLifecycle.log(
                callback(state, 0),
                new Attempt(outcome, Instant.parse("2026-09-30T10:00:00Z"), new Actor("mia"), ""),
                NEXT,
                FollowUp.NONE,
                "sarah",
                POLICY))
        .isEqualTo(new Transition.Refused(ErrorReason.CALLBACK_NOT_LIVE));
  }

  @ParameterizedTest(name = "{0}, contact {1}, approach {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # outcome    | contact said      | approach said | owner | contact            | approach
          NO_ANSWER    | ''                | ''            | mia   | Atlas, +1 555 0100 | ''
          HUNG_UP      | ''                | ask for Anna  | mia   | Atlas, +1 555 0100 | ask for Anna
          WRONG_NUMBER | Anna, +1 555 0199 | ''            | mia   | Anna, +1 555 0199  | ''
          WRONG_NUMBER | ''                | ''            | sarah | ''                 | ''
          """)
  void log_tellsWhoCallsWhomAndHow(
      Outcome outcome,
      String saidContact,
      String saidApproach,
      String owner,
      String contact,
      String approach) {
    Transition transition =
        CallbackLifecycle.log(
            callback(CallbackState.SCHEDULED, 0),
            new Attempt(outcome, Instant.parse("2026-09-30T10:00:00Z"), new Actor("mia"), ""),
            NEXT,
            new FollowUp(null, saidContact, saidApproach),
            "sarah",
            POLICY);
    Callback next = ((Transition.Followed) transition).successor();
    assertThat(List.of(next.owner(), next.contact(), next.approach()))
        .containsExactly(owner, contact, approach);
  }

  @ParameterizedTest(name = "called at {0}, customer now at {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # called at       | the customer's own now | called again at
          -                 | +1 555 0100            | +1 555 0100
          0100              | 0100                   | 0100
          0100, 0100, 0199  | 0100                   | 0199
          0100, 0199, 0199  | 0100                   | 0199
          0100, 0199        | 0300                   | 0300
          0100, 0199, empty | 0100                   | 0100
          """)
  void contactAgain_isWhatWasLearnedUnlessTheCustomersOwnChangedSince(
      @Nullable String calledAt, String ofCustomer, String expected) {
    Stream<String> contacts = calledAt == null ? Stream.of() : Stream.of(calledAt.split(", ", -1));
    List<Callback> calls =
        contacts
            .map(contact -> callback(CallbackState.COMPLETED, contact.replace("empty", ""), 0))
            .toList();
    assertThat(CallbackLifecycle.contactAgain(calls, ofCustomer)).isEqualTo(expected);
  }

  private static Callback callback(CallbackState state, int attemptsBefore) {
    return callback(state, "Atlas, +1 555 0100", attemptsBefore);
  }

  private static Callback callback(CallbackState state, String contact, int attemptsBefore) {
    Instant promised = Instant.parse("2026-09-28T09:00:00Z");
    return new Callback(
        new CallbackName(NORTH, "c1"),
        state,
        new DisputeName(NORTH, "d1"),
        new CustomerName(NORTH, "ATLAS"),
        "mia",
        contact,
        "",
        promised.plus(Duration.ofDays(1)),
        attemptsBefore,
        0,
        state == CallbackState.CLAIMED
            ? new CallbackClaim(new Actor("mia"), promised, promised.plus(Duration.ofDays(9)))
            : null,
        null,
        null,
        null,
        promised,
        1);
  }
}
