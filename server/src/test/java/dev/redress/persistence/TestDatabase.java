package dev.redress.persistence;

import dev.redress.transaction.ProviderScope;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database with the schema. Those of finished tests are emptied and used again, since to
 * make one takes much longer than most tests.
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Map<Kind, Queue<TestDatabase>> IDLE = new ConcurrentHashMap<>();
  private static final int CONNECTIONS_MAX = 10;

  /** Every table, each before those that it refers to; disputes and callbacks check at commit. */
  private static final List<String> TABLES =
      List.of(
          "dispute_note",
          "dispute_evidence_part",
          "dispute_evidence",
          "answered_request",
          "api_key",
          "principal",
          "journal",
          "journal_head",
          "journal_inbox",
          "credit",
          "disputed_line",
          "notification_letter",
          "notification_target",
          "escalation_watch",
          "escalation",
          "escalation_policy",
          "handoff",
          "authority_limit",
          "promise",
          "callback_sign_off",
          "service_level",
          "absence",
          "callback",
          "dispute",
          "match_decision",
          "accepted_line",
          "finding",
          "finding_dismissal",
          "finding_rules",
          "swallowed_line",
          "verdict",
          "reconciliation_share",
          "reconciliation_part",
          "reconciliation",
          "model_use",
          "model_version",
          "import_problem",
          "file_import",
          "labor_line",
          "invoice",
          "agreement_rate",
          "agreement",
          "time_entry",
          "request",
          "customer_erasure",
          "customer",
          "provider");

  private final Kind kind;
  private final Database database;
  private final MyBatisTransactions transactions;
  private boolean reusable = true;

  private TestDatabase(Kind kind) {
    this.kind = kind;
    this.database = Database.open(settings(kind, CONNECTIONS_MAX));
    this.transactions =
        new MyBatisTransactions(
            database,
            () -> ProviderScope.isSaid() ? ProviderScope.current() : ProviderScope.allProviders());
    unguard();
  }

  /** Lets the journal be emptied between tests; that it cannot be is shown by JournalGuardTest. */
  private void unguard() {
    try {
      execute(
          switch (kind) {
            case DERBY ->
                new String[] {
                  "DROP TRIGGER journal_kept_on_update", "DROP TRIGGER journal_kept_on_delete"
                };
            case POSTGRESQL ->
                new String[] {
                  "DROP TRIGGER journal_is_kept ON journal",
                  "DROP TRIGGER journal_only_loses_text ON journal"
                };
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An empty one. */
  public static TestDatabase open(Kind kind) {
    TestDatabase idle = idle(kind).poll();
    return idle == null ? new TestDatabase(kind) : idle;
  }

  /** Where a new and empty database is, with so many connections. */
  public static DatabaseSettings settings(Kind kind, int connectionsMax) {
    String name = "test" + NUMBERS.incrementAndGet();
    return switch (kind) {
      case DERBY -> new DatabaseSettings.DerbyMemory(name, connectionsMax);
      case POSTGRESQL -> PostgreSqlServer.newDatabase(name, connectionsMax);
    };
  }

  /** Which of the two. */
  public Kind kind() {
    return kind;
  }

  /** The open database. */
  public Database database() {
    return database;
  }

  /** Transactions on it; for all providers where nobody says for whom. */
  public MyBatisTransactions transactions() {
    return transactions;
  }

  /**
   * A connection of somebody who goes past the stores, until the end of its transaction with the
   * rows of all providers.
   */
  public Connection connection() throws SQLException {
    return connection(database);
  }

  /** The same of a database that is not made for tests. */
  public static Connection connection(Database database) throws SQLException {
    Connection connection = database.dataSource().getConnection();
    if (!database.isEmbedded()) {
      RowSecurity.say(connection, ProviderScope.allProviders());
    }
    return connection;
  }

  /** Runs statements as somebody who goes past the stores would, in one transaction. */
  public void execute(String... statements) throws SQLException {
    try (Connection connection = connection()) {
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /** The number that a query of one row and one column gives. */
  public long number(String query) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      long number = found.getLong(1);
      connection.rollback();
      return number;
    }
  }

  /** Deletes everything that was stored. */
  public void empty() throws SQLException {
    execute(TABLES.stream().map(table -> "DELETE FROM " + table).toArray(String[]::new));
  }

  /** Has it thrown away after the test, since it is not what the migrations made of it any more. */
  public void doNotReuse() {
    reusable = false;
  }

  /** Empties it for the next test. */
  @Override
  public void close() throws SQLException {
    if (reusable) {
      empty();
      idle(kind).add(this);
    } else {
      database.close();
    }
  }

  private static Queue<TestDatabase> idle(Kind kind) {
    return IDLE.computeIfAbsent(kind, _ -> new ConcurrentLinkedQueue<>());
  }

  /** Names the test. */
  @Override
  public String toString() {
    return kind.toString();
  }

  /** The databases that Redress runs on. */
  public enum Kind {
    /** Embedded, in memory. */
    DERBY,
    /** A server of its own, started once for all tests of a process. */
    POSTGRESQL
  }

  /** The PostgreSQL server; it ends with the process. */
  private static final class PostgreSqlServer {
    private static final EmbeddedPostgres SERVER = start();

    static DatabaseSettings newDatabase(String name, int connectionsMax) {
      return new DatabaseSettings.PostgreSql(
          ServerRole.newDatabase(SERVER, name), ServerRole.NAME, "", connectionsMax);
    }

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            // Nothing of a test has to outlive the machine.
            .setServerConfig("fsync", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
