package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.customer.Customer;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.transaction.ProviderScope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Row-level security, seen by connections with the server's own role, which owns the tables. */
class RowSecurityTest {
  private static final String PROVIDER_TABLES =
      """
      SELECT pg_class.relname
      FROM pg_class
      JOIN pg_attribute ON pg_attribute.attrelid = pg_class.oid
      WHERE pg_class.relnamespace = 'public'::regnamespace
        AND pg_class.relkind IN ('r', 'p')
        AND pg_attribute.attname = 'provider_id'
      ORDER BY pg_class.relname
      """;

  /** A second policy would be one more way in, so that each table has exactly this one. */
  private static final String GUARDED =
      """
      SELECT pg_class.relname
      FROM pg_class
      JOIN pg_policy ON pg_policy.polrelid = pg_class.oid
      WHERE pg_class.relrowsecurity AND pg_class.relforcerowsecurity
        AND pg_policy.polname = 'provider_wall'
        AND pg_policy.polcmd = '*' AND pg_policy.polpermissive AND pg_policy.polroles = '{0}'
        AND (SELECT COUNT(*) FROM pg_policy every WHERE every.polrelid = pg_class.oid) = 1
      ORDER BY pg_class.relname
      """;

  private static final String PASSES_BY =
      "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";

  private static final String DENIED = "42501";

  @Test
  void everyTableWithAProvider_hasTheWall() throws SQLException {
    var settings = settings();
    try (Database _ = Database.open(settings);
        Connection direct = direct(settings)) {
      assertThat(texts(direct, PASSES_BY)).containsExactly("f");
      assertThat(texts(direct, GUARDED))
          .as("a new table needs one more RowSecurity.step in Schema, with a number after its own")
          .hasSizeGreaterThan(40)
          .isEqualTo(texts(direct, PROVIDER_TABLES));
    }
  }

  /** Each table without its own rules, so that a row of it needs nothing but its provider. */
  @Test
  void noTable_showsOrTakesRowsOfAnotherProvider() throws SQLException {
    var settings = settings();
    try (Database _ = Database.open(settings);
        Connection direct = direct(settings)) {
      List<String> tables = texts(direct, PROVIDER_TABLES);
      strip(direct, tables);
      try (Statement statement = direct.createStatement()) {
        for (String table : tables) {
          say(statement, "*");
          statement.execute("INSERT INTO " + table + " (provider_id) VALUES ('a'), ('b')");
          for (String nobody : List.of("", "c", "A", "%", "**")) {
            say(statement, nobody);
            attack(statement, table, "of '" + nobody + "'", 0, "a", "b");
          }
          statement.execute("RESET redress.provider");
          attack(statement, table, "of nobody", 0, "a", "b");
          say(statement, "a");
          attack(statement, table, "of a", 1, "b");
          assertThat(statement.executeUpdate("DELETE FROM " + table)).isEqualTo(1);
          say(statement, "*");
          assertThat(count(statement, table)).isEqualTo(1);
        }
      }
    }
  }

  /**
   * Does what must not work.
   *
   * @param visible rows that may be seen and changed
   * @param others whose rows may not
   */
  private static void attack(
      Statement statement, String table, String who, int visible, String... others)
      throws SQLException {
    assertThat(count(statement, table)).as(table + " " + who).isEqualTo(visible);
    for (String other : others) {
      String where = " WHERE provider_id = '" + other + "'";
      assertThat(statement.executeUpdate("UPDATE " + table + " SET provider_id = 'c'" + where))
          .as(table + " " + who)
          .isZero();
      assertThat(statement.executeUpdate("DELETE FROM " + table + where))
          .as(table + " " + who)
          .isZero();
      denied(statement, "INSERT INTO " + table + " (provider_id) VALUES ('" + other + "')");
      if (visible > 0) {
        denied(statement, "UPDATE " + table + " SET provider_id = '" + other + "'");
      }
    }
  }

  @Test
  void server_isHeldToTheProviderOfEachTransaction() throws SQLException {
    var settings = settings();
    try (Database database = Database.open(settings)) {
      MyBatisTransactions transactions = new MyBatisTransactions(database);
      MyBatisProviderStore providers = new MyBatisProviderStore(transactions);
      MyBatisCustomerStore customers = new MyBatisCustomerStore(transactions);
      ProviderScope own = ProviderScope.of(PROVIDER);
      ProviderScope other = ProviderScope.of(new ProviderName("other"));
      Customer customer = Samples.customer(CUSTOMER);
      own.run(() -> providers.insert(Samples.provider(PROVIDER.provider())));
      other.run(() -> providers.insert(Samples.provider("other")));
      own.run(() -> customers.insertAll(List.of(customer)));
      Customer second = Samples.customer(new CustomerName(PROVIDER, "second"));
      Customer third = Samples.customer(new CustomerName(PROVIDER, "third"));

      assertThat(other.<Optional<Customer>>call(() -> customers.find(CUSTOMER))).isEmpty();
      assertThat(other.call(() -> providers.list("", 9))).hasSize(1);
      assertThat(ProviderScope.allProviders().call(() -> providers.list("", 9))).hasSize(2);
      assertThatThrownBy(() -> other.run(() -> customers.insertAll(List.of(second))))
          .hasStackTraceContaining("row-level security");
      assertThatThrownBy(() -> other.run(() -> customers.insertAll(List.of(second, third))))
          .hasStackTraceContaining("row-level security");
      assertThat(own.<Optional<Customer>>call(() -> customers.find(CUSTOMER))).contains(customer);
      assertThat(own.<Optional<Customer>>call(() -> customers.find(second.name()))).isEmpty();
    }
  }

