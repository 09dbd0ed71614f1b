package dev.redress.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Why: events are never changed or deleted, and the database itself is to refuse it, whoever asks.
 * The two databases have no trigger in common, so it is no SQL that runs on both.
 */
final class JournalGuard {
  /** Derby's triggers cannot refuse; one that breaks a rule of a table can. */
  private static final List<String> DERBY =
      List.of(
          """
          CREATE TABLE journal_guard (
            changed_events INTEGER NOT NULL,
            CONSTRAINT journal_is_never_changed_ck CHECK (changed_events = 0)
          )
          """,
          """
          CREATE TRIGGER journal_kept_on_update AFTER UPDATE ON journal
            FOR EACH ROW INSERT INTO journal_guard (changed_events) VALUES (1)
          """,
          """
          CREATE TRIGGER journal_kept_on_delete AFTER DELETE ON journal
            FOR EACH ROW INSERT INTO journal_guard (changed_events) VALUES (1)
          """);

  private static final List<String> POSTGRESQL =
      List.of(
          """
          CREATE FUNCTION journal_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            RAISE EXCEPTION 'events of the journal are never changed or deleted';
          END
          $$
          """,
          """
          CREATE TRIGGER journal_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
            FOR EACH STATEMENT EXECUTE FUNCTION journal_is_never_changed()
          """);

  private JournalGuard() {}

  /** The step of the schema. */
  static SchemaStep step() {
    return new SchemaStep("029", "the database refuses to change the journal", JournalGuard::guard);
  }

  /** Has the database refuse. */
  private static void guard(Connection connection) throws SQLException {
    boolean isDerby = connection.getMetaData().getDatabaseProductName().contains("Derby");
    try (Statement statement = connection.createStatement()) {
      for (String sql : isDerby ? DERBY : POSTGRESQL) {
        statement.execute(sql);
      }
    }
  }
}
