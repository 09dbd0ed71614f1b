package dev.redress.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.AuditServiceGrpc.AuditServiceImplBase;
import dev.redress.v1.GetServerStatusRequest;
import dev.redress.v1.JournalAnchor;
import dev.redress.v1.JournalBreak;
import dev.redress.v1.ListProvidersRequest;
import dev.redress.v1.ListProvidersResponse;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc.ProviderServiceImplBase;
import dev.redress.v1.ReconciliationServiceGrpc.ReconciliationServiceImplBase;
import dev.redress.v1.ServerServiceGrpc.ServerServiceImplBase;
import dev.redress.v1.ServerStatus;
import dev.redress.v1.VerifyInvariantsRequest;
import dev.redress.v1.VerifyInvariantsResponse;
import dev.redress.v1.VerifyJournalRequest;
import dev.redress.v1.VerifyJournalResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir private Path folder;

  private ServerStatus status = ServerStatus.newBuilder().setServing(true).build();
  private VerifyInvariantsResponse.Check invariant =
      VerifyInvariantsResponse.Check.getDefaultInstance();
  private VerifyJournalResponse journal =
      VerifyJournalResponse.newBuilder()
          .setEventCount(7)
          .setLast(JournalAnchor.newBuilder().setSequence(7))
          .build();
  private Status providersRefused = Status.OK;

  @AfterEach
  void clear() {
    System.clearProperty(ServerLauncher.PROPERTY);
  }

  @Test
  void doctor_showsThisMachineAndEveryProvider() throws IOException {
    launcher("printf 'OK\\tjava\\t25\\t\\nWARN\\tdisk\\t300 MiB free\\tmake room\\n'");

    CliRun run = run("doctor", "--data", "/d", "--backup-dir", "/b");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            STATE  CHECK       FOUND                                              WHAT TO DO
            OK     java        25
            WARN   disk        300 MiB free                                       make room
            OK     server      1.0 on Apache Derby, schema 031
            OK     invariants  providers/acme: all 1 hold
            OK     journal     providers/acme: as it was written, up to event 7
            OK     invariants  providers/brask: all 1 hold
            OK     journal     providers/brask: as it was written, up to event 7
            """);
    assertThat(run.err()).isEqualTo("0 failed, 1 to look at, 6 well.\n");
    assertThat(folder.resolve("launcher.arguments"))
        .hasContent("serve --check --data /d --backup-dir /b");
  }

  @Test
  void doctor_endsWithOne_whenTheMachineFails() throws IOException {
    launcher("printf 'FAIL\\tdisk\\t3 MiB free\\tmake room now\\n'; exit 1");

    assertThat(run("doctor").exitCode()).isEqualTo(1);
  }

  @Test
  void doctor_endsWithOne_whenAJournalIsBroken() throws IOException {
    launcher("printf 'OK\\tjava\\t25\\t\\n'");
    journal =
        journal.toBuilder()
            .addBreaks(JournalBreak.newBuilder().setSentence("event 3 was changed"))
            .build();

    CliRun run = run("doctor");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL   journal     providers/acme: event 3 was changed");
  }

  @Test
  void doctor_endsWithOne_whenAnInvariantIsBroken() throws IOException {
    launcher("printf 'OK\\tjava\\t25\\t\\n'");
    invariant = invariant.toBuilder().addViolations("dispute d1 has no callback").build();

    CliRun run = run("doctor");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("providers/acme: dispute d1 has no callback");
  }

  @Test
  void doctor_ofAServerWithoutItsDatabase_fails() throws IOException {
    launcher("printf 'OK\\tjava\\t25\\t\\n'");
    status = status.toBuilder().setServing(false).build();

    CliRun run = run("doctor");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("its database does not answer");
  }

  @Test
  void doctor_whoMayNotSeeAllProviders_looksAtTheirOwn() throws IOException {
    launcher("printf 'OK\\tjava\\t25\\t\\n'");
    providersRefused = Status.PERMISSION_DENIED;

    CliRun run = run("doctor", "--provider", "acme");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("providers/acme: all 1 hold").doesNotContain("brask");
  }

  @Test
  void doctor_withoutALauncherOrOptionsThatHold_saysSo() throws IOException {
    assertThat(run("doctor").out()).contains("WARN   this machine  was not looked at: ");

    launcher("echo 'redress: --port 99999 is no port' >&2; exit 2");
    CliRun run = run("doctor");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL   options     redress: --port 99999 is no port");
  }

  private void launcher(String script) throws IOException {
    Path file = folder.resolve("launcher");
    Files.writeString(file, "#!/bin/sh\necho \"$@\" >\"$0.arguments\"\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    System.setProperty(ServerLauncher.PROPERTY, file.toString());
  }

  private CliRun run(String... arguments) {
    try (FakeServer server =
        new FakeServer(new Statuses(), new Providers(), new Invariants(), new Journals())) {
      return CliRun.of(server, arguments);
    }
  }

  private static <T> void send(StreamObserver<T> observer, T answer) {
    observer.onNext(answer);
    observer.onCompleted();
  }

  private final class Statuses extends ServerServiceImplBase {
    @Override
    public void getServerStatus(
        GetServerStatusRequest request, StreamObserver<ServerStatus> observer) {
      send(
          observer,
          status.toBuilder()
              .setVersion("1.0")
              .setDatabase("Apache Derby")
              .setSchemaVersion("031")
              .build());
    }
  }

  private final class Providers extends ProviderServiceImplBase {
    @Override
    public void listProviders(
        ListProvidersRequest request, StreamObserver<ListProvidersResponse> observer) {
      if (!providersRefused.isOk()) {
        observer.onError(providersRefused.asRuntimeException());
        return;
      }
      send(
          observer,
          ListProvidersResponse.newBuilder()
              .addProviders(Provider.newBuilder().setName("providers/acme"))
              .addProviders(Provider.newBuilder().setName("providers/brask"))
              .build());
    }
  }

  private final class Invariants extends ReconciliationServiceImplBase {
    @Override
    public void verifyInvariants(
        VerifyInvariantsRequest request, StreamObserver<VerifyInvariantsResponse> observer) {
      send(observer, VerifyInvariantsResponse.newBuilder().addChecks(invariant).build());
    }
  }

  private final class Journals extends AuditServiceImplBase {
    @Override
    public void verifyJournal(
        VerifyJournalRequest request, StreamObserver<VerifyJournalResponse> observer) {
      send(observer, journal);
    }
  }
}
