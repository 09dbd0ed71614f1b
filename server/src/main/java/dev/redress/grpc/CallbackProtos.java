package dev.redress.grpc;

import dev.redress.callback.Attempt;
import dev.redress.callback.Callback;
import dev.redress.identity.CallbackName;
import dev.redress.v1.Callback.State;
import java.time.Instant;

/** Conversion of callbacks and attempts. */
final class CallbackProtos {
  private CallbackProtos() {}

  /**
   * For the wire.
   *
   * @param now by which a scheduled callback is due or not
   */
  static dev.redress.v1.Callback toProto(Callback callback, Instant now) {
    dev.redress.v1.Callback.Builder proto =
        dev.redress.v1.Callback.newBuilder()
            .setName(callback.name().toString())
            .setState(
                callback.isDue(now) ? State.DUE : Constants.toProto(callback.state(), State.class))
            .setDispute(callback.dispute().toString())
            .setCustomer(callback.customer().toString())
            .setOwner(callback.owner())
            .setContact(callback.contact())
            .setApproach(callback.approach())
            .setDueTime(TimeProtos.toProto(callback.dueTime()))
            .setAttemptsBefore(callback.attemptsBefore())
            .setCreateTime(TimeProtos.toProto(callback.createTime()))
            .setEtag(Etags.of(callback.version()));
    Attempt attempt = callback.attempt();
    if (attempt != null) {
      proto.setAttempt(toProto(attempt));
    }
    CallbackName predecessor = callback.predecessor();
    if (predecessor != null) {
      proto.setPredecessor(predecessor.toString());
    }
    return proto.build();
  }

  private static dev.redress.v1.Attempt toProto(Attempt attempt) {
    return dev.redress.v1.Attempt.newBuilder()
        .setOutcome(Constants.toProto(attempt.outcome(), dev.redress.v1.Callback.Outcome.class))
        .setCreateTime(TimeProtos.toProto(attempt.time()))
        .setActor(attempt.actor().name())
        .setNote(attempt.note())
        .build();
  }
}
