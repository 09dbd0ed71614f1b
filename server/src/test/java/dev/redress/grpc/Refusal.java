package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.redress.error.ErrorReason;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a client sees of a refused call. */
record Refusal(Status status, com.google.rpc.Status details) {

  /** The refusal of a call that must be refused. */
  static Refusal of(ThrowingCallable call) {
    StatusRuntimeException thrown = catchThrowableOfType(StatusRuntimeException.class, call);
    assertThat(thrown).as("the call must be refused").isNotNull();
    return of(thrown);
  }

  /** The refusal that came as an exception. */
  static Refusal of(Throwable thrown) {
    return new Refusal(
        Status.fromThrowable(thrown),
        Objects.requireNonNullElse(
            StatusProto.fromThrowable(thrown), com.google.rpc.Status.getDefaultInstance()));
  }

  /** Fails unless the call was refused for this reason and this field. */
  void assertIs(Status.Code code, ErrorReason reason, String field) {
    assertIs(code, reason);
    assertThat(fields()).containsExactly(field);
  }

  /** Fails unless the call was refused for this reason, with a sentence and no stack trace. */
  void assertIs(Status.Code code, ErrorReason reason) {
    assertThat(status.getCode()).as(sentence()).isEqualTo(code);
    assertThat(info().getDomain()).isEqualTo("redress.dev");
    assertThat(info().getReason()).as(sentence()).isEqualTo(reason.name());
    assertThat(sentence()).isNotBlank().doesNotContain("Exception", "dev.redress.", "\n");
  }

  String sentence() {
    return String.valueOf(status.getDescription());
  }

  ErrorInfo info() {
    return detail(ErrorInfo.class).orElseGet(ErrorInfo::getDefaultInstance);
  }

  List<String> fields() {
    return detail(BadRequest.class)
        .orElseGet(BadRequest::getDefaultInstance)
        .getFieldViolationsList()
        .stream()
        .map(BadRequest.FieldViolation::getField)
        .toList();
  }

  Optional<RetryInfo> retryInfo() {
    return detail(RetryInfo.class);
  }

  private <M extends Message> Optional<M> detail(Class<M> type) {
    return details.getDetailsList().stream()
        .filter(any -> any.is(type))
        .map(any -> unpack(any, type))
        .findFirst();
  }

  private static <M extends Message> M unpack(Any any, Class<M> type) {
    try {
      return any.unpack(type);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
