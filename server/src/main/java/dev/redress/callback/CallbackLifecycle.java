package dev.redress.callback;

import dev.redress.error.ErrorReason;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of a callback. Every move that ends one also gives its successor, so that no caller
 * can store the one without the other (I2).
 */
public final class CallbackLifecycle {
  private CallbackLifecycle() {}

  /** The first callback of a dispute. */
  public static Callback first(
      CallbackName name,
      DisputeName dispute,
      CustomerName customer,
      String owner,
      String contact,
      CallbackPolicy policy,
      Instant now) {
    return new Callback(
        name,
        CallbackState.SCHEDULED,
        dispute,
        customer,
        owner,
        contact,
        "",
        policy.firstDue(now),
        0,
        0,
        null,
        null,
        null,
        null,
        now,
        1);
  }

  /**
   * Where to call a customer again about a dispute: at what was learned on its calls, unless
   * nothing was, or the customer's own contact was changed since the first of them.
   *
   * @param calls about the dispute, in their order; none: the customer's own contact counts
   * @param ofCustomer the customer's own contact as it is now
   */
  public static String contactAgain(List<Callback> calls, String ofCustomer) {
    if (calls.isEmpty() || !calls.getFirst().contact().equals(ofCustomer)) {
      return ofCustomer;
    }
    String learned = calls.getLast().contact();
    return learned.isEmpty() ? ofCustomer : learned;
  }

  /**
   * What claiming a callback leads to. Whoever has claimed it already renews the claim; one that no
   * longer counts is anybody's to take.
   *
   * @param lease how long the claim counts from now on
   */
  public static Claiming claim(Callback callback, Actor actor, Instant now, Duration lease) {
    if (!isToBeMade(callback)) {
      return new Claiming.Refused(ErrorReason.CALLBACK_NOT_LIVE);
    }
    if (isClaimedByAnother(callback, actor, now)) {
      return new Claiming.Refused(ErrorReason.CALLBACK_CLAIMED);
    }
    Instant since = callback.claimAt(now).map(CallbackClaim::time).orElse(now);
    return new Claiming.Changed(
        callback.claimedBy(new CallbackClaim(actor, since, now.plus(lease))));
  }

  /** What giving up a claim leads to; a callback that nobody has claimed stays as it is. */
  public static Claiming release(Callback callback, Actor actor, Instant now) {
    if (!callback.state().isLive()) {
      return new Claiming.Refused(ErrorReason.CALLBACK_NOT_LIVE);
    }
    if (isClaimedByAnother(callback, actor, now)) {
      return new Claiming.Refused(ErrorReason.CALLBACK_CLAIMED);
    }
    return callback.claimAt(now).isPresent()
        ? new Claiming.Changed(callback.released())
        : new Claiming.Unchanged(callback);
  }

  /**
   * What moving a call leads to, by the provider's own wish. What was tried before still counts, so
   * that nobody gets out of making the call by moving it.
   *
   * @param dueTime when it is to be made instead
   */
  public static Transition reschedule(
      Callback callback, Rescheduling rescheduling, CallbackName successorName, Instant dueTime) {
    if (!isToBeMade(callback)) {
      return new Transition.Refused(ErrorReason.CALLBACK_NOT_LIVE);
    }
    if (isClaimedByAnother(callback, rescheduling.actor(), rescheduling.time())) {
      return new Transition.Refused(ErrorReason.CALLBACK_CLAIMED);
    }
    if (callback.reschedulesBefore() >= CallbackPolicy.RESCHEDULES_MAX) {
      return new Transition.Refused(ErrorReason.CALLBACK_RESCHEDULED_TOO_OFTEN);
    }
    return new Transition.Followed(
        callback.endedBy(rescheduling),
        new Successor(callback, successorName, rescheduling.time()).moved(dueTime));
  }

  /**
   * What an attempt leads to.
   *
   * @param successorName for the callback that takes its place
   * @param next what was said about the next call
   * @param accountManager who takes over when nobody knows where to call
   */
  public static Transition log(
      Callback callback,
      Attempt attempt,
      CallbackName successorName,
      FollowUp next,
      String accountManager,
      CallbackPolicy policy) {
    if (!mayBeLogged(callback.state(), attempt.outcome())) {
      return new Transition.Refused(ErrorReason.CALLBACK_NOT_LIVE);
    }
    Instant now = attempt.time();
    if (isClaimedByAnother(callback, attempt.actor(), now)) {
      return new Transition.Refused(ErrorReason.CALLBACK_CLAIMED);
    }
    Successor successor = new Successor(callback, successorName, now);
    int tried = callback.attemptsBefore();
    Instant promised = next.time();
    Instant spokenNext = promised == null ? policy.firstDue(now) : promised;
    Callback after =
        switch (attempt.outcome()) {
          case REACHED, CUSTOMER_RESCHEDULED -> successor.due(spokenNext, 0);
          case NO_ANSWER, VOICEMAIL, BUSY ->
              tried + 1 >= policy.attemptsMax()
                  ? successor.exhausted(policy.nextAttemptDue(now), tried + 1)
                  : successor.due(policy.nextAttemptDue(now), tried + 1);
          case HUNG_UP -> successor.otherwise(next.approach(), policy.afterHangUp(now), tried);
          case WRONG_NUMBER ->
              next.contact().isEmpty()
                  ? successor.handedTo(accountManager, policy.firstDue(now), tried)
                  : successor.at(next.contact(), policy.nextAttemptDue(now), tried);
        };
    return new Transition.Followed(callback.endedBy(attempt), after);
  }