  @Test
  void provider_doesNotStayWithAConnectionOfThePool() throws SQLException {
    var settings = settings();
    // One connection, so that each transaction gets the one of the transaction before.
    var one = new DatabaseSettings.PostgreSql(settings.url(), settings.user(), "", 1);
    try (Database database = Database.open(one)) {
      MyBatisTransactions transactions = new MyBatisTransactions(database);
      MyBatisProviderStore providers = new MyBatisProviderStore(transactions);
      ProviderScope own = ProviderScope.of(PROVIDER);
      own.run(() -> providers.insert(Samples.provider(PROVIDER.provider())));
      assertNothingIsSaid(database);

      assertThatThrownBy(
              () ->
                  own.run(
                      () ->
                          transactions.run(
                              () -> {
                                assertThat(providers.find(PROVIDER)).isPresent();
                                throw new IllegalStateException("stop");
                              })))
          .hasMessage("stop");
      assertNothingIsSaid(database);

      assertThat(ProviderScope.allProviders().call(() -> providers.list("", 9))).hasSize(1);
      assertNothingIsSaid(database);
    }
  }

  private static void assertNothingIsSaid(Database database) throws SQLException {
    try (Connection next = database.dataSource().getConnection();
        Statement statement = next.createStatement()) {
      assertThat(count(statement, "provider")).isZero();
      assertThat(texts(next, "SELECT COALESCE(current_setting('redress.provider', true), '')"))
          .containsExactly("");
      next.rollback();
    }
  }

  @Test
  void migrations_seeTheRowsOfAllProviders() throws SQLException {
    var settings = settings();
    try (Database database = Database.open(settings);
        Connection migrating = PostgreSqlSource.of(settings).getConnection();
        Statement statement = migrating.createStatement()) {
      MyBatisProviderStore providers = new MyBatisProviderStore(new MyBatisTransactions(database));
      ProviderScope.of(PROVIDER).run(() -> providers.insert(Samples.provider(PROVIDER.provider())));

      assertThat(count(statement, "provider")).isEqualTo(1);
    }
  }

  private static DatabaseSettings.PostgreSql settings() {
    return (DatabaseSettings.PostgreSql) TestDatabase.settings(TestDatabase.Kind.POSTGRESQL, 2);
  }

  /** A connection of its own with the server's role, and nothing said. */
  private static Connection direct(DatabaseSettings.PostgreSql settings) throws SQLException {
    return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
  }

  private static void say(Statement statement, String provider) throws SQLException {
    statement.execute("SET redress.provider = '" + provider + "'");
  }

  private static void denied(Statement statement, String sql) {
    assertThatThrownBy(() -> statement.execute(sql))
        .as(sql)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("row-level security")
        .satisfies(e -> assertThat(SqlFailure.states(e)).contains(DENIED));
  }

  private static long count(Statement statement, String table) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Takes the tables' constraints away, and the trigger of the journal; no policy. */
  private static void strip(Connection owner, List<String> tables) throws SQLException {
    List<String> constraints =
        texts(
            owner,
            "SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT IF EXISTS '"
                + " || quote_ident(conname) || ' CASCADE' FROM pg_constraint"
                + " WHERE connamespace = 'public'::regnamespace AND contype <> 't'");
    List<String> indexes =
        texts(
            owner,
            "SELECT 'DROP INDEX IF EXISTS ' || quote_ident(indexname) FROM pg_indexes"
                + " WHERE schemaname = 'public' AND indexname NOT LIKE 'flyway%'");
    List<String> columns =
        texts(
            owner,
            "SELECT 'ALTER TABLE ' || quote_ident(table_name) || ' ALTER COLUMN '"
                + " || quote_ident(column_name) || ' DROP NOT NULL'"
                + " FROM information_schema.columns"
                + " WHERE table_schema = 'public' AND is_nullable = 'NO'"
                + " AND is_identity = 'NO' AND table_name NOT LIKE 'flyway%'");
    try (Statement statement = owner.createStatement()) {
      statement.execute("DROP TRIGGER journal_is_kept ON journal");
      statement.execute("DROP TRIGGER journal_only_loses_text ON journal");
      for (List<String> all : List.of(constraints, indexes, columns)) {
        for (String sql : all) {
          if (tables.stream().anyMatch(sql::contains)) {
            statement.execute(sql);
          }
        }
      }
    }
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(String.valueOf(row.getString(1)));
      }
    }
    return texts;
  }
}
