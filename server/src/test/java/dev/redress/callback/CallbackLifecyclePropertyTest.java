package dev.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Three people claim, release, move and log the calls of one dispute at random, while time passes.
 * Beside the life cycle runs what a careful clerk would note on paper.
 */
class CallbackLifecyclePropertyTest {
  private static final ProviderName NORTH = new ProviderName("north");
  private static final List<Actor> PEOPLE =
      List.of(new Actor("mia"), new Actor("bo"), new Actor("dana"));
  private static final int STEPS = 60;
  private static final int ATTEMPTS_MAX = 3;
  private static final CallbackPolicy POLICY =
      new CallbackPolicy(
          new BusinessCalendar(
              BusinessWeek.mondayToFriday(List.of(new BusinessWindow(540, 1020))),
              ZoneOffset.UTC,
              Holidays.NONE),
          1,
          Duration.ofHours(4),
          ATTEMPTS_MAX,
          ServiceValues.HANG_UP_COOL_DOWN);

  @Property(tries = 500)
  void calls_areNeverLostAndNeverMadeByTwo(@ForAll long seed) {
    Random random = new Random(seed);
    Paper paper = new Paper();
    for (int step = 0; step < STEPS; step++) {
      paper.now = paper.now.plusSeconds(60L * random.nextInt(1, 240));
      Actor actor = PEOPLE.get(random.nextInt(PEOPLE.size()));
      switch (random.nextInt(6)) {
        case 0, 1 -> paper.claim(actor, Duration.ofMinutes(random.nextInt(1, 241)));
        case 2 -> paper.release(actor);
        case 3 -> paper.reschedule(actor);
        default -> {
          Outcome[] outcomes = Outcome.values();
          paper.log(actor, outcomes[random.nextInt(outcomes.length)]);
        }
      }
      paper.check();
    }
  }

  /** What is noted beside the callback that is live. */
  private static final class Paper {
    private final List<Callback> ended = new ArrayList<>();
    private Instant now = Instant.parse("2026-09-28T09:00:00Z");
    private Callback live =
        CallbackLifecycle.first(
            new CallbackName(NORTH, "c0"),
            new DisputeName(NORTH, "d1"),
            new CustomerName(NORTH, "ATLAS"),
            "mia",
            "Atlas, +1 555 0100",
            POLICY,
            now);
    private @Nullable Actor claimer;
    private Instant claimedUntil = now;
    private int moved;
    private int triedInVain;

    private boolean isHeldFrom(Actor actor) {
      return claimer != null && !claimer.equals(actor) && now.isBefore(claimedUntil);
    }

    private boolean isExhausted() {
      return triedInVain >= ATTEMPTS_MAX;
    }

    void claim(Actor actor, Duration lease) {
      Claiming claiming = CallbackLifecycle.claim(live, actor, now, lease);
      if (isExhausted()) {
        assertThat(claiming).isEqualTo(new Claiming.Refused(ErrorReason.CALLBACK_NOT_LIVE));
      } else if (isHeldFrom(actor)) {
        assertThat(claiming).isEqualTo(new Claiming.Refused(ErrorReason.CALLBACK_CLAIMED));
      } else {
        live = ((Claiming.Changed) claiming).after();
        claimer = actor;
        claimedUntil = now.plus(lease);
      }
    }

    void release(Actor actor) {
      Claiming claiming = CallbackLifecycle.release(live, actor, now);
      if (isHeldFrom(actor)) {
        assertThat(claiming).isEqualTo(new Claiming.Refused(ErrorReason.CALLBACK_CLAIMED));
      } else if (claiming instanceof Claiming.Changed(Callback after)) {
        live = after;
        claimer = null;
      } else {
        assertThat(claiming).isEqualTo(new Claiming.Unchanged(live));
      }
    }

    void reschedule(Actor actor) {
      Instant due = POLICY.rescheduledAtMost(now);
      Transition transition =
          CallbackLifecycle.reschedule(live, new Rescheduling(actor, now, "ill"), next(), due);
      if (isExhausted()) {
        assertThat(transition).isEqualTo(new Transition.Refused(ErrorReason.CALLBACK_NOT_LIVE));
      } else if (isHeldFrom(actor)) {
        assertThat(transition).isEqualTo(new Transition.Refused(ErrorReason.CALLBACK_CLAIMED));
      } else if (moved == CallbackPolicy.RESCHEDULES_MAX) {
        assertThat(transition)
            .isEqualTo(new Transition.Refused(ErrorReason.CALLBACK_RESCHEDULED_TOO_OFTEN));
      } else {
        follow((Transition.Followed) transition);
        moved++;
        assertThat(live.dueTime()).isEqualTo(due);
      }
    }

    void log(Actor actor, Outcome outcome) {
      Transition transition =
          CallbackLifecycle.log(
              live,
              new Attempt(outcome, now, actor, ""),
              next(),
              new FollowUp(null, "", outcome == Outcome.HUNG_UP ? "ask for Anna" : ""),
              "dana",
              POLICY);
      boolean spoken = outcome == Outcome.REACHED || outcome == Outcome.CUSTOMER_RESCHEDULED;
      if (isExhausted() && !spoken) {
        assertThat(transition).isEqualTo(new Transition.Refused(ErrorReason.CALLBACK_NOT_LIVE));
      } else if (isHeldFrom(actor)) {
        assertThat(transition).isEqualTo(new Transition.Refused(ErrorReason.CALLBACK_CLAIMED));
      } else {
        follow((Transition.Followed) transition);
        moved = 0;
        triedInVain =
            switch (outcome) {
              case REACHED, CUSTOMER_RESCHEDULED -> 0;
              case NO_ANSWER, VOICEMAIL, BUSY -> triedInVain + 1;
              case HUNG_UP, WRONG_NUMBER -> triedInVain;
            };
      }
    }

    private CallbackName next() {
      return new CallbackName(NORTH, "c" + (ended.size() + 1));
    }

    private void follow(Transition.Followed followed) {
      assertThat(followed.ended().name()).isEqualTo(live.name());
      assertThat(followed.ended().dueTime()).isEqualTo(live.dueTime());
      assertThat(followed.successor().predecessor()).isEqualTo(live.name());
      ended.add(followed.ended());
      live = followed.successor();
      claimer = null;
    }

    void check() {
      assertThat(live.state().isLive()).isTrue();
      assertThat(ended).noneMatch(callback -> callback.state().isLive());
      assertThat(ended).allMatch(it -> (it.attempt() == null) != (it.rescheduling() == null));
      assertThat(live.state() == CallbackState.EXHAUSTED).isEqualTo(isExhausted());
      assertThat(live.attemptsBefore()).isEqualTo(triedInVain);
      assertThat(live.reschedulesBefore()).isEqualTo(moved);
      assertThat(live.claimAt(now).map(CallbackClaim::actor).orElse(null))
          .isEqualTo(claimer != null && now.isBefore(claimedUntil) ? claimer : null);
      assertThat(live.dueTime()).isBeforeOrEqualTo(POLICY.rescheduledAtMost(now));
    }
  }
}
