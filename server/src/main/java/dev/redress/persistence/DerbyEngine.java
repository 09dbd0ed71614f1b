package dev.redress.persistence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DatabaseOpenException(
          "the data folder " + folder + " cannot be made: " + e.getMessage(), e);
    }
    configure(settings.cachePages());
    System.setProperty("derby.stream.error.file", folder.resolve("derby.log").toString());
    return started(new DerbyEngine(folder.resolve("derby").toString(), false), folder.toString());
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
      if (SqlFailure.states(e).contains("XSDB6")) {
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
  private static String innermost(SQLException e) {
    SQLException last = e;
    while (last.getNextException() != null) {
      last = last.getNextException();
    }
    return String.valueOf(last.getMessage());
  }

  private static void configure(int cachePages) {
    System.setProperty("derby.locks.waitTimeout", Integer.toString(LOCK_WAIT_SECONDS));
    System.setProperty("derby.locks.deadlockTimeout", Integer.toString(DEADLOCK_SECONDS));
    System.setProperty("derby.storage.pageCacheSize", Integer.toString(cachePages));
  }
}
