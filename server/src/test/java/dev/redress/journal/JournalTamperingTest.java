package dev.redress.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.identity.Actor;
import dev.redress.persistence.Database;
import dev.redress.persistence.MyBatisEventStore;
import dev.redress.persistence.MyBatisJournal;
import dev.redress.persistence.MyBatisProviderStore;
import dev.redress.persistence.Samples;
import dev.redress.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody does to the journal by direct statements, and how it shows. */
class JournalTamperingTest {
  private static final int EVENTS = 6;

  private static final List<String> HASHES =
      List.of("0".repeat(63) + "1", "a".repeat(64), "not a hash");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # database | what is done                                                                                | without an anchor | with one of event 5
          DERBY      | UPDATE journal SET actor = 'bob' WHERE sequence_number = 3                                  | 3 CHANGED         | 3 CHANGED
          POSTGRESQL | UPDATE journal SET actor = 'bob' WHERE sequence_number = 3                                  | 3 CHANGED         | 3 CHANGED
          DERBY      | UPDATE journal SET action = 'a.c' WHERE sequence_number = 1                                 | 1 CHANGED         | 1 CHANGED
          DERBY      | UPDATE journal SET resource = 'providers/acme/x' WHERE sequence_number = 6                  | 6 CHANGED         | 6 CHANGED
          DERBY      | UPDATE journal SET reason = 'because!' WHERE sequence_number = 4                            | 4 CHANGED         | 4 CHANGED
          DERBY      | UPDATE journal SET create_time = TIMESTAMP('2025-10-26 00:30:00.123457') WHERE sequence_number = 4 | 4 CHANGED  | 4 CHANGED
          POSTGRESQL | UPDATE journal SET create_time = TIMESTAMP '2025-10-26 00:30:00.123457' WHERE sequence_number = 4 | 4 CHANGED   | 4 CHANGED
          DERBY      | UPDATE journal SET details = '{"amount":"10.01"}' WHERE sequence_number = 2                 | 2 CHANGED         | 2 CHANGED
          DERBY      | UPDATE journal SET details = '{"amount' WHERE sequence_number = 2                           | 2 CHANGED         | 2 CHANGED
          DERBY      | UPDATE journal SET hash = '#0' WHERE sequence_number = 3                                    | 3 CHANGED         | 3 CHANGED
          DERBY      | UPDATE journal SET hash = '#2' WHERE sequence_number = 3                                    | 3 CHANGED         | 3 CHANGED
          DERBY      | UPDATE journal SET hash = '#1' WHERE sequence_number = 6                                    | 6 CHANGED, 6 HEAD_WRONG | 6 CHANGED, 6 HEAD_WRONG
          DERBY      | UPDATE journal SET dispute_id = 'd9' WHERE sequence_number = 3                              | 3 CHANGED         | 3 CHANGED
          DERBY      | DELETE FROM journal WHERE sequence_number = 3                                               | 3 MISSING         | 3 MISSING
          POSTGRESQL | DELETE FROM journal WHERE sequence_number = 3                                               | 3 MISSING         | 3 MISSING
          DERBY      | DELETE FROM journal WHERE sequence_number IN (2, 3, 5)                                      | 2 MISSING, 5 MISSING | 2 MISSING, 5 MISSING
          DERBY      | DELETE FROM journal WHERE sequence_number = 1                                               | 1 MISSING         | 1 MISSING
          DERBY      | DELETE FROM journal WHERE sequence_number > 4                                               | 5 CUT_OFF         | 5 CUT_OFF
          DERBY      | DELETE FROM journal                                                                         | 1 CUT_OFF         | 1 CUT_OFF
          DERBY      | UPDATE journal SET sequence_number = 7 WHERE sequence_number = 6                            | 6 MISSING, 7 HEAD_WRONG | 6 MISSING, 7 HEAD_WRONG
          DERBY      | UPDATE journal_head SET hash = '#0'                                                         | 6 HEAD_WRONG      | 6 HEAD_WRONG
          DERBY      | UPDATE journal_head SET hash = '#2'                                                         | 6 HEAD_WRONG      | 6 HEAD_WRONG
          DERBY      | UPDATE journal_head SET sequence_number = 9                                                 | 7 CUT_OFF         | 7 CUT_OFF
          DERBY      | UPDATE journal_head SET sequence_number = 5                                                 | 6 HEAD_WRONG      | 6 HEAD_WRONG
          DERBY      | UPDATE journal SET actor = 'bob' WHERE sequence_number IN (2, 5)                            | 2 CHANGED, 5 CHANGED | 2 CHANGED, 5 CHANGED
          """)
  void tampering_isFoundAndLocated(
      TestDatabase.Kind kind, String statement, String breaks, String breaksWithAnchor)
      throws SQLException {
    TestDatabase database = TestDatabase.open(kind);
    try {
      AuditService audits = written(database);
      List<Anchor> kept = anchorOf(database, 5);
      assertThat(shown(audits, List.of())).isEmpty();
      assertThat(shown(audits, kept)).isEmpty();

      database.execute(
          statement
              .replace("#0", HASHES.get(0))
              .replace("#1", HASHES.get(1))
              .replace("#2", HASHES.get(2)));

      assertThat(shown(audits, List.of())).isEqualTo(breaks);
      assertThat(shown(audits, kept)).isEqualTo(breaksWithAnchor);
    } finally {
      database.empty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void chainThatIsCutAndPutTogether_isFoundByAnAnchorOnly(TestDatabase.Kind kind)
      throws SQLException {
    TestDatabase database = TestDatabase.open(kind);
    try {
      AuditService audits = written(database);
      List<Anchor> kept = anchorOf(database, 5);
      String hash = anchorOf(database, 3).getFirst().hash();

      database.execute(
          "DELETE FROM journal WHERE sequence_number > 3",
          "UPDATE journal_head SET sequence_number = 3, hash = '" + hash + "'");

      assertThat(shown(audits, List.of())).isEmpty();
      assertThat(shown(audits, kept)).isEqualTo("4 CUT_OFF");
    } finally {
      database.empty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void chainThatIsWrittenAnew_isFoundByAnAnchorOnly(TestDatabase.Kind kind) throws SQLException {
    TestDatabase database = TestDatabase.open(kind);
    try {
      AuditService audits = written(database);
      List<Anchor> kept = anchorOf(database, 5);

      database.execute("DELETE FROM journal", "DELETE FROM journal_head");
      write(database, "mallory");

      assertThat(shown(audits, List.of())).isEmpty();
      assertThat(shown(audits, kept)).isEqualTo("5 ANCHOR_WRONG");
    } finally {
      database.empty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void database_refusesToChangeTheJournal(TestDatabase.Kind kind) throws SQLException {
    // As the migrations make it, and not as tests need it.
    try (Database database = Database.open(TestDatabase.settings(kind, 2))) {
      change(
          database,
          "INSERT INTO journal (provider_id, sequence_number, create_time, actor, action, resource,"
              + " reason, details, hash) VALUES ('acme', 1, CURRENT_TIMESTAMP, 'a', 'b', 'c', '',"
              + " '{}', '"
              + "0".repeat(64)
              + "')");
      for (String sql : List.of("UPDATE journal SET actor = 'x'", "DELETE FROM journal")) {
        assertThatThrownBy(() -> change(database, sql))
            .isInstanceOf(SQLException.class)
            .hasMessageMatching("(?is).*never.*");
      }
    }
  }

  private static void change(Database database, String sql) throws SQLException {
    try (Connection connection = TestDatabase.connection(database);
        Statement statement = connection.createStatement()) {
      try {
        statement.execute(sql);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static AuditService written(TestDatabase database) {
    new MyBatisProviderStore(database.transactions()).insert(Samples.provider("acme"));
    write(database, "ann");
    return new AuditService(
        database.transactions(), new MyBatisEventStore(database.transactions()));
  }

  private static void write(TestDatabase database, String actor) {
    MyBatisJournal journal = new MyBatisJournal(database.transactions());
    for (int i = 1; i <= EVENTS; i++) {
      journal.append(
          new JournalEntry(
              Samples.PROVIDER,
              Samples.NOW,
              new Actor(actor),
              "a.b",
              "providers/acme/disputes/d" + i,
              "because",
              Map.of("amount", "10.00")));
    }
    new MyBatisEventStore(database.transactions()).sequence(Samples.PROVIDER, 100);
  }

  private static List<Anchor> anchorOf(TestDatabase database, long sequence) {
    return List.of(
        new Anchor(
            sequence,
            new MyBatisEventStore(database.transactions())
                .find(Samples.PROVIDER, sequence)
                .orElseThrow()
                .hash()));
  }

  private static String shown(AuditService audits, List<Anchor> kept) {
    return String.join(
        ", ",
        audits.verify(Samples.PROVIDER, kept).breaks().stream()
            .map(found -> found.sequence() + " " + found.kind())
            .toList());
  }
}
