package dev.redress.grpc;

import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvalidNameException;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.request.Request;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Conversion of requests. */
final class RequestProtos {
  private static final int SUMMARY_MAX = 1_000;

  private RequestProtos() {}

  /** For the wire. */
  static dev.redress.v1.Request toProto(Request request) {
    dev.redress.v1.Request.Builder proto =
        dev.redress.v1.Request.newBuilder()
            .setName(request.name().toString())
            .setOpenTime(TimeProtos.toProto(request.openedAt()))
            .setSummary(request.summary())
            .setDescription(request.description())
            .setRequester(request.requester())
            .setAssignee(request.assignee())
            .setType(request.type())
            .setStatus(request.status())
            .setComponent(request.component())
            .putAllAttributes(request.attributes());
    Instant closedAt = request.closedAt();
    if (closedAt != null) {
      proto.setCloseTime(TimeProtos.toProto(closedAt));
    }
    return proto.build();
  }

  /**
   * A request from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static Request fromProto(Field field, RequestName name, dev.redress.v1.Request proto) {
    if (!proto.hasOpenTime()) {
      throw field.child("open_time").invalid("must be set");
    }
    Instant openedAt = TimeProtos.fromProto(field.child("open_time"), proto.getOpenTime());
    return new Request(
        name,
        openedAt,
        closedAt(field.child("close_time"), proto, openedAt),
        field.child("summary").requiredText(proto.getSummary(), SUMMARY_MAX),
        field.child("description").text(proto.getDescription(), Field.LONG_MAX),
        field.child("requester").text(proto.getRequester(), Field.SHORT_MAX),
        field.child("assignee").text(proto.getAssignee(), Field.SHORT_MAX),
        field.child("type").text(proto.getType(), Field.SHORT_MAX),
        field.child("status").text(proto.getStatus(), Field.SHORT_MAX),
        field.child("component").text(proto.getComponent(), Field.SHORT_MAX),
        field.child("attributes").attributes(proto.getAttributesMap()));
  }

  /**
   * The name of a request that is to be logged for a customer.
   *
   * @throws InvalidNameException when it is of another customer, or stands for no request
   */
  static RequestName newName(CustomerName customer, RequestName name) {
    if (!name.customer().equals(customer)) {
      throw new InvalidNameException("'" + name + "' is not of " + customer);
    }
    if (name.request().equals(TimeEntryName.NO_REQUEST)) {
      throw new InvalidNameException("'" + name + "' stands for work on no request");
    }
    return name;
  }

  private static @Nullable Instant closedAt(
      Field field, dev.redress.v1.Request proto, Instant openedAt) {
    if (!proto.hasCloseTime()) {
      return null;
    }
    Instant closedAt = TimeProtos.fromProto(field, proto.getCloseTime());
    if (closedAt.isBefore(openedAt)) {
      throw field.invalid(closedAt + " is before open_time " + openedAt);
    }
    return closedAt;
  }
}
