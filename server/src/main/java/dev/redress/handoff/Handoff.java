package dev.redress.handoff;

import dev.redress.identity.Actor;
import dev.redress.identity.DisputeName;
import dev.redress.identity.HandoffName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish that a dispute changes its owner, and what became of it. Its brief is kept beside it,
 * see {@link HandoffStore#brief}.
 *
 * @param ordinal 1, 2, 3 and so on for each dispute, at most {@value #ORDINAL_MAX}
 * @param sender who owns the dispute when it is asked
 * @param receiver who is asked, 1 to 200 characters, never the sender
 * @param reason why, 1 to 2,000 characters
 * @param note what else the receiver should know, at most 2,000 characters
 * @param asker who asks, mostly the sender
 * @param dueTime until when an answer is expected; nothing is decided when it does not come
 * @param answer absent exactly while it is pending
 * @param version 1 when asked, one more with each change
 */
public record Handoff(
    HandoffName name,
    DisputeName dispute,
    int ordinal,
    HandoffState state,
    String sender,
    String receiver,
    String reason,
    String note,
    Actor asker,
    Instant createTime,
    Instant dueTime,
    @Nullable Answer answer,
    long version) {

  /** Most handoffs of one dispute. */
  public static final int ORDINAL_MAX = 200;

  public Handoff {
    require(!receiver.equals(sender), "a handoff goes to somebody else");
    require(
        (state == HandoffState.PENDING) == (answer == null), "what is not pending has an answer");
    require(
        state != HandoffState.ACCEPTED
            || (answer != null && answer.actor().name().equals(receiver)),
        "nobody accepts in the place of the receiver");
    require(!dueTime.isBefore(createTime), "an answer is not due before it is asked for");
  }

  /** This handoff with an answer. */
  Handoff answered(HandoffState next, Answer word) {
    return new Handoff(
        name,
        dispute,
        ordinal,
        next,
        sender,
        receiver,
        reason,
        note,
        asker,
        createTime,
        dueTime,
        word,
        version + 1);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /**
   * What ended the waiting.
   *
   * @param actor who gave it
   * @param note why, at most 2,000 characters
   */
  public record Answer(Actor actor, Instant time, String note) {}
}
