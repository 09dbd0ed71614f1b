package dev.redress.app;

import dev.redress.backup.BackupCheck;
import dev.redress.backup.DamagedBackupException;
import dev.redress.persistence.DataFolder;
import dev.redress.persistence.Database;
import dev.redress.persistence.DatabaseOpenException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at what a server of a configuration needs, and starts none. Each line on stdout has four
 * cells with tabs between: {@code OK}, {@code WARN} or {@code FAIL}, what was looked at, what was
 * found, and what to do.
 */
final class Examination {
  private static final int EXIT_FAIL = 1;
  private static final long MEBIBYTE = 1 << 20;
  private static final long FREE_BYTES_MIN = 256 * MEBIBYTE;
  private static final long FREE_BYTES_GOOD = 1_024 * MEBIBYTE;
  private static final long LOG_BYTES_GOOD = 256 * MEBIBYTE;

  /** As exact as clocks of machines are that nobody sets by hand. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  /** No machine that runs this has lived before. */
  private static final Instant CLOCK_MIN = Instant.parse("2026-01-01T00:00:00Z");

  private static final Duration BACKUP_AGE_GOOD = Duration.ofDays(7);

  private final ServerConfig config;
  private final DataFolder database;
  private final Instant now;
  private final List<Row> rows = new ArrayList<>();

  private Examination(ServerConfig config, Instant now) {
    this.config = config;
    this.database = new DataFolder(config.data());
    this.now = now;
  }

  /** How something fares. */
  private enum State {
    OK,
    WARN,
    FAIL
  }

  /**
   * One thing.
   *
   * @param advice what to do; empty when nothing
   */
  private record Row(State state, String what, String found, String advice) {}

