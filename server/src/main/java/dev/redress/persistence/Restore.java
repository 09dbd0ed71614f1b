package dev.redress.persistence;

import dev.redress.backup.BackupFiles;
import dev.redress.backup.DatabaseCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A backup that is being restored into a data folder. It stands aside in that folder until {@link
 * #publish}; as long as it does, no server starts there.
 */
public final class Restore implements AutoCloseable {
  private static final String ASIDE = "restoring";

  private final Path data;
  private final Path aside;
  private final boolean dataIsNew;
  private boolean published;

  private Restore(Path data, boolean dataIsNew) {
    this.data = data;
    this.aside = data.resolve(ASIDE);
    this.dataIsNew = dataIsNew;
  }

  /**
   * Restores a backup whose files were checked.
   *
   * @param backup its folder
   * @param data the data folder, which is empty or not there
   * @param oldData the data folder by whose logs it is rolled forward
   * @throws DatabaseOpenException when the old folder is in use or its logs do not follow the
   *     backup, or Derby cannot open what it restored
   */
  public static Restore begin(Path backup, Path data, Optional<Path> oldData) throws IOException {
    Path copy = backup.resolve(DatabaseCopy.FOLDER);
    refuseSemicolon(copy);
    Optional<Path> logs = Optional.empty();
    if (oldData.isPresent()) {
      logs = Optional.of(logs(copy, oldData.get()));
    }
    Restore restore = new Restore(data, !Files.exists(data));
    try {
      BackupFiles.createFolder(restore.aside);
      DerbyEngine.restore(copy, restore.aside, logs);
      return restore;
    } catch (IOException | RuntimeException e) {
      restore.close();
      throw e;
    }
  }

  /** Refuses a data folder in which a restore was killed. */
  static void requireNone(Path data) {
    if (Files.exists(data.resolve(ASIDE))) {
      throw new DatabaseOpenException(
          "the data folder "
              + data
              + " holds a restore that did not end; remove the folder and restore again");
    }
  }

  /** The data folder of the restored database, to be looked at. */
  public Path folder() {
    return aside;
  }

  /** Hands the database, which is closed, to servers. */
  public void publish() throws IOException {
    Files.move(
        aside.resolve(DerbyEngine.DATABASE),
        data.resolve(DerbyEngine.DATABASE),
        StandardCopyOption.ATOMIC_MOVE);
    BackupFiles.storeFolder(data);
    published = true;
  }

  /** Removes what is not handed over. */
  @Override
  public void close() throws IOException {
    BackupFiles.remove(aside);
    if (!published && dataIsNew) {
      BackupFiles.remove(data);
    }
  }

  private static Path logs(Path copy, Path oldData) throws IOException {
    Path database = oldData.resolve(DerbyEngine.DATABASE);
    if (new DataFolder(oldData).isInUse()) {
      throw new DatabaseOpenException(
          "the data folder " + oldData + " is in use by another process; stop that one first");
    }
    if (!Files.isDirectory(database)) {
      throw new DatabaseOpenException("there is no database in the data folder " + oldData);
    }
    DerbyLogs.of(database).requireToFollow(DerbyLogs.of(copy));
    return database.resolve(DerbyLogs.FOLDER);
  }

  /** What follows a semicolon is another attribute to Derby. */
  private static void refuseSemicolon(Path copy) {
    if (copy.toString().contains(";")) {
      throw new DatabaseOpenException(
          "the path " + copy + " has a semicolon, which Derby cannot read; move the backup");
    }
  }
}
