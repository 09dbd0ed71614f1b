package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.BackUpRequest;
import dev.redress.v1.ServerServiceGrpc;
import io.grpc.Status;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call for a backup is refused for; {@code RestorationTest} makes some. */
class BackupGrpcTest {
  private static final String UUID_V4 = UUID.randomUUID().toString();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # id        | request id | code                | reason              | field
          ''          |            | INVALID_ARGUMENT    | NAME_INVALID        | backup_id
          ../monday   |            | INVALID_ARGUMENT    | NAME_INVALID        | backup_id
          Monday      |            | INVALID_ARGUMENT    | NAME_INVALID        | backup_id
          monday      | 7          | INVALID_ARGUMENT    | REQUEST_ID_INVALID  |
          monday      |            | FAILED_PRECONDITION | BACKUP_NOT_EMBEDDED |
          """)
  void backUp_isRefused(
      String id,
      @Nullable String requestId,
      Status.Code code,
      ErrorReason reason,
      @Nullable String field) {
    Refusal refusal =
        Refusal.of(
            () ->
                ServerServiceGrpc.newBlockingStub(
                        TestApi.on(TestDatabase.Kind.POSTGRESQL).channel())
                    .backUp(
                        BackUpRequest.newBuilder()
                            .setBackupId(id)
                            .setRequestId(requestId == null ? UUID_V4 : requestId)
                            .build()));

    if (field == null) {
      refusal.assertIs(code, reason);
    } else {
      refusal.assertIs(code, reason, field);
    }
    assertThat(refusal.sentence()).isNotEmpty();
  }
}