  /**
   * When all attempts were in vain, only a customer who is spoken to after all changes anything.
   */
  private static boolean mayBeLogged(CallbackState state, Outcome outcome) {
    return switch (state) {
      case SCHEDULED, CLAIMED -> true;
      case EXHAUSTED -> outcome == Outcome.REACHED || outcome == Outcome.CUSTOMER_RESCHEDULED;
      case COMPLETED, SUPERSEDED, CANCELLED -> false;
    };
  }

  /** Whether somebody still has to call: not when all attempts were in vain. */
  private static boolean isToBeMade(Callback callback) {
    return callback.state() == CallbackState.SCHEDULED || callback.state() == CallbackState.CLAIMED;
  }

  private static boolean isClaimedByAnother(Callback callback, Actor actor, Instant now) {
    return callback.claimAt(now).filter(claim -> !claim.actor().equals(actor)).isPresent();
  }

  /** Whether the account manager may sign off that nobody will be reached. */
  public static boolean maySignOff(Callback callback) {
    return callback.state() == CallbackState.EXHAUSTED;
  }

  /** The live callback of a dispute that ends. */
  public static Callback cancel(Callback callback) {
    return callback.cancelled();
  }

  /** The live callback of a dispute that somebody else takes over; all but its owner stays. */
  public static Callback handOver(Callback callback, String owner) {
    return callback.takenOverBy(owner);
  }

  /** The callback that takes the place of another. */
  private record Successor(Callback before, CallbackName name, Instant now) {
    Callback due(Instant dueTime, int attempts) {
      return of(
          CallbackState.SCHEDULED, before.owner(), before.contact(), "", dueTime, attempts, 0);
    }

    Callback exhausted(Instant dueTime, int attempts) {
      return of(
          CallbackState.EXHAUSTED, before.owner(), before.contact(), "", dueTime, attempts, 0);
    }

    Callback otherwise(String approach, Instant dueTime, int attempts) {
      return of(
          CallbackState.SCHEDULED,
          before.owner(),
          before.contact(),
          approach,
          dueTime,
          attempts,
          0);
    }

    Callback at(String contact, Instant dueTime, int attempts) {
      return of(
          CallbackState.SCHEDULED,
          before.owner(),
          contact,
          before.approach(),
          dueTime,
          attempts,
          0);
    }

    Callback handedTo(String owner, Instant dueTime, int attempts) {
      return of(CallbackState.SCHEDULED, owner, "", before.approach(), dueTime, attempts, 0);
    }

    Callback moved(Instant dueTime) {
      return of(
          CallbackState.SCHEDULED,
          before.owner(),
          before.contact(),
          before.approach(),
          dueTime,
          before.attemptsBefore(),
          before.reschedulesBefore() + 1);
    }

    private Callback of(
        CallbackState state,
        String owner,
        String contact,
        String approach,
        Instant dueTime,
        int attempts,
        int reschedules) {
      return new Callback(
          name,
          state,
          before.dispute(),
          before.customer(),
          owner,
          contact,
          approach,
          dueTime,
          attempts,
          reschedules,
          null,
          null,
          null,
          before.name(),
          now,
          1);
    }
  }

  /** What asking a callback to move led to. */
  public sealed interface Transition {
    /** It ended, and another took its place. */
    record Followed(Callback ended, Callback successor) implements Transition {}

    /** It stays as it is. */
    record Refused(ErrorReason reason) implements Transition {}
  }

  /** What claiming a callback, or giving up the claim, led to. */
  public sealed interface Claiming {
    /** It has another claim, or none any more. */
    record Changed(Callback after) implements Claiming {}

    /** There was nothing to change. */
    record Unchanged(Callback callback) implements Claiming {}

    /** It stays as it is. */
    record Refused(ErrorReason reason) implements Claiming {}
  }
}
