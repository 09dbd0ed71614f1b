package dev.redress.cli.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.CustomerErasure;
import dev.redress.v1.EraseCustomerRequest;
import dev.redress.v1.ExportCustomerRequest;
import dev.redress.v1.ExportCustomerResponse;
import dev.redress.v1.GetCustomerErasureRequest;
import dev.redress.v1.PrivacyServiceGrpc;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that hand out and erase what is known of a customer. */
class PrivacyCommandsTest {
  @TempDir Path folder;

  private final Privacy privacy = new Privacy();
  private final FakeServer server = new FakeServer(privacy);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void export_writesALineForEachRecord_intoAFileOfOnesOwn() throws IOException {
    Path file = folder.resolve("varn.jsonl");

    CliRun run = CliRun.of(server, "customer", "export", "VARN", "--out", file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(file))
        .isEqualTo("{\"table\":\"export\"}\n{\"table\":\"customer\"}\n{\"table\":\"end\"}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(run.err()).isEqualTo("Wrote 1 records to " + file + ".\n");
    assertThat(CliRun.of(server, "customer", "export", "VARN", "--out", file.toString()).exitCode())
        .isEqualTo(3);
  }

  @Test
  void export_thatBreaksOff_leavesNoFile() {
    privacy.breaksOff = true;
    Path file = folder.resolve("varn.jsonl");

    CliRun run = CliRun.of(server, "customer", "export", "VARN", "--out", file.toString());

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(file).doesNotExist();
  }

  @Test
  void erase_wantsToBeToldTwice() {
    CliRun run = CliRun.of(server, "customer", "erase", "VARN", "--reason", "asked for");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("add --yes to erase VARN");
    assertThat(privacy.erased).isEmpty();
  }

  @Test
  void erase_saysWhatBackupsHold() {
    CliRun run = CliRun.of(server, "customer", "erase", "VARN", "--reason", "asked for", "--yes");

    assertThat(run.exitCode()).isZero();
    EraseCustomerRequest sent = privacy.erased.getFirst();
    assertThat(sent.getName()).isEqualTo("providers/default/customers/VARN");
    assertThat(sent.getReason()).isEqualTo("asked for");
    assertThat(sent.getRequestId()).isNotEmpty();
    assertThat(run.out()).contains("VARN", "2026-11-23 11:00 +01:00", "dana", "asked for");
    assertThat(run.err())
        .isEqualTo(
            """
            Customer VARN is erased; backups hold what was there until they are thrown away.
            next: redress audit verify
            """);
  }

  @Test
  void erasure_showsWhenAndWhy() {
    CliRun run = CliRun.of(server, "customer", "erasure", "VARN");

    assertThat(run.out()).contains("VARN", "dana", "asked for", "40", "12");
  }

  private static final class Privacy extends PrivacyServiceGrpc.PrivacyServiceImplBase {
    private final List<EraseCustomerRequest> erased = new ArrayList<>();
    private boolean breaksOff;

    @Override
    public void exportCustomer(
        ExportCustomerRequest request, StreamObserver<ExportCustomerResponse> observer) {
      for (String table : List.of("export", "customer", "end")) {
        observer.onNext(
            ExportCustomerResponse.newBuilder().setRecord("{\"table\":\"" + table + "\"}").build());
        if (breaksOff) {
          observer.onError(Status.UNAVAILABLE.asRuntimeException());
          return;
        }
      }
      observer.onCompleted();
    }

    @Override
    public void eraseCustomer(
        EraseCustomerRequest request, StreamObserver<CustomerErasure> observer) {
      erased.add(request);
      answer(observer);
    }

    @Override
    public void getCustomerErasure(
        GetCustomerErasureRequest request, StreamObserver<CustomerErasure> observer) {
      assertThat(request.getName()).isEqualTo("providers/default/customers/VARN/erasure");
      answer(observer);
    }

    private static void answer(StreamObserver<CustomerErasure> observer) {
      observer.onNext(
          CustomerErasure.newBuilder()
              .setName("providers/default/customers/VARN/erasure")
              .setCustomer("providers/default/customers/VARN")
              .setEraseTime(
                  Timestamp.newBuilder()
                      .setSeconds(Instant.parse("2026-11-23T10:00:00Z").getEpochSecond()))
              .setActor("dana")
              .setReason("asked for")
              .setRowCount(40)
              .setEventCount(12)
              .build());
      observer.onCompleted();
    }
  }
}