  /** Prints what it finds. The exit code: 1 when a server cannot start or would not work. */
  static int run(ServerConfig config) {
    Examination examination =
        new Examination(config, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    examination.all();
    for (Row row : examination.rows) {
      System.out.println(
          String.join("\t", row.state().name(), row.what(), oneLine(row.found()), row.advice()));
    }
    return examination.rows.stream().anyMatch(row -> row.state() == State.FAIL) ? EXIT_FAIL : 0;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private void all() {
    ok("java", Runtime.version() + ", " + System.getProperty("java.vendor"));
    look("data folder", this::dataFolder);
    if (Files.isDirectory(config.data())) {
      look("disk", this::disk);
      look("uploads", this::spool);
    }
    look("clock", this::clock);
    look("database", this::database);
    if (config.database() == null && database.hasDatabase()) {
      look("logs", this::logs);
      look("backups", this::backups);
    }
  }

  /** Looks at one thing; what cannot be looked at has failed. */
  private void look(String what, Look look) {
    try {
      look.run();
    } catch (IOException e) {
      fail(what, "cannot be looked at: " + e, "run this as the user of the server");
    }
  }

  private void dataFolder() throws IOException {
    Path data = config.data().toAbsolutePath().normalize();
    if (!Files.exists(data)) {
      Optional<Path> above =
          Stream.iterate(data.getParent(), it -> it != null, Path::getParent)
              .filter(Files::exists)
              .findFirst();
      if (above.isPresent() && Files.isWritable(above.get())) {
        ok("data folder", data + " is not there; a server makes it");
      } else {
        fail("data folder", data + " cannot be made", "name another one with --data");
      }
    } else if (!Files.isDirectory(data) || !Files.isWritable(data)) {
      fail(
          "data folder",
          data + " is no folder that " + System.getProperty("user.name") + " can write to",
          "run the server as its owner, or name another one with --data");
    } else if (isOpenToOthers(data)) {
      warn("data folder", data + " can be read by every user", "chmod 700 " + data);
    } else {
      ok("data folder", data + " can be written to");
    }
  }

  private static boolean isOpenToOthers(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    Set<PosixFilePermission> others = PosixFilePermissions.fromString("------rwx");
    return Files.getPosixFilePermissions(folder).stream().anyMatch(others::contains);
  }

  private void disk() throws IOException {
    long free = Files.getFileStore(config.data()).getUsableSpace();
    long wanted =
        Math.max(FREE_BYTES_GOOD, database.hasDatabase() ? database.bytes() : FREE_BYTES_GOOD);
    String found = mebibytes(free) + " free";
    if (free < FREE_BYTES_MIN) {
      fail("disk", found, "make room now: a database that cannot write stops");
    } else if (free < wanted) {
      warn("disk", found, "make room: " + mebibytes(wanted) + " leave the database space to grow");
    } else {
      ok("disk", found);
    }
  }

  private void spool() throws IOException {
    Path spool = config.data().resolve("spool");
    int count = 0;
    if (Files.isDirectory(spool)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(spool)) {
        for (Path _ : files) {
          count++;
        }
      }
    }
    if (count == 0) {
      ok("uploads", "none is left half");
    } else if (config.database() == null && database.isInUse()) {
      ok("uploads", count + " under way");
    } else {
      warn(
          "uploads",
          count + " were cut off when their server was killed",
          "send these files again; the next start removes what is left");
    }
  }

  private void clock() throws IOException {
    Instant last =
        database.hasDatabase()
            ? database.lastWritten().truncatedTo(ChronoUnit.SECONDS)
            : Instant.EPOCH;
    String advice = "set the clock: due times of calls are reckoned by it";
    if (now.isBefore(CLOCK_MIN)) {
      fail("clock", "it is not " + now, advice);
    } else if (last.isAfter(now.plus(CLOCK_TOLERANCE))) {
      warn("clock", "it says " + now + ", and the database was written at " + last, advice);
    } else {
      ok("clock", "it says " + now);
    }
  }

  private void database() throws IOException {
    if (config.database() == null && !database.hasDatabase()) {
      ok("database", "there is none yet; a server makes it");
      return;
    }
    if (config.database() == null && database.isInUse()) {
      RunningServer.find(config.data())
          .ifPresentOrElse(
              server ->
                  ok(
                      "database",
                      "in use by the server at "
                          + server.address()
                          + ", process "
                          + server.processId()),
              () ->
                  warn(
                      "database",
                      "in use by a process that is no server of this folder",
                      "find it with 'fuser' or 'lsof' and stop it"));
      return;
    }
    try {
      Database.Found found = Database.look(Assembly.databaseSettings(config));
      ok("database", found.product() + " opens");
      schema(found);
    } catch (DatabaseOpenException e) {
      fail("database", String.valueOf(e.getMessage()), "see docs/operations.md, \"Backup\"");
    }
  }

  private void schema(Database.Found found) {
    if (found.newer()) {
      fail(
          "schema",
          found.schemaVersion() + " was written by a later version of Redress",
          "start that version, or restore a backup");
    } else if (found.pendingCount() > 0) {
      warn(
          "schema",
          (found.schemaVersion().isEmpty() ? "none" : found.schemaVersion())
              + "; the next start brings it up to date",
          "make a backup first: there is no way back");
    } else {
      ok("schema", found.schemaVersion() + " is up to date");
    }
  }

  private void logs() throws IOException {
    long bytes = database.logBytes();
    if (!database.keepsLogs()) {
      ok("logs", "none are kept for rolling a backup forward");
    } else if (bytes > Math.max(LOG_BYTES_GOOD, database.bytes() - bytes)) {
      warn(
          "logs",
          mebibytes(bytes) + " are kept since the last backup",
          "make a backup, which deletes those before it");
    } else {
      ok("logs", mebibytes(bytes) + " are kept for rolling the last backup forward");
    }
  }

  private void backups() throws IOException {
    Path folder = config.backups();
    if (folder == null || !Files.isDirectory(folder)) {
      warn(
          "backups", "none are made here", "start the server with --backup-dir, or copy otherwise");
      return;
    }
    Instant last = Instant.EPOCH;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "[a-z0-9]*")) {
      for (Path backup : all) {
        Instant time = time(backup);
        last = time.isAfter(last) ? time : last;
      }
    }
    if (last.equals(Instant.EPOCH)) {
      warn("backups", "there is none in " + folder, "redress backup NAME");
    } else if (last.isBefore(now.minus(BACKUP_AGE_GOOD))) {
      warn("backups", "the last one is of " + last, "redress backup NAME");
    } else {
      ok("backups", "the last one is of " + last);
    }
  }

  /** When a backup was made; the epoch of what is none. */
  private static Instant time(Path backup) throws IOException {
    try {
      return BackupCheck.manifest(backup).time().truncatedTo(ChronoUnit.SECONDS);
    } catch (DamagedBackupException _) {
      return Instant.EPOCH;
    }
  }

  private static String mebibytes(long bytes) {
    return bytes / MEBIBYTE + " MiB";
  }

  private void ok(String what, String found) {
    rows.add(new Row(State.OK, what, found, ""));
  }

  private void warn(String what, String found, String advice) {
    rows.add(new Row(State.WARN, what, found, advice));
  }

  private void fail(String what, String found, String advice) {
    rows.add(new Row(State.FAIL, what, found, advice));
  }

  /** Something to look at. */
  @FunctionalInterface
  private interface Look {
    void run() throws IOException;
  }
}
