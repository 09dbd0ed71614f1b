package dev.redress.persistence;

import dev.redress.identity.Actor;
import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;
import dev.redress.journal.JournalEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  private static final int ROWS_AT_ONCE = 1_000;

  private static final String UNFILLED =
      """
      SELECT provider_id, sequence_number, resource, details
      FROM journal
      WHERE dispute_id IS NULL
      """;

  private static final String FILL =
      """
      UPDATE journal
      SET dispute_id = ?
      WHERE provider_id = ? AND sequence_number = ?
      """;

  private JournalGuard() {}

  /** The step of the schema. */
  static SchemaStep step() {
    return new SchemaStep("029", "the database refuses to change the journal", JournalGuard::guard);
  }

  /** Has the database refuse. */
  private static void guard(Connection connection) throws SQLException {
    fillDisputes(connection);
    boolean isDerby = connection.getMetaData().getDatabaseProductName().contains("Derby");
    try (Statement statement = connection.createStatement()) {
      for (String sql : isDerby ? DERBY : POSTGRESQL) {
        statement.execute(sql);
      }
    }
  }

  /**
   * Says of events from before V014 to which dispute they belong, as those after it say: nobody can
   * say it any more once the database refuses, and the audit looks at it.
   */
  static void fillDisputes(Connection connection) throws SQLException {
    try (PreparedStatement unfilled = connection.prepareStatement(UNFILLED);
        PreparedStatement fill = connection.prepareStatement(FILL);
        ResultSet row = unfilled.executeQuery()) {
      int pending = 0;
      while (row.next()) {
        String providerId = row.getString(1);
        Optional<String> dispute =
            new JournalEntry(
                    new ProviderName(providerId),
                    Instant.EPOCH,
                    Actor.REDRESS,
                    "",
                    row.getString(3),
                    "",
                    AttributesJson.read(row.getString(4)))
                .dispute()
                .map(DisputeName::dispute);
        if (dispute.isPresent()) {
          fill.setString(1, dispute.get());
          fill.setString(2, providerId);
          fill.setLong(3, row.getLong(2));
          fill.addBatch();
          if (++pending % ROWS_AT_ONCE == 0) {
            fill.executeBatch();
          }
        }
      }
      fill.executeBatch();
    }
  }
}
