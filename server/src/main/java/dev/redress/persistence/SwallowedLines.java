package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Fills the table swallowed_line from the evidence of the current verdicts. It is no SQL, since
 * neither database can look into the evidence. It reads that as every explanation does, which must
 * go on to understand what earlier versions stored.
 */
final class SwallowedLines {
  private static final int ROWS_AT_ONCE = 1_000;

  private static final String CURRENT =
      """
      SELECT verdict.provider_id, verdict.customer_id, verdict.invoice_id, verdict.line_id,
        verdict.reconciliation_id, verdict.evidence
      FROM labor_line
      JOIN verdict ON verdict.provider_id = labor_line.provider_id
        AND verdict.customer_id = labor_line.customer_id
        AND verdict.invoice_id = labor_line.invoice_id
        AND verdict.line_id = labor_line.line_id
        AND verdict.reconciliation_id = labor_line.reconciliation_id
      WHERE verdict.answer = 'MATCHED'
      """;

  private static final String INSERT =
      """
      INSERT INTO swallowed_line (provider_id, customer_id, request_id, invoice_id, line_id,
        reconciliation_id, hours, unrelated, bits)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private SwallowedLines() {}

  /** The step of the schema. */
  static SchemaStep step() {
    return new SchemaStep("025", "swallowed lines of current verdicts", SwallowedLines::fill);
  }

  /** Fills the empty table. */
  static void fill(Connection connection) throws SQLException {
    try (PreparedStatement current = connection.prepareStatement(CURRENT);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      current.setFetchSize(ROWS_AT_ONCE);
      int pending = 0;
      try (ResultSet verdict = current.executeQuery()) {
        while (verdict.next()) {
          for (SwallowedRow row : rows(verdict)) {
            add(insert, row);
            if (++pending % ROWS_AT_ONCE == 0) {
              insert.executeBatch();
            }
          }
        }
      }
      insert.executeBatch();
    }
  }

  private static Iterable<SwallowedRow> rows(ResultSet verdict) throws SQLException {
    ProviderName provider = new ProviderName(verdict.getString(1));
    InvoiceName invoice =
        new InvoiceName(new CustomerName(provider, verdict.getString(2)), verdict.getString(3));
    return SwallowedRow.of(
        new ReconciliationName(provider, verdict.getString(5)),
        new LineName(invoice, verdict.getString(4)),
        EvidenceJson.read(verdict.getString(6)));
  }

  private static void add(PreparedStatement insert, SwallowedRow row) throws SQLException {
    insert.setString(1, row.providerId());
    insert.setString(2, row.customerId());
    insert.setString(3, row.requestId());
    insert.setString(4, row.invoiceId());
    insert.setString(5, row.lineId());
    insert.setString(6, row.reconciliationId());
    insert.setLong(7, row.hours());
    insert.setInt(8, row.unrelated());
    insert.setDouble(9, row.bits());
    insert.addBatch();
  }
}
