package dev.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import com.google.type.Money;
import dev.redress.backup.BackupCheck;
import dev.redress.v1.AuditServiceGrpc;
import dev.redress.v1.BackUpRequest;
import dev.redress.v1.Backup;
import dev.redress.v1.CreateCustomerRequest;
import dev.redress.v1.CreateInvoiceRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.Invoice;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.LaborLine;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ServerServiceGrpc;
import dev.redress.v1.VerifyJournalRequest;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of real servers: made while many call, killed in the middle, restored elsewhere. */
class BackupIT {
  private static final String PROVIDER = "providers/default";
  private static final int CALLERS = 4;
  private static final int KILLS = 4;
  private static final int KILL_MILLIS_MAX = 700;
  private static final int SECONDS_MAX = 60;
  private static final int DISPUTES_MORE = 8;

  private final SplittableRandom random = new SplittableRandom(20_261_123);
  @TempDir private Path folder;

  @Test
  void backUp_whileOthersCallHoldsAllThatWasAnsweredBeforeAndRollsForwardToAllSince()
      throws Exception {
    Queue<String> answered = new ConcurrentLinkedQueue<>();
    AtomicBoolean enough = new AtomicBoolean();
    List<String> before;
    Backup backup;
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        TestServer server = start();
        TestClient client = new TestClient(server)) {
      try {
        for (int caller = 0; caller < CALLERS; caller++) {
          String name = "caller" + caller;
          callers.execute(() -> openDisputes(client.channel(), name, answered, enough));
        }
        awaitMore(answered, 0);
        before = List.copyOf(answered);
        backup = backUp(client.channel(), "under-load");
        awaitMore(answered, answered.size());
      } finally {
        server.kill();
        enough.set(true);
      }
    }
    List<String> all = List.copyOf(answered);
    assertThat(before).isNotEmpty();
    assertThat(all).hasSizeGreaterThan(before.size());

    Path restored = folder.resolve("restored");
    assertThat(restore(backup.getFolder(), "--data", restored.toString())).startsWith("0 ");
    assertThat(missing(restored, before)).isEmpty();

