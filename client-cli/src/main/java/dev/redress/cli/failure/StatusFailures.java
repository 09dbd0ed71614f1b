package dev.redress.cli.failure;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns the status of a call (AIP-193) into a sentence and an exit code. */
public final class StatusFailures {
  private static final String ERROR_DOMAIN = "redress.dev";

  private StatusFailures() {}

  /**
   * What a failed call means for the one who gave the command.
   *
   * @param failure what a gRPC stub threw
   * @param address the server that was called, as {@code HOST:PORT}
   */
  public static CommandFailure of(Throwable failure, String address) {
    Status status = Status.fromThrowable(failure);
    com.google.rpc.Status details = StatusProto.fromThrowable(failure);
    Optional<ErrorInfo> info =
        detail(details, ErrorInfo.class)
            .filter(candidate -> candidate.getDomain().equals(ERROR_DOMAIN));
    BadRequest.FieldViolation first =
        detail(details, BadRequest.class)
            .filter(bad -> bad.getFieldViolationsCount() > 0)
            .map(bad -> bad.getFieldViolations(0))
            .orElse(BadRequest.FieldViolation.getDefaultInstance());
    return new CommandFailure(
        exitCode(status.getCode()),
        sentence(status, details, info, address),
        failure,
        first.getField(),
        withoutStop(first.getDescription()));
  }

  private static ExitCode exitCode(Status.Code code) {
    return switch (code) {
      case OK -> ExitCode.OK;
      case INVALID_ARGUMENT, OUT_OF_RANGE -> ExitCode.INVALID_INPUT;
      case NOT_FOUND -> ExitCode.NOT_FOUND;
      case PERMISSION_DENIED, UNAUTHENTICATED -> ExitCode.NOT_ALLOWED;
      case ABORTED, FAILED_PRECONDITION, ALREADY_EXISTS, RESOURCE_EXHAUSTED -> ExitCode.CONFLICT;
      case UNAVAILABLE, DEADLINE_EXCEEDED -> ExitCode.UNREACHABLE;
      case CANCELLED, DATA_LOSS, INTERNAL, UNIMPLEMENTED, UNKNOWN -> ExitCode.BUG;
    };
  }

  private static String sentence(
      Status status,
      com.google.rpc.@Nullable Status details,
      Optional<ErrorInfo> info,
      String address) {
    String said = Optional.ofNullable(status.getDescription()).orElse("");
    if (info.isPresent()) {
      String violations =
          detail(details, BadRequest.class).map(bad -> unsaid(bad, said)).orElse("");
      return withoutStop(said) + violations + advice(info.get().getReason());
    }
    return switch (status.getCode()) {
      case UNAVAILABLE ->
          isMistrusted(status.getCause())
              ? "the server at "
                  + address
                  + " does not speak TLS, or nobody vouches for it; name who does with --tls-ca"
              : "no server answers at "
                  + address
                  + "; start one with 'redress serve' or name another with --server";
      case DEADLINE_EXCEEDED ->
          "the server at "
              + address
              + " did not answer in time; see how it is with 'redress status', then try again";
      case UNIMPLEMENTED ->
          "the server at "
              + address
              + " does not know this call; it is no Redress server, or one of another version";
      case INTERNAL, UNKNOWN, CANCELLED, DATA_LOSS ->
          "the server at "
              + address
              + " failed"
              + (said.isEmpty() ? "" : " (" + withoutStop(said) + ")")
              + "; its log says why";
      case OK,
          INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          RESOURCE_EXHAUSTED,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          UNAUTHENTICATED ->
          said.isEmpty() ? "the server answered " + status.getCode() : withoutStop(said);
    };
  }

  private static boolean isMistrusted(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof SSLException) {
        return true;
      }
    }
    return false;
  }

  /** The violations whose description the message does not contain already. */
  private static String unsaid(BadRequest bad, String said) {
    StringBuilder more = new StringBuilder();
    for (BadRequest.FieldViolation violation : bad.getFieldViolationsList()) {
      if (!said.contains(violation.getDescription())) {
        more.append("; ").append(violation.getField()).append(": ");
        more.append(withoutStop(violation.getDescription()));
      }
    }
    return more.toString();
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /** What to do about a reason, for the reasons that a command can do something about. */
  private static String advice(String reason) {
    return switch (reason) {
      case "PROVIDER_NOT_FOUND" -> "; 'redress provider list' shows the providers";
      case "CUSTOMER_NOT_FOUND" -> "; 'redress customer list' shows the customers";
      case "LINE_NOT_FOUND" -> "; 'redress verdict list' shows the lines";
      case "VERDICT_NOT_FOUND" -> "; run 'redress reconcile' first";
      case "MODEL_NOT_FOUND" -> "; 'redress model list' shows the models";
      case "TOO_FEW_DECISIONS" -> "; 'redress review list' shows lines to decide";
      case "DISPUTE_NOT_FOUND" -> "; 'redress dispute list --all' shows the disputes";
      case "CALLBACK_NOT_FOUND" -> "; 'redress callback list --all' shows the callbacks";
      case "CALLBACK_NOT_LIVE" -> "; 'redress callback list' shows the calls to make";
      case "ESCALATION_NOT_FOUND", "ESCALATION_NOT_OPEN" ->
          "; 'redress escalation list --all' shows the escalations";
      case "NOTIFICATION_TARGET_NOT_FOUND", "TOO_MANY_TARGETS" ->
          "; 'redress notification list' shows the targets";
      case "CUSTOMER_NOT_REACHED" ->
          "; log the call first with 'redress callback log CALLBACK --outcome REACHED'";
      case "CUSTOMER_HAS_OPEN_WORK" ->
          "; 'redress dispute list' and 'redress promise list' show what is open";
      case "STALE_VERSION", "CONCURRENT_CHANGE" -> "; look again and repeat the command";
      case "CREDENTIALS_MISSING", "CREDENTIALS_INVALID" ->
          "; give the file of your key with --token-file";
      case "ROLE_FORBIDS" -> "; 'redress whoami' shows your role";
      case "OVERLOADED", "RATE_LIMITED", "SERVER_UNAVAILABLE" -> "; try again in a moment";
      default -> "";
    };
  }

  private static <M extends Message> Optional<M> detail(
      com.google.rpc.@Nullable Status details, Class<M> type) {
    if (details == null) {
      return Optional.empty();
    }
    for (Any packed : details.getDetailsList()) {
      if (packed.is(type)) {
        try {
          return Optional.of(packed.unpack(type));
        } catch (InvalidProtocolBufferException _) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
