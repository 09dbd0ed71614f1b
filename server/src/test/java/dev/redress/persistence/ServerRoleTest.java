package dev.redress.persistence;

import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.identity.Actor;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.ProviderScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A server under a role that docs/audit.md makes works, and cannot change the journal. */
class ServerRoleTest {
  private static final Path DOCUMENT = Path.of("../docs/audit.md");
  private static final String ROLE = "redress_server";
  private static final String DENIED = "42501";

  @Test
  void roleThatDoesNotOwnTheSchema_servesAndCannotChangeTheJournal()
      throws IOException, SQLException {
    var owner =
        (DatabaseSettings.PostgreSql) TestDatabase.settings(TestDatabase.Kind.POSTGRESQL, 2);
    var superuser = new DatabaseSettings.PostgreSql(owner.url(), "postgres", "", 2);
    try (Database _ = Database.open(owner);
        Database administrated = Database.open(superuser)) {
      execute(administrated, statements());
      var server = new DatabaseSettings.PostgreSql(owner.url(), ROLE, "choose one", 2);
      try (Database database = Database.open(server)) {
        appendsAndNumbers(database);
        for (String statement :
            List.of(
                "UPDATE journal SET reason = 'x'",
                "DELETE FROM journal",
                "TRUNCATE journal",
                "DROP TRIGGER journal_is_kept ON journal",
                "ALTER TABLE journal DISABLE TRIGGER ALL",
                "ALTER TABLE journal DISABLE ROW LEVEL SECURITY",
                "DROP POLICY provider_wall ON journal",
                "DELETE FROM flyway_schema_history")) {
          assertThatThrownBy(() -> execute(database, statement))
              .as(statement)
              .isInstanceOf(SQLException.class)
              .satisfies(e -> assertThat(SqlFailure.states(e)).contains(DENIED));
        }
      }
      execute(administrated, "DROP OWNED BY " + ROLE, "DROP ROLE " + ROLE);
    }
  }

  private static void appendsAndNumbers(Database database) {
    MyBatisTransactions transactions =
        new MyBatisTransactions(database, () -> ProviderScope.of(PROVIDER));
    new MyBatisProviderStore(transactions).insert(Samples.provider("acme"));
    new MyBatisJournal(transactions)
        .append(new JournalEntry(PROVIDER, NOW, new Actor("dana"), "x.done", "x", "", Map.of()));
    assertThat(new MyBatisEventStore(transactions).sequence(PROVIDER, 9)).isEqualTo(1);
  }

  /** The statements of the one block of SQL. */
  private static String[] statements() throws IOException {
    Matcher block = Pattern.compile("```sql\n([^`]*)```").matcher(Files.readString(DOCUMENT));
    assertThat(block.find()).isTrue();
    return block.group(1).strip().split(";\n?", 0);
  }

  private static void execute(Database database, String... statements) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
    }
  }
}
