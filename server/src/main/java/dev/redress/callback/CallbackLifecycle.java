package dev.redress.callback;

import dev.redress.error.ErrorReason;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import java.time.Instant;

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
        null,
        null,
        now,
        1);
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
    Successor successor = new Successor(callback, successorName, now);
    int tried = callback.attemptsBefore();
    Instant promised = next.time();
    Instant spokenNext = promised == null ? policy.firstDue(now) : promised;
    return switch (attempt.outcome()) {
      case REACHED ->
          new Transition.Followed(
              callback.in(CallbackState.COMPLETED, attempt), successor.due(spokenNext, 0));
      case CUSTOMER_RESCHEDULED ->
          new Transition.Followed(
              callback.in(CallbackState.SUPERSEDED, attempt), successor.due(spokenNext, 0));
      case NO_ANSWER, VOICEMAIL, BUSY ->
          new Transition.Followed(
              callback.in(CallbackState.SUPERSEDED, attempt),
              tried + 1 >= policy.attemptsMax()
                  ? successor.exhausted(policy.nextAttemptDue(now), tried + 1)
                  : successor.due(policy.nextAttemptDue(now), tried + 1));
      case HUNG_UP ->
          new Transition.Followed(
              callback.in(CallbackState.SUPERSEDED, attempt),
              successor.otherwise(next.approach(), policy.afterHangUp(now), tried));
      case WRONG_NUMBER ->
          new Transition.Followed(
              callback.in(CallbackState.SUPERSEDED, attempt),
              next.contact().isEmpty()
                  ? successor.handedTo(accountManager, policy.firstDue(now), tried)
                  : successor.at(next.contact(), policy.nextAttemptDue(now), tried));
    };
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

  /** The live callback of a dispute that ends. */
  public static Callback cancel(Callback callback) {
    return callback.in(CallbackState.CANCELLED, null);
  }

  /** The callback that takes the place of another. */
  private record Successor(Callback before, CallbackName name, Instant now) {
    Callback due(Instant dueTime, int attempts) {
      return of(CallbackState.SCHEDULED, before.owner(), before.contact(), "", dueTime, attempts);
    }

    Callback exhausted(Instant dueTime, int attempts) {
      return of(CallbackState.EXHAUSTED, before.owner(), before.contact(), "", dueTime, attempts);
    }

    Callback otherwise(String approach, Instant dueTime, int attempts) {
      return of(
          CallbackState.SCHEDULED, before.owner(), before.contact(), approach, dueTime, attempts);
    }

    Callback at(String contact, Instant dueTime, int attempts) {
      return of(
          CallbackState.SCHEDULED, before.owner(), contact, before.approach(), dueTime, attempts);
    }

    Callback handedTo(String owner, Instant dueTime, int attempts) {
      return of(CallbackState.SCHEDULED, owner, "", before.approach(), dueTime, attempts);
    }

    private Callback of(
        CallbackState state,
        String owner,
        String contact,
        String approach,
        Instant dueTime,
        int attempts) {
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
}
