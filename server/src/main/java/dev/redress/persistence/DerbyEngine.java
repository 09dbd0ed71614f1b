package dev.redress.persistence;

import static java.util.Objects.requireNonNull;

import dev.redress.backup.BackupFiles;
import dev.redress.backup.DatabaseCopy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * An embedded Derby database: where it lies, and how it is started and shut down.
 *
 * <p>Derby reads its settings once for the whole process, when the first database is opened: those
 * of a second one have no effect.
 */
public final class DerbyEngine implements AutoCloseable {

  /** Ends a wait for a lock; with it a collision answers in less than 3 seconds. */
  private static final int LOCK_WAIT_SECONDS = 2;

  /** After this wait Derby looks whether there is a deadlock. */
  private static final int DEADLOCK_SECONDS = 1;

  /** How Derby says "shut down as you asked". */
  private static final String SHUT_DOWN = "08006";

  /** The folder of the database within a data folder; a copy of it has the same name. */
  static final String DATABASE = DatabaseCopy.FOLDER;

  /** How Derby says "another process has it". */
  private static final String IN_USE = "XSDB6";

  private final String database;
  private final boolean temporary;
  private final EmbeddedDataSource source;

  private DerbyEngine(String database, boolean temporary) {
    this.database = database;
    this.temporary = temporary;
    this.source = new EmbeddedDataSource();
    source.setDatabaseName(database);
    source.setCreateDatabase("create");
  }

  /** In a folder, with Derby's own log beside the data. */
  static DerbyEngine inFolder(DatabaseSettings.DerbyFolder settings) {
    Path folder = settings.folder().toAbsolutePath().normalize();
    try {
      BackupFiles.createFolder(folder);
    } catch (IOException e) {
      throw new DatabaseOpenException(
          "the data folder " + folder + " cannot be made: " + e.getMessage(), e);
    }
    Restore.requireNone(folder);
    configure(settings.cachePages(), folder);
    return started(new DerbyEngine(folder.resolve(DATABASE).toString(), false), folder.toString());
  }

  /** The same of a database that is there; it is not created. */
  static DerbyEngine existing(DatabaseSettings.DerbyFolder settings) {
    Path folder = settings.folder().toAbsolutePath().normalize();
    configure(settings.cachePages(), folder);
    DerbyEngine engine = new DerbyEngine(folder.resolve(DATABASE).toString(), false);
    engine.source.setCreateDatabase(null);
    return started(engine, folder.toString());
  }

  /**
   * Makes the database of a backup in a data folder, and shuts it down.
   *
   * @param copy the database's folder in the backup
   * @param logs the logs of all that happened since, by which it is rolled forward
   */
  static void restore(Path copy, Path folder, Optional<Path> logs) throws IOException {
    Path database = folder.resolve(DATABASE);
    configure(DatabaseSettings.DerbyFolder.CACHE_PAGES_DEFAULT, folder);
    DerbyEngine engine = new DerbyEngine(database.toString(), false);
    engine.source.setCreateDatabase(null);
    if (logs.isPresent()) {
      copyFiles(logs.get(), database.resolve(DerbyLogs.FOLDER));
    }
    String attribute = logs.isPresent() ? "rollForwardRecoveryFrom" : "createFrom";
    engine.source.setConnectionAttributes(attribute + "=" + copy);
    try {
      started(engine, folder.toString()).close();
    } catch (SQLException e) {
      throw new DatabaseOpenException(
          "the restored database does not shut down: " + innermost(e), e);
    }
  }

  private static void copyFiles(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    List<Path> files;
    try (Stream<Path> found = Files.list(from)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  /** Copies of the database while it is open; of one in memory there are none. */
  Optional<DatabaseCopy> copy(DataSource connections) {
    return temporary
        ? Optional.empty()
        : Optional.of(new DerbyCopy(connections, requireNonNull(Path.of(database).getParent())));
  }

  /** In memory, with no log. */
  static DerbyEngine inMemory(DatabaseSettings.DerbyMemory settings) {
    configure(DatabaseSettings.DerbyFolder.CACHE_PAGES_DEFAULT);
    System.setProperty(
        "derby.stream.error.method", DerbyEngine.class.getName() + ".discardedMessages");
    return started(new DerbyEngine("memory:" + settings.name(), true), settings.name());
  }

  /** Where Derby writes its messages when there is no folder for them; called by Derby. */
  public static OutputStream discardedMessages() {
    return OutputStream.nullOutputStream();
  }

  DataSource source() {
    return source;
  }

  /** Shuts the database down, so that its files are complete and another process may open it. */
  @Override
  public void close() throws SQLException {
    EmbeddedDataSource end = new EmbeddedDataSource();
    end.setDatabaseName(database);
    end.setConnectionAttributes(temporary ? "drop=true" : "shutdown=true");
    try {
      end.getConnection().close();
    } catch (SQLException e) {
      if (!SHUT_DOWN.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  private static DerbyEngine started(DerbyEngine engine, String where) {
    try {
      engine.source.getConnection().close();
      return engine;
    } catch (SQLException e) {
      if (SqlFailure.states(e).contains(IN_USE)) {
        throw new DatabaseOpenException(
            "the data folder "
                + where
                + " is in use by another process; stop that one or name another folder",
            e);
      }
      throw new DatabaseOpenException(
          "the database in " + where + " cannot be opened: " + innermost(e), e);
    }
  }

  /** Derby wraps what happened into "failed to start database"; this is what happened. */
  static String innermost(SQLException e) {
    SQLException last = e;
    while (last.getNextException() != null) {
      last = last.getNextException();
    }
    return String.valueOf(last.getMessage());
  }

  private static void configure(int cachePages, Path folder) {
    configure(cachePages);
    System.setProperty("derby.stream.error.file", folder.resolve("derby.log").toString());
  }

  private static void configure(int cachePages) {
    System.setProperty("derby.locks.waitTimeout", Integer.toString(LOCK_WAIT_SECONDS));
    System.setProperty("derby.locks.deadlockTimeout", Integer.toString(DEADLOCK_SECONDS));
    System.setProperty("derby.storage.pageCacheSize", Integer.toString(cachePages));
  }
}
