package dev.redress.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The data folder of an embedded database, seen from outside: nothing is opened. */
public final class DataFolder {
  /** Derby's own lock of a database that is open. */
  private static final String LOCK = "dbex.lck";

  private static final String LOGS_KEPT = "derby.storage.logArchiveMode=true";

  private final Path database;

  /** Whatever it is. */
  public DataFolder(Path folder) {
    this.database = folder.resolve(DerbyEngine.DATABASE);
  }

  /** Whether there is a database in it. */
  public boolean hasDatabase() {
    return Files.isDirectory(database);
  }

  /** Whether another process has the database open; this process must not have it open itself. */
  public boolean isInUse() throws IOException {
    Path file = database.resolve(LOCK);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** Whether the logs of all changes since the last backup are kept. */
  public boolean keepsLogs() throws IOException {
    Path properties = database.resolve("service.properties");
    return Files.isRegularFile(properties) && Files.readAllLines(properties).contains(LOGS_KEPT);
  }

  /** The bytes of the database, its logs included. */
  public long bytes() throws IOException {
    return bytes(database);
  }

  /** The bytes of its logs. */
  public long logBytes() throws IOException {
    return bytes(database.resolve(DerbyLogs.FOLDER));
  }

  /** When a file of it was written last. */
  public Instant lastWritten() throws IOException {
    Instant last = Instant.EPOCH;
    for (Path file : files(database)) {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      last = written.isAfter(last) ? written : last;
    }
    return last;
  }

  private static long bytes(Path folder) throws IOException {
    long bytes = 0;
    for (Path file : files(folder)) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
