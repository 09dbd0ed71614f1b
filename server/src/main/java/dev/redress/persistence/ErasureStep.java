package dev.redress.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Why: a customer may ask that what is known of its people be erased. Who was erased, when and why
 * is kept; and events of the journal lose their text although nobody may change them. So the one
 * change that the database lets pass is this: an event that was whole says from then on whose
 * erasure took its text and what is left of it. Its number, time, action, resource and hash stay,
 * and it cannot be changed again. The triggers have nothing in common on the two databases, so it
 * is no SQL that runs on both.
 */
final class ErasureStep {
  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE customer_erasure (
            provider_id VARCHAR(63) NOT NULL,
            customer_id VARCHAR(200) NOT NULL,
            actor VARCHAR(200) NOT NULL,
            reason VARCHAR(2000) NOT NULL,
            erase_time TIMESTAMP NOT NULL,
            row_count BIGINT NOT NULL,
            event_count BIGINT NOT NULL,
            CONSTRAINT customer_erasure_pk PRIMARY KEY (provider_id, customer_id),
            CONSTRAINT customer_erasure_customer_fk FOREIGN KEY (provider_id, customer_id)
              REFERENCES customer (provider_id, customer_id)
          )
          """,
          // Whose erasure took text out of the event; NULL while it is what was written.
          "ALTER TABLE journal ADD COLUMN erased_customer_id VARCHAR(200)",
          // SHA-256 over what is left of it and the hash of the event before.
          "ALTER TABLE journal ADD COLUMN remains_hash VARCHAR(64)",
          """
          ALTER TABLE journal ADD CONSTRAINT journal_remains_ck CHECK (
            (erased_customer_id IS NULL AND remains_hash IS NULL)
            OR (erased_customer_id IS NOT NULL AND remains_hash IS NOT NULL))
          """);

  /** Of rows old_event and new_event. */
  private static final String LOSES_TEXT_ONLY =
      """
      old_event.erased_customer_id IS NULL AND new_event.erased_customer_id IS NOT NULL
        AND old_event.provider_id = new_event.provider_id
        AND old_event.sequence_number = new_event.sequence_number
        AND old_event.create_time = new_event.create_time
        AND old_event.action = new_event.action
        AND old_event.resource = new_event.resource
        AND old_event.hash = new_event.hash
        AND COALESCE(old_event.dispute_id, '') = COALESCE(new_event.dispute_id, '')
      """;

  private static final List<String> DERBY =
      List.of(
          "DROP TRIGGER journal_kept_on_update",
          """
          CREATE TRIGGER journal_kept_on_update AFTER UPDATE ON journal
            REFERENCING OLD AS old_event NEW AS new_event
            FOR EACH ROW WHEN (NOT (%s))
            INSERT INTO journal_guard (changed_events) VALUES (1)
          """
              .formatted(LOSES_TEXT_ONLY));

  private static final List<String> POSTGRESQL =
      List.of(
          "DROP TRIGGER journal_is_kept ON journal",
          """
          CREATE TRIGGER journal_is_kept BEFORE DELETE OR TRUNCATE ON journal
            FOR EACH STATEMENT EXECUTE FUNCTION journal_is_never_changed()
          """,
          """
          CREATE FUNCTION journal_only_loses_text() RETURNS trigger LANGUAGE plpgsql AS $$
          DECLARE
            old_event journal%%ROWTYPE := OLD;
            new_event journal%%ROWTYPE := NEW;
          BEGIN
            IF %s THEN
              RETURN NEW;
            END IF;
            RAISE EXCEPTION 'events of the journal are never changed or deleted';
          END
          $$
          """
              .formatted(LOSES_TEXT_ONLY),
          """
          CREATE TRIGGER journal_only_loses_text BEFORE UPDATE ON journal
            FOR EACH ROW EXECUTE FUNCTION journal_only_loses_text()
          """);

  private ErasureStep() {}

  /** The step of the schema. */
  static SchemaStep step() {
    return new SchemaStep("031", "erasure of customers", ErasureStep::add);
  }

  private static void add(Connection connection) throws SQLException {
    boolean isDerby = connection.getMetaData().getDatabaseProductName().contains("Derby");
    try (Statement statement = connection.createStatement()) {
      for (String sql : TABLES) {
        statement.execute(sql);
      }
      for (String sql : isDerby ? DERBY : POSTGRESQL) {
        statement.execute(sql);
      }
    }
  }
}
