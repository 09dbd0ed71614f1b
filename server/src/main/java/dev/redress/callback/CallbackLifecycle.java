package dev.redress.callback;

import dev.redress.error.ErrorReason;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
   * @param followUp what the customer was promised, if it was reached and promised something
   */
  public static Transition log(
      Callback callback,
      Attempt attempt,
      CallbackName successorName,
      @Nullable Instant followUp,
      CallbackPolicy policy) {
    if (!mayBeLogged(callback.state(), attempt.outcome())) {
      return new Transition.Refused(ErrorReason.CALLBACK_NOT_LIVE);
    }
    Instant now = attempt.time();
    return switch (attempt.outcome()) {
      case REACHED ->
          new Transition.Followed(
              callback.in(CallbackState.COMPLETED, attempt),
              successor(
                  callback,
                  successorName,
                  CallbackState.SCHEDULED,
                  followUp == null ? policy.firstDue(now) : followUp,
                  0,
                  now));
      case NO_ANSWER -> {
        int attempts = callback.attemptsBefore() + 1;
        boolean exhausted = attempts >= policy.attemptsMax();
        yield new Transition.Followed(
            callback.in(CallbackState.SUPERSEDED, attempt),
            successor(
                callback,
                successorName,
                exhausted ? CallbackState.EXHAUSTED : CallbackState.SCHEDULED,
                policy.nextAttemptDue(now),
                attempts,
                now));
      }
    };
  }

  /** When all attempts were in vain, only a customer who is reached after all changes anything. */
  private static boolean mayBeLogged(CallbackState state, Outcome outcome) {
    return switch (state) {
      case SCHEDULED, CLAIMED -> true;
      case EXHAUSTED -> outcome == Outcome.REACHED;
      case COMPLETED, SUPERSEDED, CANCELLED -> false;
    };
  }

  /** The live callback of a dispute that ends. */
  public static Callback cancel(Callback callback) {
    return callback.in(CallbackState.CANCELLED, null);
  }

  private static Callback successor(
      Callback callback,
      CallbackName name,
      CallbackState state,
      Instant dueTime,
      int attemptsBefore,
      Instant now) {
    return new Callback(
        name,
        state,
        callback.dispute(),
        callback.customer(),
        callback.owner(),
        callback.contact(),
        dueTime,
        attemptsBefore,
        null,
        callback.name(),
        now,
        1);
  }

  /** What asking a callback to move led to. */
  public sealed interface Transition {
    /** It ended, and another took its place. */
    record Followed(Callback ended, Callback successor) implements Transition {}

    /** It stays as it is. */
    record Refused(ErrorReason reason) implements Transition {}
  }
}
