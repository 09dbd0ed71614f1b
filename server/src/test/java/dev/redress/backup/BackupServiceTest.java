package dev.redress.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Anchor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupServiceTest {
  private static final String REQUEST = "123e4567-e89b-42d3-a456-426614174000";
  private static final Instant TIME = Instant.parse("2026-11-25T14:15:00Z");
  private static final Manifest.Head HEAD =
      new Manifest.Head(new ProviderName("default"), new Anchor(3, "ab".repeat(32)));

  @TempDir private Path folder;

  @Test
  void backUp_leavesAWholeBackupThatIsProvenToTheByte() throws Exception {
    Backup made = service(new FakeDatabase()).backUp("monday", REQUEST, false);

    assertThat(made.folder()).isEqualTo(root().resolve("monday"));
    assertThat(made.madeBefore()).isFalse();
    Manifest manifest = BackupCheck.verify(made.folder());
    assertThat(manifest).isEqualTo(made.manifest());
    assertThat(manifest.heads()).containsExactly(HEAD);
    assertThat(manifest.time()).isEqualTo(TIME);
    assertThat(manifest.fileCount()).isEqualTo(2);
    assertThat(names()).containsExactly(".lock", "monday");
  }

  @Test
  void backUp_withTheSameRequestIdGivesTheSameBackup() throws Exception {
    BackupService service = service(new FakeDatabase());
    Backup first = service.backUp("monday", REQUEST, false);

    Backup again = service.backUp("monday", REQUEST, false);

    assertThat(again.madeBefore()).isTrue();
    assertThat(again.manifest()).isEqualTo(first.manifest());
  }

  @Test
  void backUp_writesOverNothing() throws Exception {
    BackupService service = service(new FakeDatabase());
    var _ = service.backUp("monday", REQUEST, false);
    Files.createDirectory(root().resolve("tuesday"));

    assertThat(refusal(service, "monday", "", false)).isEqualTo(ErrorReason.RESOURCE_EXISTS);
    assertThat(refusal(service, "monday", REQUEST, true)).isEqualTo(ErrorReason.RESOURCE_EXISTS);
    assertThat(refusal(service, "tuesday", REQUEST, false)).isEqualTo(ErrorReason.RESOURCE_EXISTS);
    assertThat(root().resolve("tuesday")).isEmptyDirectory();
  }

  @Test
  void backUp_thatFailsLeavesNothing() throws Exception {
    FakeDatabase failing = new FakeDatabase();
    failing.failure = "No space left on device";

    assertThat(refusal(service(failing), "monday", REQUEST, false))
        .isEqualTo(ErrorReason.BACKUP_FAILED);
    assertThat(names()).containsExactly(".lock");
  }

  @Test
  void backUp_withoutTheSpaceForItTouchesNothing() throws Exception {
    FakeDatabase large = new FakeDatabase();
    large.bytes = Long.MAX_VALUE;

    assertThat(refusal(service(large), "monday", REQUEST, false))
        .isEqualTo(ErrorReason.BACKUP_FAILED);
    assertThat(large.writes).isZero();
  }

  @Test
  void backUp_removesWhatAKillLeftOfAnother() throws Exception {
    Path half = Files.createDirectories(root().resolve(".sunday.partial").resolve("derby"));
    Files.writeString(half.resolve("c10.dat"), "half");

    var _ = service(new FakeDatabase()).backUp("monday", REQUEST, false);

    assertThat(names()).containsExactly(".lock", "monday");
  }

  @Test
  void backUp_whileAnotherIsMadeIsRefused() throws Exception {
    BackupFolder backups = new BackupFolder(root());
    try (BackupFolder.Turn _ = backups.turn().orElseThrow()) {
      assertThat(refusal(service(new FakeDatabase()), "monday", REQUEST, false))
          .isEqualTo(ErrorReason.BACKUP_RUNNING);
    }
    assertThat(service(new FakeDatabase()).backUp("monday", REQUEST, false).madeBefore()).isFalse();
  }

  @Test
  void backUp_standaloneDropsTheLogsOnceItIsWhole() throws Exception {
    FakeDatabase database = new FakeDatabase();
    BackupService service = service(database);

    assertThat(service.backUp("monday", "", false).manifest().logsKept()).isTrue();
    assertThat(database.dropped).isFalse();
    assertThat(service.backUp("tuesday", "", true).manifest().logsKept()).isFalse();
    assertThat(database.dropped).isTrue();
  }

  @Test
  void backUp_ofPostgreSqlSaysWhatToUseInstead() {
    BackupService service =
        new BackupService(
            List::of,
            Optional.empty(),
            Optional.empty(),
            new BackupService.Facts("1.0", "PostgreSQL 15.4", "029"),
            () -> TIME);

    Assertions.assertThatExceptionOfType(RedressException.class)
        .isThrownBy(() -> service.backUp("monday", "", false))
        .withMessage(
            "the database is PostgreSQL 15.4, which Redress does not back up; use pg_basebackup"
                + " with archived WAL, or pg_dump")
        .matches(refused -> refused.reason() == ErrorReason.BACKUP_NOT_EMBEDDED);
  }

  @Test
  void backUp_withoutAFolderForBackupsSaysSo() {
    BackupService service =
        new BackupService(
            List::of,
            Optional.of(new FakeDatabase()),
            Optional.empty(),
            new BackupService.Facts("1.0", "Apache Derby", "029"),
            () -> TIME);

    assertThat(refusal(service, "monday", "", false)).isEqualTo(ErrorReason.BACKUP_NOT_CONFIGURED);
  }

  private static ErrorReason refusal(
      BackupService service, String id, String requestId, boolean standalone) {
    try {
      var _ = service.backUp(id, requestId, standalone);
    } catch (RedressException e) {
      return e.reason();
    }
    throw new AssertionError(id + " was backed up");
  }

  private BackupService service(DatabaseCopy database) throws IOException {
    return new BackupService(
        () -> List.of(HEAD),
        Optional.of(database),
        Optional.of(new BackupFolder(root())),
        new BackupService.Facts("1.0", "Apache Derby", "029"),
        () -> TIME);
  }

  private Path root() {
    return folder.resolve("backups");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(root())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A database of two files. */
  private static final class FakeDatabase implements DatabaseCopy {
    private String failure = "";
    private long bytes = 100;
    private int writes;
    private boolean dropped;

    @Override
    public long bytes() {
      return bytes;
    }

    @Override
    public void write(Path folder, boolean keepLogs) throws IOException {
      writes++;
      Path database = Files.createDirectories(folder.resolve(FOLDER).resolve("seg0"));
      Files.writeString(database.resolve("c10.dat"), "a table");
      if (!failure.isEmpty()) {
        throw new IOException(failure);
      }
      Files.writeString(database.resolve("c20.dat"), "an index");
    }

    @Override
    public void dropLogs() {
      dropped = true;
    }
  }
}
