package dev.redress.promise;

import dev.redress.error.ErrorReason;

/** What becomes of a promise: it is kept, or the customer releases us; nothing undoes either. */
public final class PromiseLifecycle {
  private PromiseLifecycle() {}

  /** What saying that a promise was kept leads to, overdue or not. */
  public static Transition keep(Promise promise, Ending ending) {
    return end(promise, PromiseState.KEPT, ending);
  }

  /** What saying that the customer released us leads to. */
  public static Transition release(Promise promise, Ending ending) {
    return end(promise, PromiseState.RELEASED, ending);
  }

  private static Transition end(Promise promise, PromiseState next, Ending ending) {
    return switch (promise.state()) {
      case OPEN -> new Transition.Accepted(promise.ended(next, ending));
      case KEPT, RELEASED -> new Transition.Refused(ErrorReason.PROMISE_NOT_OPEN);
    };
  }

  /** What asking a promise to move led to. */
  public sealed interface Transition {
    /** It moved. */
    record Accepted(Promise after) implements Transition {}

    /** It stays as it is. */
    record Refused(ErrorReason reason) implements Transition {}
  }
}
