package dev.redress.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusFailuresTest {
  private static final String ADDRESS = "127.0.0.1:7443";

  @ParameterizedTest(name = "{0} {1} -> {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      maxCharsPerColumn = 400,
      textBlock =
          """
          # code              | reason                       | the server says           | exit          | sentence
          INVALID_ARGUMENT    | FIELD_INVALID                | hours: must not be below 0. | INVALID_INPUT | hours: must not be below 0
          INVALID_ARGUMENT    | -                            | bad                       | INVALID_INPUT | bad
          NOT_FOUND           | CUSTOMER_NOT_FOUND           | no customer X             | NOT_FOUND     | no customer X; 'redress customer list' shows the customers
          NOT_FOUND           | VERDICT_NOT_FOUND            | no verdict                | NOT_FOUND     | no verdict; run 'redress reconcile' first
          PERMISSION_DENIED   | -                            | not yours                 | NOT_ALLOWED   | not yours
          UNAUTHENTICATED     | -                            | who are you               | NOT_ALLOWED   | who are you
          ALREADY_EXISTS      | RESOURCE_EXISTS              | acme exists               | CONFLICT      | acme exists
          ABORTED             | STALE_VERSION                | changed meanwhile         | CONFLICT      | changed meanwhile; look again and repeat the command
          FAILED_PRECONDITION | DISPUTE_STATE_FORBIDS_ACTION | is RESOLVED               | CONFLICT      | is RESOLVED
          FAILED_PRECONDITION | CUSTOMER_NOT_REACHED         | nobody was reached        | CONFLICT      | nobody was reached; log the call first with 'redress callback log CALLBACK --outcome REACHED'
          RESOURCE_EXHAUSTED  | OVERLOADED                   | too many calls            | CONFLICT      | too many calls; try again in a moment
          UNAVAILABLE         | -                            | io exception              | UNREACHABLE   | no server answers at 127.0.0.1:7443; start one with 'redress serve' or name another with --server
          UNAVAILABLE         | SERVER_UNAVAILABLE           | going down                | UNREACHABLE   | going down; try again in a moment
          DEADLINE_EXCEEDED   | -                            | -                         | UNREACHABLE   | the server at 127.0.0.1:7443 did not answer in time; see how it is with 'redress status', then try again
          UNIMPLEMENTED       | -                            | -                         | BUG           | the server at 127.0.0.1:7443 does not know this call; it is no Redress server, or one of another version
          INTERNAL            | INTERNAL                     | error 4f2a                | BUG           | error 4f2a
          INTERNAL            | -                            | -                         | BUG           | the server at 127.0.0.1:7443 failed; its log says why
          UNKNOWN             | -                            | oops                      | BUG           | the server at 127.0.0.1:7443 failed (oops); its log says why
          """)
  void of_givesTheExitCodeAndASentenceThatSaysWhatToDo(
      Code code, @Nullable String reason, @Nullable String said, ExitCode exit, String sentence) {
    Status.Builder status = Status.newBuilder().setCode(code.getNumber());
    if (said != null) {
      status.setMessage(said);
    }
    if (reason != null) {
      status.addDetails(Any.pack(info(reason, "redress.dev")));
    }

    CommandFailure failure = StatusFailures.of(exception(status.build()), ADDRESS);

    assertThat(failure.exitCode()).isEqualTo(exit);
    assertThat(failure.getMessage()).isEqualTo(sentence);
  }

  @Test
  void of_tellsAServerThatNobodyVouchesForFromOneThatIsNotThere() {
    CommandFailure failure =
        StatusFailures.of(
            io.grpc.Status.UNAVAILABLE
                .withCause(new SSLHandshakeException("PKIX path building failed"))
                .asRuntimeException(),
            ADDRESS);

    assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(failure).hasMessageEndingWith("name who does with --tls-ca");
  }

  @Test
  void of_namesEveryFieldThatTheMessageDoesNot() {
    Status status =
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT_VALUE)
            .setMessage("two fields are wrong")
            .addDetails(Any.pack(info("FIELD_INVALID", "redress.dev")))
            .addDetails(
                Any.pack(
                    BadRequest.newBuilder()
                        .addFieldViolations(violation("dispute.lines[0].line", "is empty."))
                        .addFieldViolations(violation("page_size", "must be 0 to 1000"))
                        .build()))
            .build();
    assertThat(StatusFailures.of(exception(status), ADDRESS).getMessage())
        .isEqualTo(
            "two fields are wrong; dispute.lines[0].line: is empty; page_size: must be 0 to 1000");
  }

  @Test
  void of_takesAnErrorInfoOfAnotherDomainForNoneOfOurs() {
    Status status =
        Status.newBuilder()
            .setCode(Code.UNAVAILABLE_VALUE)
            .setMessage("proxy")
            .addDetails(Any.pack(info("SERVER_UNAVAILABLE", "proxy.example")))
            .build();
    assertThat(StatusFailures.of(exception(status), ADDRESS).getMessage())
        .startsWith("no server answers at");
  }

  private static StatusRuntimeException exception(Status status) {
    return StatusProto.toStatusRuntimeException(status);
  }

  private static ErrorInfo info(String reason, String domain) {
    return ErrorInfo.newBuilder().setReason(reason).setDomain(domain).build();
  }

  private static BadRequest.FieldViolation violation(String field, String description) {
    return BadRequest.FieldViolation.newBuilder()
        .setField(field)
        .setDescription(description)
        .build();
  }
}
