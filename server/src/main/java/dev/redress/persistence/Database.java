package dev.redress.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.redress.backup.DatabaseCopy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open database with the schema of this version of Redress. */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** How long a question whether the database answers may take, in seconds. */
  private static final int ANSWER_SECONDS = 2;

  /** Reads every page of every table and index; Derby throws when two do not fit each other. */
  private static final String CHECK_TABLES =
      """
      SELECT SYSCS_UTIL.SYSCS_CHECK_TABLE(s.SCHEMANAME, t.TABLENAME)
      FROM SYS.SYSSCHEMAS s JOIN SYS.SYSTABLES t ON t.SCHEMAID = s.SCHEMAID
      WHERE t.TABLETYPE = 'T'
      """;

  private final HikariDataSource pool;
  private final boolean embedded;
  private final String product;
  private final String schemaVersion;
  private final AutoCloseable engine;

  private Database(
      HikariDataSource pool,
      boolean embedded,
      String product,
      String schemaVersion,
      AutoCloseable engine) {
    this.pool = pool;
    this.embedded = embedded;
    this.product = product;
    this.schemaVersion = schemaVersion;
    this.engine = engine;
  }

  /**
   * Opens the database, creates it if it is Derby and missing, and brings its schema up to date.
   *
   * @throws DatabaseOpenException when it does not answer, is used by another process, or was
   *     written by a later version of Redress
   */
  public static Database open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.DerbyFolder folder -> open(DerbyEngine.inFolder(folder), settings);
      case DatabaseSettings.DerbyMemory memory -> open(DerbyEngine.inMemory(memory), settings);
      case DatabaseSettings.PostgreSql postgreSql ->
          open(
              PostgreSqlSource.of(postgreSql),
              PostgreSqlSource.limited(postgreSql),
              settings,
              () -> {});
    };
  }

  private static Database open(DerbyEngine engine, DatabaseSettings settings) {
    return open(engine.source(), engine.source(), settings, engine);
  }

  /** Migrates without limits of time, then works within them. */
  private static Database open(
      DataSource unlimited, DataSource limited, DatabaseSettings settings, AutoCloseable engine) {
    try {
      String product = product(unlimited, settings);
      String version = Schema.migrate(unlimited);
      boolean embedded = !(settings instanceof DatabaseSettings.PostgreSql);
      HikariDataSource pool = ConnectionPool.open(limited, settings.connectionsMax());
      return new Database(pool, embedded, product, version, engine);
    } catch (RuntimeException e) {
      closeQuietly(engine);
      throw e;
    }
  }

  /**
   * Looks at a database without changing its schema, and closes it again. Embedded Derby completes
   * or undoes what was under way when its server was killed, as with every start.
   *
   * @throws DatabaseOpenException when it does not answer, or is used by another process
   */
  public static Found look(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.DerbyFolder folder -> {
        DerbyEngine engine = DerbyEngine.existing(folder);
        try {
          yield look(engine.source(), settings);
        } finally {
          closeQuietly(engine);
        }
      }
      case DatabaseSettings.DerbyMemory memory ->
          throw new IllegalArgumentException("there is nothing in memory before it is opened");
      case DatabaseSettings.PostgreSql postgreSql ->
          look(PostgreSqlSource.of(postgreSql), settings);
    };
  }

  private static Found look(DataSource source, DatabaseSettings settings) {
    String product = product(source, settings);
    Schema.Standing standing = Schema.standing(source);
    return new Found(product, standing.version(), standing.pendingCount(), standing.newer());
  }

  /**
   * What was found.
   *
   * @param product name and version
   * @param schemaVersion the number of the last migration; empty when there is no schema
   * @param pendingCount migrations that a start would apply
   * @param newer whether a later version of Redress wrote it
   */
  public record Found(String product, String schemaVersion, int pendingCount, boolean newer) {}

  /** Copies of it while it is open; empty when it is not backed up by Redress. */
  public Optional<DatabaseCopy> copy() {
    return engine instanceof DerbyEngine derby ? derby.copy(pool) : Optional.empty();
  }

  /**
   * Looks whether all tables of an embedded Derby can be read and fit their indexes.
   *
   * @throws DatabaseOpenException when one does not
   */
  public void requireWholeTables() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet tables = statement.executeQuery(CHECK_TABLES)) {
      while (tables.next()) {
        if (tables.getInt(1) != 1) {
          throw new DatabaseOpenException("a table of the database is damaged");
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw new DatabaseOpenException("the database is damaged: " + DerbyEngine.innermost(e), e);
    }
  }

  /** Where connections come from; each begins without auto-commit, at READ COMMITTED. */
  public DataSource dataSource() {
    return pool;
  }

  /** The pool itself, for its metrics. */
  public HikariDataSource pool() {
    return pool;
  }

  /** Whether it runs within this process, so that a statement costs no round trip. */
  public boolean isEmbedded() {
    return embedded;
  }

  /** Name and version: {@code Apache Derby 10.17.1.0 (embedded)} or {@code PostgreSQL 15.4}. */
  public String product() {
    return product;
  }

  /** The number of the schema's last migration, such as {@code 007}. */
  public String schemaVersion() {
    return schemaVersion;
  }

  /** Whether the database answers now, at the latest after four seconds. */
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      LOG.atDebug().setCause(e).log("the database does not answer");
      return false;
    }
  }

  /** Closes every connection; embedded Derby is shut down and its folder given free. */
  @Override
  public void close() {
    pool.close();
    closeQuietly(engine);
  }

  private static String product(DataSource source, DatabaseSettings settings) {
    try (Connection connection = source.getConnection()) {
      DatabaseMetaData about = connection.getMetaData();
      // Both append a build number, such as " - (1913217)", which tells users nothing.
      if (settings instanceof DatabaseSettings.PostgreSql) {
        RowSecurity.warnWherePassedBy(connection);
      }
      String version = about.getDatabaseProductVersion().split(" ", 2)[0];
      return switch (settings) {
        case DatabaseSettings.PostgreSql _ -> "PostgreSQL " + version;
        case DatabaseSettings.DerbyFolder _ -> "Apache Derby " + version + " (embedded)";
        case DatabaseSettings.DerbyMemory _ -> "Apache Derby " + version + " (in memory)";
      };
    } catch (SQLException e) {
      throw new DatabaseOpenException(
          "the database " + settings + " does not answer: " + e.getMessage(), e);
    }
  }

  private static void closeQuietly(AutoCloseable engine) {
    try {
      engine.close();
    } catch (Exception e) {
      LOG.atWarn().setCause(e).log("the database did not close in good order");
    }
  }
}
