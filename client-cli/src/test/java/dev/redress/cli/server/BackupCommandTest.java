package dev.redress.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.BackUpRequest;
import dev.redress.v1.Backup;
import dev.redress.v1.ServerServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupCommandTest {
  private final List<BackUpRequest> asked = new ArrayList<>();

  @Test
  void backup_showsWhereItIs_andHowToLookAtIt() {
    CliRun run = run("backup", "2026-11-25");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            BACKUP          2026-11-25
            FOLDER          /backup of us/2026-11-25
            CREATED         2026-11-25 23:00 +01:00
            VERSION         1.0
            DATABASE        Apache Derby
            SCHEMA VERSION  031
            PROVIDERS       2
            FILES           263
            BYTES           6792614
            """);
    assertThat(run.err())
        .isEqualTo(
            """
            Backed up; it can be rolled forward by the logs that are kept until the next backup.
            To see whether it is whole: redress restore '/backup of us/2026-11-25' --data NEW_DIR
            """);
    assertThat(asked.getFirst().getBackupId()).isEqualTo("2026-11-25");
    assertThat(asked.getFirst().getRequestId()).isNotEmpty();
    assertThat(asked.getFirst().getStandalone()).isFalse();
  }

  @Test
  void backup_standalone_saysThatNoLogsAreKept() {
    CliRun run = run("backup", "x", "--standalone");

    assertThat(asked.getFirst().getStandalone()).isTrue();
    assertThat(run.err())
        .startsWith("Backed up; it cannot be rolled forward, and no logs are kept.");
  }

  private CliRun run(String... arguments) {
    ServerServiceGrpc.ServerServiceImplBase service =
        new ServerServiceGrpc.ServerServiceImplBase() {
          @Override
          public void backUp(BackUpRequest request, StreamObserver<Backup> answer) {
            asked.add(request);
            answer.onNext(
                Backup.newBuilder()
                    .setBackupId("2026-11-25")
                    .setFolder("/backup of us/2026-11-25")
                    .setCreateTime(Timestamp.newBuilder().setSeconds(1_795_644_000L))
                    .setVersion("1.0")
                    .setDatabase("Apache Derby")
                    .setSchemaVersion("031")
                    .setProviderCount(2)
                    .setFileCount(263)
                    .setSizeBytes(6_792_614)
                    .build());
            answer.onCompleted();
          }
        };
    try (FakeServer server = new FakeServer(service)) {
      return CliRun.of(server, arguments);
    }
  }
}
