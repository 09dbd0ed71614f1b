package dev.redress.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.redress.backup.BackupFiles;
import dev.redress.backup.Manifest;
import dev.redress.identity.ContentHash;
import dev.redress.persistence.Database;
import dev.redress.persistence.DatabaseOpenException;
import dev.redress.persistence.DatabaseSettings;
import dev.redress.v1.BackUpRequest;
import dev.redress.v1.CreateCustomerRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.ServerServiceGrpc;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is restored, and what is refused and leaves nothing. */
class RestorationTest {
  private static final String INDEX = "derby/seg0/c20.dat";

  /** The data folder of a server that made two backups and then stopped. */
  @TempDir private static Path home;

  @TempDir private Path folder;

  @BeforeAll
  static void backUp() throws Exception {
    try (Assembly server = Assembly.start(config())) {
      ManagedChannel channel = TestAccess.channel(server.port(), server.tokenFile());
      for (String id : List.of("early", "whole")) {
        createCustomer(channel, id);
        backUp(channel, id);
      }
      createCustomer(channel, "later");
      channel.shutdownNow();
    }
  }

  private static void createCustomer(ManagedChannel channel, String id) {
    var _ =
        CustomerServiceGrpc.newBlockingStub(channel)
            .createCustomer(
                CreateCustomerRequest.newBuilder()
                    .setParent("providers/default")
                    .setCustomerId(id)
                    .setCustomer(Customer.newBuilder().setDisplayName(id).setTimeZone("UTC"))
                    .build());
  }

  private static void backUp(ManagedChannel channel, String id) {
    var _ =
        ServerServiceGrpc.newBlockingStub(channel)
            .backUp(BackUpRequest.newBuilder().setBackupId(id).build());
  }

  private static ServerConfig config() {
    return new ServerConfig(
        home.resolve("data"),
        null,
        "",
        "",
        InetAddress.getLoopbackAddress(),
        0,
        -1,
        1,
        4,
        16,
        1,
        0,
        true,
        null,
        false,
        TestAccess.settings(home),
        home.resolve("backups"));
  }

