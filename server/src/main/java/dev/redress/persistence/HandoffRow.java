package dev.redress.persistence;

import dev.redress.handoff.Handoff;
import dev.redress.handoff.Handoff.Answer;
import dev.redress.handoff.HandoffState;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeName;
import dev.redress.identity.HandoffName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table handoff, but for its brief.
 *
 * @param pendingDisputeId the dispute's id while pending, so that it has one at most (I6)
 * @param pendingLiveness {@code LIVE} while pending, so that its dispute is open (I6)
 * @param answerActor with it the other two
 */
record HandoffRow(
    String providerId,
    String disputeId,
    int ordinal,
    String handoffId,
    HandoffState state,
    @Nullable String pendingDisputeId,
    @Nullable String pendingLiveness,
    String sender,
    String receiver,
    String reason,
    String note,
    String createActor,
    Instant createTime,
    Instant dueTime,
    @Nullable String answerActor,
    @Nullable Instant answerTime,
    @Nullable String answerNote,
    long version) {

  static HandoffRow of(Handoff handoff) {
    Answer answer = handoff.answer();
    boolean pending = handoff.state() == HandoffState.PENDING;
    return new HandoffRow(
        handoff.name().provider().provider(),
        handoff.dispute().dispute(),
        handoff.ordinal(),
        handoff.name().handoff(),
        handoff.state(),
        pending ? handoff.dispute().dispute() : null,
        pending ? "LIVE" : null,
        handoff.sender(),
        handoff.receiver(),
        handoff.reason(),
        handoff.note(),
        handoff.asker().name(),
        handoff.createTime(),
        handoff.dueTime(),
        answer == null ? null : answer.actor().name(),
        answer == null ? null : answer.time(),
        answer == null ? null : answer.note(),
        handoff.version());
  }

  Handoff toHandoff() {
    ProviderName provider = new ProviderName(providerId);
    return new Handoff(
        new HandoffName(provider, handoffId),
        new DisputeName(provider, disputeId),
        ordinal,
        state,
        sender,
        receiver,
        reason,
        note,
        new Actor(createActor),
        createTime,
        dueTime,
        answer(),
        version);
  }

  private @Nullable Answer answer() {
    return answerActor == null || answerTime == null || answerNote == null
        ? null
        : new Answer(new Actor(answerActor), answerTime, answerNote);
  }
}
