package dev.redress.handoff;

import dev.redress.error.ErrorReason;
import dev.redress.handoff.Handoff.Answer;
import dev.redress.identity.Actor;
import java.time.Duration;
import java.time.Instant;

/**
 * What becomes of a handoff. Only the receiver accepts or declines, and only the owner or who asked
 * takes it back; once answered it stays as it is.
 */
public final class HandoffLifecycle {
  /** The business time in which an answer is expected. */
  public static final Duration ANSWER_TIME = Duration.ofHours(4);

  private HandoffLifecycle() {}

  /** What an answer leads to. */
  public static Transition answer(Handoff handoff, HandoffAction action, Answer word) {
    return switch (action) {
      case ACCEPT -> byReceiver(handoff, HandoffState.ACCEPTED, word);
      case DECLINE -> byReceiver(handoff, HandoffState.DECLINED, word);
      case CANCEL -> byOwner(handoff, word);
    };
  }

  /** A pending handoff whose dispute ends. */
  public static Handoff ended(Handoff pending, Actor actor, Instant now) {
    return pending.answered(
        HandoffState.CANCELLED, new Answer(actor, now, "the dispute has ended"));
  }

  private static Transition byReceiver(Handoff handoff, HandoffState next, Answer word) {
    return word.actor().name().equals(handoff.receiver())
        ? whilePending(handoff, next, word)
        : new Transition.Refused(ErrorReason.NOT_THE_RECEIVER);
  }

  private static Transition byOwner(Handoff handoff, Answer word) {
    boolean isItsOwn =
        word.actor().name().equals(handoff.sender()) || word.actor().equals(handoff.asker());
    return isItsOwn
        ? whilePending(handoff, HandoffState.CANCELLED, word)
        : new Transition.Refused(ErrorReason.NOT_THE_OWNER);
  }

  private static Transition whilePending(Handoff handoff, HandoffState next, Answer word) {
    return handoff.state() == HandoffState.PENDING
        ? new Transition.Answered(handoff.answered(next, word))
        : new Transition.Refused(ErrorReason.HANDOFF_NOT_PENDING);
  }

  /** What an answer led to. */
  public sealed interface Transition {
    /** It is not pending any more. */
    record Answered(Handoff after) implements Transition {}

    /** It stays as it is. */
    record Refused(ErrorReason reason) implements Transition {}
  }
}