  @Test
  void run_restoresWhatWasThereAndRollsForwardToWhatCameLater() throws Exception {
    Restoration.Restored restored = restore(backup("whole"), folder.resolve("a"), null);
    Restoration.Restored forward =
        restore(backup("whole"), folder.resolve("b"), home.resolve("data"));

    assertThat(restored.providerCount()).isEqualTo(1);
    assertThat(restored.eventCount()).isPositive();
    assertThat(forward.eventCount()).isEqualTo(restored.eventCount() + 1);
    assertThat(names(folder.resolve("a"))).containsExactly("derby");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what was done                    | exit | what is said
          one byte of a file was changed     |    3 | is damaged: the file derby/seg0/c20.dat is not as it was written; use another backup
          a file was cut off                 |    3 | is damaged: the file derby/seg0/c20.dat is not as it was written; use another backup
          a file was taken away              |    3 | is damaged: the file derby/seg0/c20.dat is missing; use another backup
          a file was added                   |    3 | is damaged: its manifest does not list the file derby/seg0/c9.dat
          the manifest was cut off           |    3 | is damaged: its manifest.txt is cut off, or was changed; use another backup
          the manifest was taken away        |    3 | is no whole backup: it has no manifest.txt
          the manifest names another journal |    1 | what was restored does not hold and was removed: the journal of providers/default, event
          it is not there                    |    3 | there is no backup
          """)
  void run_ofADamagedBackupLeavesNothing(String damage, int exitCode, String sentence)
      throws Exception {
    Path damaged = folder.resolve("damaged");
    copy(backup("whole"), damaged);
    damage(damage, damaged);
    Path data = folder.resolve("data");

    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> restore(damaged, data, null))
        .withMessageContaining(sentence)
        .matches(failure -> failure.exitCode() == exitCode);
    assertThat(data).doesNotExist();
  }

  private static void damage(String damage, Path backup) throws IOException {
    Path index = backup.resolve(INDEX);
    Path manifest = backup.resolve(Manifest.NAME);
    switch (damage) {
      case "one byte of a file was changed" -> {
        byte[] bytes = Files.readAllBytes(index);
        bytes[bytes.length / 2] ^= 1;
        Files.write(index, bytes);
      }
      case "a file was cut off" -> {
        byte[] bytes = Files.readAllBytes(index);
        Files.write(index, Arrays.copyOf(bytes, bytes.length - 1));
      }
      case "a file was taken away" -> Files.delete(index);
      case "a file was added" -> Files.writeString(backup.resolve("derby/seg0/c9.dat"), "more");
      case "the manifest was cut off" -> {
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.substring(0, text.length() / 2));
      }
      case "the manifest was taken away" -> Files.delete(manifest);
      case "the manifest names another journal" -> forge(manifest);
      case "it is not there" -> BackupFiles.remove(backup);
      default -> throw new IllegalArgumentException(damage);
    }
  }

  /** Another hash of the last event, with a checksum that fits. */
  private static void forge(Path manifest) throws IOException {
    String text = Files.readString(manifest);
    String forged =
        text.substring(0, text.lastIndexOf("end "))
            .replaceFirst("(?m)^(journal default \\d+ ).*$", "$1" + "ab".repeat(32));
    String sum =
        HexFormat.of()
            .formatHex(ContentHash.sha256().digest(forged.getBytes(StandardCharsets.UTF_8)));
    Files.writeString(manifest, forged + "end " + sum + "\n");
  }

  @Test
  void run_writesOverNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("mine.txt"), "mine");

    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> restore(backup("whole"), folder, null))
        .withMessage("the data folder " + folder + " is not empty; name a new one")
        .matches(failure -> failure.exitCode() == 6);
    assertThat(file).hasContent("mine");
    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> restore(backup("whole"), file, null))
        .withMessage(file + " is a file; name a new folder");
  }

  @Test
  void run_withoutALogInBetweenIsNotRolledForward() throws Exception {
    Path data = folder.resolve("data");
    Path old = folder.resolve("old");
    copy(home.resolve("data"), old);
    int next = number(lastLogOf(backup("early"))) + 1;
    Files.delete(old.resolve("derby/log/log" + next + ".dat"));

    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> restore(backup("early"), data, old))
        .withMessage(
            "the backup cannot be rolled forward: log "
                + next
                + " is missing: a later backup deleted it, or the server kept no logs; roll the"
                + " latest backup forward");
    assertThat(data).doesNotExist();
    assertThat(restore(backup("early"), data, null).providerCount()).isEqualTo(1);
  }

  @Test
  void run_withTheLogsOfAnotherDatabaseIsRefused() throws Exception {
    Path other = folder.resolve("other");
    copy(home.resolve("data"), other);
    Path log = lastLogOf(backup("whole"));
    Path same = other.resolve("derby/log").resolve(log.getFileName().toString());
    byte[] bytes = Files.readAllBytes(same);
    bytes[bytes.length / 2] ^= 1;
    Files.write(same, bytes);

    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> restore(backup("whole"), folder.resolve("data"), other))
        .withMessage("the backup cannot be rolled forward: the logs are those of another database");
    assertThatExceptionOfType(RestoreFailedException.class)
        .isThrownBy(() -> restore(backup("whole"), folder.resolve("data"), folder.resolve("no")))
        .withMessageStartingWith("there is no database in the data folder ");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void serve_inAFolderWhereARestoreWasKilledDoesNotStart() throws Exception {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("restoring").resolve("derby"));

    assertThatExceptionOfType(DatabaseOpenException.class)
        .isThrownBy(() -> Database.open(DatabaseSettings.DerbyFolder.of(data)))
        .withMessageContaining("holds a restore that did not end");
  }

  private static Restoration.Restored restore(Path backup, Path data, @Nullable Path oldData)
      throws RestoreFailedException {
    return new Restoration(backup, data, Optional.ofNullable(oldData)).run();
  }

  private static Path backup(String id) {
    return home.resolve("backups").resolve(id);
  }

  private static Path lastLogOf(Path backup) throws IOException {
    try (Stream<Path> logs = Files.list(backup.resolve("derby/log"))) {
      return logs.filter(log -> log.toString().endsWith(".dat")).findFirst().orElseThrow();
    }
  }

  private static int number(Path log) {
    return Integer.parseInt(log.getFileName().toString().replaceAll("[^0-9]", ""));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  private static List<String> names(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
