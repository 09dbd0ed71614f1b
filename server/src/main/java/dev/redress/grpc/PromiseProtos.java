package dev.redress.grpc;

import dev.redress.promise.Commitment;
import dev.redress.promise.Ending;
import dev.redress.promise.Promise;
import dev.redress.resolution.AttemptReport;
import dev.redress.v1.PromiseEnding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Conversion of promises. */
final class PromiseProtos {
  private PromiseProtos() {}

  /**
   * For the wire.
   *
   * @param now by which a promise is overdue or not
   */
  static dev.redress.v1.Promise toProto(Promise promise, Instant now) {
    dev.redress.v1.Promise.Builder proto =
        dev.redress.v1.Promise.newBuilder()
            .setName(promise.name().toString())
            .setState(Constants.toProto(promise.state(), dev.redress.v1.Promise.State.class))
            .setDispute(promise.dispute().toString())
            .setCallback(promise.callback().toString())
            .setCustomer(promise.customer().toString())
            .setOwner(promise.owner())
            .setText(promise.text())
            .setDueTime(TimeProtos.toProto(promise.dueTime()))
            .setOverdue(promise.isOverdue(now))
            .setCreateTime(TimeProtos.toProto(promise.createTime()))
            .setEtag(Etags.of(promise.version()));
    Ending ending = promise.ending();
    if (ending != null) {
      proto.setEnding(
          PromiseEnding.newBuilder()
              .setActor(ending.actor().name())
              .setCreateTime(TimeProtos.toProto(ending.time()))
              .setNote(ending.note()));
    }
    return proto.build();
  }

  /** What is promised on a call, or {@code FIELD_INVALID}. */
  static List<Commitment> fromProto(Field field, List<dev.redress.v1.Commitment> given) {
    List<Commitment> commitments = new ArrayList<>();
    for (dev.redress.v1.Commitment each : field.list(given, 0, AttemptReport.PROMISES_MAX)) {
      Field here = field.at(commitments.size());
      String text = here.child("text").requiredText(each.getText(), Promise.TEXT_MAX);
      Field due = here.child("due_time");
      if (!each.hasDueTime()) {
        throw due.invalid("must be set");
      }
      commitments.add(new Commitment(text, TimeProtos.fromProto(due, each.getDueTime())));
    }
    return commitments;
  }
}
