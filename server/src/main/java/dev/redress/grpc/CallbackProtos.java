package dev.redress.grpc;

import dev.redress.callback.Attempt;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackClaim;
import dev.redress.callback.Notice;
import dev.redress.callback.NoticeChannel;
import dev.redress.callback.Rescheduling;
import dev.redress.callback.SignOff;
import dev.redress.identity.CallbackName;
import dev.redress.v1.Callback.State;
import java.time.Instant;
import java.util.List;

/** Conversion of callbacks and attempts. */
final class CallbackProtos {
  private static final int ALSO_OPEN_MAX = 20;

  private CallbackProtos() {}

  /**
   * For the wire.
   *
   * @param now by which a callback is due or not, and a claim counts or not
   */
  static dev.redress.v1.Callback toProto(Callback callback, Instant now) {
    dev.redress.v1.Callback.Builder proto =
        dev.redress.v1.Callback.newBuilder()
            .setName(callback.name().toString())
            .setState(state(callback, now))
            .setDispute(callback.dispute().toString())
            .setCustomer(callback.customer().toString())
            .setOwner(callback.owner())
            .setContact(callback.contact())
            .setApproach(callback.approach())
            .setDueTime(TimeProtos.toProto(callback.dueTime()))
            .setAttemptsBefore(callback.attemptsBefore())
            .setReschedulesBefore(callback.reschedulesBefore())
            .setCreateTime(TimeProtos.toProto(callback.createTime()))
            .setEtag(Etags.of(callback.version()));
    callback.claimAt(now).ifPresent(claim -> proto.setClaim(toProto(claim)));
    Rescheduling rescheduling = callback.rescheduling();
    if (rescheduling != null) {
      proto.setRescheduling(toProto(rescheduling));
    }
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

  /**
   * For the wire, if it is live with the other live callbacks of its customer.
   *
   * @param live all live ones of the customer, in order
   */
  static dev.redress.v1.Callback toProto(Callback callback, Instant now, List<CallbackName> live) {
    if (!callback.state().isLive()) {
      return toProto(callback, now);
    }
    return toProto(callback, now).toBuilder()
        .addAllAlsoOpen(
            live.stream()
                .filter(name -> !name.equals(callback.name()))
                .limit(ALSO_OPEN_MAX)
                .map(CallbackName::toString)
                .toList())
        .build();
  }

  /** For the wire. */
  static dev.redress.v1.SignOff toProto(SignOff signOff) {
    Notice notice = signOff.notice();
    return dev.redress.v1.SignOff.newBuilder()
        .setActor(signOff.actor().name())
        .setCreateTime(TimeProtos.toProto(signOff.time()))
        .setReason(signOff.reason())
        .setNotice(
            dev.redress.v1.Notice.newBuilder()
                .setChannel(
                    Constants.toProto(notice.channel(), dev.redress.v1.Notice.Channel.class))
                .setText(notice.text())
                .setSendTime(TimeProtos.toProto(notice.time())))
        .build();
  }

  /**
   * What a customer was written, or {@code FIELD_INVALID}.
   *
   * @param now when it was sent if nothing is said
   */
  static Notice fromProto(Field field, dev.redress.v1.Notice given, Instant now) {
    return new Notice(
        Constants.fromProto(field.child("channel"), given.getChannel(), NoticeChannel.class),
        field.child("text").requiredText(given.getText(), Field.COMMENT_MAX),
        given.hasSendTime()
            ? TimeProtos.fromProto(field.child("send_time"), given.getSendTime())
            : now);
  }

  private static State state(Callback callback, Instant now) {
    if (callback.isDue(now)) {
      return State.DUE;
    }
    return callback.isWaiting(now)
        ? State.SCHEDULED
        : Constants.toProto(callback.state(), State.class);
  }

  private static dev.redress.v1.CallbackClaim toProto(CallbackClaim claim) {
    return dev.redress.v1.CallbackClaim.newBuilder()
        .setActor(claim.actor().name())
        .setCreateTime(TimeProtos.toProto(claim.time()))
        .setExpireTime(TimeProtos.toProto(claim.expireTime()))
        .build();
  }

  private static dev.redress.v1.Rescheduling toProto(Rescheduling rescheduling) {
    return dev.redress.v1.Rescheduling.newBuilder()
        .setActor(rescheduling.actor().name())
        .setCreateTime(TimeProtos.toProto(rescheduling.time()))
        .setReason(rescheduling.reason())
        .build();
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
