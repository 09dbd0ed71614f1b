package dev.redress.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.error.RedressException.FieldViolation;
import dev.redress.identity.InvalidNameException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failure looks like on the wire (AIP-193): a status, one sentence, and {@code
 * google.rpc.ErrorInfo} with the reason for programs.
 */
final class ErrorStatus {
  /** The domain of every reason. */
  static final String DOMAIN = "redress.dev";

  private static final Logger LOG = LoggerFactory.getLogger(ErrorStatus.class);

  /**
   * Most bytes of an error. Clients refuse answers whose metadata exceed 8 KiB unless they are told
   * otherwise, and then show no reason at all.
   */
  private static final int BYTES_MAX = 6_000;

  private static final Limits GENEROUS = new Limits(1_000, 400, 20);
  private static final Limits TIGHT = new Limits(200, 60, 3);

  private ErrorStatus() {}

  /**
   * The status of any failure. What is not meant for the caller becomes {@code INTERNAL} with the
   * id of the call, under which the log has everything.
   */
  static StatusRuntimeException of(Throwable failure, String method) {
    return switch (failure) {
      case RedressException refused -> of(refused);
      case InvalidNameException invalid ->
          of(new RedressException(ErrorReason.NAME_INVALID, text(invalid)));
      case StatusRuntimeException status -> status;
      default -> of(incident(failure, method));
    };
  }

  /** The status of a refusal. */
  static StatusRuntimeException of(RedressException refused) {
    com.google.rpc.Status status = proto(refused, GENEROUS);
    if (bytes(status) > BYTES_MAX) {
      status = proto(refused, TIGHT);
    }
    return StatusProto.toStatusRuntimeException(status);
  }

  private static RedressException incident(Throwable failure, String method) {
    String incident = CallTrace.current().call();
    LOG.error("incident {} in {}", incident, method, failure);
    return new RedressException(
        ErrorReason.INTERNAL,
        "something went wrong on the server; its log has the details under incident " + incident,
        Map.of("incident", incident));
  }

  private static com.google.rpc.Status proto(RedressException refused, Limits limits) {
    ErrorInfo.Builder info =
        ErrorInfo.newBuilder().setDomain(DOMAIN).setReason(refused.reason().name());
    refused
        .metadata()
        .forEach((key, value) -> info.putMetadata(key, cut(value, limits.valueLengthMax())));
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder()
            .setCode(code(refused.reason().kind()).value())
            .setMessage(cut(text(refused), limits.messageLengthMax()))
            .addDetails(Any.pack(info.build()));
    if (!refused.violations().isEmpty()) {
      status.addDetails(Any.pack(badRequest(refused, limits)));
    }
    retryDelay(refused.reason())
        .ifPresent(
            delay ->
                status.addDetails(Any.pack(RetryInfo.newBuilder().setRetryDelay(delay).build())));
    return status.build();
  }

  private static BadRequest badRequest(RedressException refused, Limits limits) {
    BadRequest.Builder bad = BadRequest.newBuilder();
    for (FieldViolation violation : refused.violations()) {
      if (bad.getFieldViolationsCount() < limits.violationsMax()) {
        bad.addFieldViolationsBuilder()
            .setField(cut(violation.field(), limits.valueLengthMax()))
            .setDescription(cut(violation.description(), limits.valueLengthMax()));
      }
    }
    return bad.build();
  }

  /** After which time a caller may try the same again. */
  private static Optional<Duration> retryDelay(ErrorReason reason) {
    return switch (reason.kind()) {
      case UNAVAILABLE -> Optional.of(Duration.newBuilder().setSeconds(1).build());
      case RESOURCE_EXHAUSTED ->
          reason == ErrorReason.TOO_LARGE
              ? Optional.empty()
              : Optional.of(Duration.newBuilder().setSeconds(1).build());
      case ABORTED ->
          reason == ErrorReason.CONCURRENT_CHANGE
              ? Optional.of(Duration.newBuilder().setNanos(100_000_000).build())
              : Optional.empty();
      case UNAUTHENTICATED,
          INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          FAILED_PRECONDITION,
          INTERNAL_ERROR ->
          Optional.empty();
    };
  }

  private static Status.Code code(ErrorReason.Kind kind) {
    return switch (kind) {
      case UNAUTHENTICATED -> Status.Code.UNAUTHENTICATED;
      case INVALID_ARGUMENT -> Status.Code.INVALID_ARGUMENT;
      case NOT_FOUND -> Status.Code.NOT_FOUND;
      case PERMISSION_DENIED -> Status.Code.PERMISSION_DENIED;
      case ALREADY_EXISTS -> Status.Code.ALREADY_EXISTS;
      case ABORTED -> Status.Code.ABORTED;
      case FAILED_PRECONDITION -> Status.Code.FAILED_PRECONDITION;
      case RESOURCE_EXHAUSTED -> Status.Code.RESOURCE_EXHAUSTED;
      case UNAVAILABLE -> Status.Code.UNAVAILABLE;
      case INTERNAL_ERROR -> Status.Code.INTERNAL;
    };
  }

  /** Bytes that a status takes on the wire: its message percent-encoded, all of it in base64. */
  private static int bytes(com.google.rpc.Status status) {
    int message = 0;
    for (byte one : status.getMessageBytes()) {
      message += one >= ' ' && one < '~' && one != '%' ? 1 : 3;
    }
    return message + status.getSerializedSize() * 4 / 3;
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static String cut(String text, int lengthMax) {
    if (text.length() <= lengthMax) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(lengthMax - 1)) ? lengthMax - 1 : lengthMax;
    return text.substring(0, end) + "...";
  }

  /** How much of an error is told. */
  private record Limits(int messageLengthMax, int valueLengthMax, int violationsMax) {}
}