    Path forward = folder.resolve("forward");
    assertThat(
            restore(
                backup.getFolder(),
                "--data",
                forward.toString(),
                "--roll-forward-from",
                folder.resolve("data").toString()))
        .startsWith("0 ");
    assertThat(missing(forward, all)).isEmpty();
  }

  @Test
  void backUp_killedAnywhereLeavesTheServerAndEarlierBackupsWhole() throws Exception {
    TestServer server = start();
    try {
      SampleMonth.load(server, folder);
      try (TestClient client = new TestClient(server)) {
        var _ = backUp(client.channel(), "first");
      }
      for (int kill = 0; kill < KILLS; kill++) {
        String id = "kill-" + kill;
        try (TestClient client = new TestClient(server)) {
          Thread calling = Thread.ofVirtual().start(() -> tryToBackUp(client.channel(), id));
          Thread.sleep(random.nextInt(KILL_MILLIS_MAX));
          server.kill();
          calling.join();
        }
        assertThat(verified()).contains("first");
        server = start();
        try (TestClient client = new TestClient(server)) {
          assertThat(client.violations("default")).as("kill %d", kill).isEmpty();
        }
      }
      try (TestClient client = new TestClient(server)) {
        var _ = backUp(client.channel(), "last");
      }
      assertThat(verified()).contains("first", "last");
      assertThat(restore(backups().resolve("last").toString(), "--data", folder + "/last"))
          .startsWith("0 ");
    } finally {
      server.close();
    }
  }

  /** Waits until some more disputes are open than there were. */
  private static void awaitMore(Queue<String> answered, int count) throws InterruptedException {
    for (int tries = 0; answered.size() < count + DISPUTES_MORE; tries++) {
      assertThat(tries).as("tenths of a second").isLessThan(10 * SECONDS_MAX);
      Thread.sleep(100);
    }
  }

  private Path backups() {
    return folder.resolve("backups");
  }

  private TestServer start() {
    return TestServer.start(folder.resolve("data"), "--backup-dir", backups().toString());
  }

  private static Backup backUp(Channel channel, String id) {
    return ServerServiceGrpc.newBlockingStub(channel)
        .backUp(BackUpRequest.newBuilder().setBackupId(id).build());
  }

  private static void tryToBackUp(Channel channel, String id) {
    try {
      var _ = backUp(channel, id);
    } catch (StatusRuntimeException e) {
      // Its server was killed.
    }
  }

  /** Every folder that looks like a backup must be a whole one; the names of all. */
  private List<String> verified() throws Exception {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(backups(), "[a-z0-9]*")) {
      for (Path backup : all) {
        assertThat(BackupCheck.verify(backup).fileCount()).isPositive();
        names.add(backup.getFileName().toString());
      }
    }
    return names;
  }

  /** Creates customers and invoices and disputes these, one after the other, until it is enough. */
  private static void openDisputes(
      Channel channel, String caller, Queue<String> answered, AtomicBoolean enough) {
    for (int number = 0; !enough.get(); number++) {
      try {
        answered.add(openDispute(channel, caller + "-" + number));
      } catch (StatusRuntimeException e) {
        // Refused for a collision, or the server was killed: it was not answered.
      }
    }
  }

  private static String openDispute(Channel channel, String customer) {
    String name =
        CustomerServiceGrpc.newBlockingStub(channel)
            .createCustomer(
                CreateCustomerRequest.newBuilder()
                    .setParent(PROVIDER)
                    .setCustomerId(customer)
                    .setCustomer(
                        Customer.newBuilder()
                            .setDisplayName(customer)
                            .setTimeZone("Europe/Berlin")
                            .setPhone("+1 312 555 0100")
                            .setAccountManager("ann"))
                    .build())
            .getName();
    String invoice =
        InvoiceServiceGrpc.newBlockingStub(channel)
            .createInvoice(
                CreateInvoiceRequest.newBuilder()
                    .setParent(name)
                    .setInvoiceId("i1")
                    .setInvoice(Invoice.newBuilder().setInvoiceDate(day(31)).setCurrencyCode("USD"))
                    .addLaborLines(
                        LaborLine.newBuilder()
                            .setName("lines/L1")
                            .setWorkDate(day(5))
                            .setTechnician("Tom Bell")
                            .setHours(2)
                            .setRate(dollars(100))
                            .setAmount(dollars(200))
                            .setDescription("Firewall firmware upgrade"))
                    .build())
            .getName();
    return DisputeServiceGrpc.newBlockingStub(channel)
        .openDispute(
            OpenDisputeRequest.newBuilder()
                .setParent(PROVIDER)
                .setDispute(
                    Dispute.newBuilder()
                        .addLines(
                            DisputedLine.newBuilder()
                                .setLine(invoice + "/lines/L1")
                                .setReason(DisputedLine.Reason.NO_NOTES)))
                .build())
        .getName();
  }

  private static Date day(int day) {
    return Date.newBuilder().setYear(2026).setMonth(5).setDay(day).build();
  }

  private static Money dollars(int units) {
    return Money.newBuilder().setCurrencyCode("USD").setUnits(units).build();
  }

  /** Which disputes are not in a restored folder; fails when something in it does not hold. */
  private static List<String> missing(Path data, List<String> disputes) {
    try (TestServer server = TestServer.start(data);
        TestClient client = new TestClient(server)) {
      assertThat(client.violations("default")).isEmpty();
      assertThat(
              AuditServiceGrpc.newBlockingStub(client.channel())
                  .verifyJournal(VerifyJournalRequest.newBuilder().setParent(PROVIDER).build())
                  .getBreaksList())
          .isEmpty();
      return disputes.stream().filter(name -> !isThere(client, name)).toList();
    }
  }

  private static boolean isThere(TestClient client, String dispute) {
    try {
      Dispute found =
          client.disputes().getDispute(GetDisputeRequest.newBuilder().setName(dispute).build());
      return found.getState() == Dispute.State.OPEN && found.hasCallback();
    } catch (StatusRuntimeException e) {
      return false;
    }
  }

  /** Runs {@code redress restore} in a process of its own: its exit code, then what it said. */
  private String restore(String backup, String... options)
      throws IOException, InterruptedException {
    List<String> arguments =
        Stream.concat(Stream.of("restore", backup), Arrays.stream(options)).toList();
    Path said = Files.createTempFile(folder, "restore", "");
    Process process =
        PackagedProgram.process(
                PackagedProgram.next(PackagedProgram.jar("redress.server.jar"), arguments))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the restore does not end");
    }
    return process.exitValue() + " " + Files.readString(said);
  }
}
