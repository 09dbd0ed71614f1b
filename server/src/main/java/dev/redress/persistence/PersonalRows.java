package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.privacy.PersonalData;
import dev.redress.privacy.PersonalData.Table;
import dev.redress.privacy.Scope;
import dev.redress.privacy.Treatment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a customer, by the list {@link PersonalData}. Statements are made from that list: one
 * for each table, whatever the number of its rows, with names from the code alone.
 */
final class PersonalRows {
  /** How many rows are read, or sent, at once. */
  static final int ROWS_AT_ONCE = 500;

  private static final String HASHED = "erased";

  /** Of a line that had changed since it was looked at, which must show afterwards. */
  private static final String OTHERWISE_HASHED = "erased, otherwise";

  private static final String ZEROS = "0".repeat(64);

  private final Connection connection;
  private final EventScope customer;

  /** Of a customer, over the connection of a transaction. */
  PersonalRows(Connection connection, CustomerName customer) {
    this.connection = connection;
    this.customer = EventScope.of(customer);
  }

  /** The tables that have rows of customers, but for the journal and what follows it. */
  static List<Table> tables() {
    return PersonalData.tables().stream()
        .filter(table -> table.scope() != Scope.NONE && table.scope() != Scope.EVENT)
        .toList();
  }

  /** A condition for the rows of the customer, for {@link #fill}. */
  static String where(Scope scope) {
    return switch (scope) {
      case CUSTOMER -> "provider_id = ? AND customer_id = ?";
      case DISPUTE -> within("dispute", "dispute_id");
      case PRINCIPAL -> within("principal", "principal_id");
      case EVENT ->
          """
          provider_id = ? AND sequence_number IN (
            SELECT event.sequence_number
            FROM journal event
            WHERE event.provider_id = ?
              AND (event.resource = ?
                OR event.resource LIKE ? ESCAPE '!'
                OR event.details LIKE ? ESCAPE '!'
                OR event.details LIKE ? ESCAPE '!'
                OR event.dispute_id IN (
                  SELECT dispute_id FROM dispute WHERE provider_id = ? AND customer_id = ?)))
          """;
      case NONE -> throw new IllegalArgumentException("no rows are of a customer");
    };
  }

  private static String within(String table, String id) {
    return "provider_id = ? AND %s IN (SELECT %s FROM %s WHERE provider_id = ? AND customer_id = ?)"
        .formatted(id, id, table);
  }

  /** The parameters of {@link #where}, from the one with this number on. */
  void fill(PreparedStatement statement, Scope scope, int from) throws SQLException {
    String provider = customer.providerId();
    List<String> values =
        switch (scope) {
          case CUSTOMER -> List.of(provider, customer.customerId());
          case DISPUTE, PRINCIPAL -> List.of(provider, provider, customer.customerId());
          case EVENT ->
              List.of(
                  provider,
                  provider,
                  customer.name(),
                  customer.below(),
                  customer.named(),
                  customer.namedBelow(),
                  provider,
                  customer.customerId());
          case NONE -> List.of();
        };
    for (int i = 0; i < values.size(); i++) {
      statement.setString(from + i, values.get(i));
    }
  }

  /** The names of people of the provider that stand in rows of the customer. */
  Set<String> staff() throws SQLException {
    Set<String> names = new TreeSet<>();
    for (Table table : tables()) {
      for (String column : table.columns(Treatment.STAFF)) {
        names.addAll(distinct(table, column));
      }
    }
    return names;
  }

  /**
   * Erases what the list says, but for columns with a way of their own.
   *
   * @return how many rows were changed
   */
  long erase(Set<String> people) throws SQLException {
    long count = keepWhetherLinesChanged();
    for (Table table : tables()) {
      count += eraseWords(table);
      for (String column : table.columns(Treatment.AUTHOR)) {
        count += eraseNames(table, column, people);
      }
    }
    count +=
        update(
            "UPDATE dispute_evidence SET sha256 = '%s' WHERE sha256 IS NOT NULL AND "
                .formatted(ZEROS),
            Scope.DISPUTE);
    count += update("DELETE FROM dispute_evidence_part WHERE ", Scope.DISPUTE);
    return count + update("UPDATE principal SET disabled = TRUE WHERE ", Scope.CUSTOMER);
  }

  /** What was found on a line counts as long as the line says the same, also after the erasure. */
  private long keepWhetherLinesChanged() throws SQLException {
    String changed =
        """
        UPDATE %1$s SET %2$s = '%3$s'
        WHERE %2$s IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM labor_line
          WHERE labor_line.provider_id = %1$s.provider_id
            AND labor_line.customer_id = %1$s.customer_id
            AND labor_line.invoice_id = %1$s.invoice_id
            AND labor_line.line_id = %1$s.line_id
            AND labor_line.content_hash = %1$s.%2$s) AND
        """;
    return update(changed.formatted("finding", "line_hash", OTHERWISE_HASHED), Scope.CUSTOMER)
        + update(
            changed.formatted("finding_dismissal", "content_hash", OTHERWISE_HASHED),
            Scope.CUSTOMER);
  }

  private long eraseWords(Table table) throws SQLException {
    String assignments =
        table.columns().values().stream()
            .flatMap(column -> assignment(column.name(), column.treatment()))
            .collect(Collectors.joining(", "));
    return assignments.isEmpty()
        ? 0
        : update("UPDATE %s SET %s WHERE ".formatted(table.name(), assignments), table.scope());
  }

  private static Stream<String> assignment(String column, Treatment treatment) {
    return switch (treatment) {
      case TEXT ->
          Stream.of(
              "%1$s = CASE WHEN %1$s <> '' THEN '%2$s' ELSE %1$s END"
                  .formatted(column, PersonalData.ERASED));
      case HASH ->
          Stream.of(
              "%1$s = CASE WHEN %1$s NOT IN ('', '%3$s') THEN '%2$s' ELSE %1$s END"
                  .formatted(column, HASHED, OTHERWISE_HASHED));
      case EMPTY -> Stream.of(column + " = ''");
      case JSON -> Stream.of(column + " = '{}'");
      case NULL -> Stream.of(column + " = NULL");
      case ID, CODE, STAFF, TERM, SECRET, AUTHOR, OWN -> Stream.of();
    };
  }

  private long eraseNames(Table table, String column, Set<String> people) throws SQLException {
    Set<String> found = distinct(table, column);
    found.retainAll(people);
    long count = 0;
    for (String name : found) {
      String sql =
          "UPDATE %s SET %s = '%s' WHERE %s = ? AND "
              .formatted(table.name(), column, PersonalData.ERASED, column);
      try (PreparedStatement statement = prepare(sql, table.scope())) {
        statement.setString(1, name);
        fill(statement, table.scope(), 2);
        count += statement.executeUpdate();
      }
    }
    return count;
  }

  private Set<String> distinct(Table table, String column) throws SQLException {
    Set<String> values = new TreeSet<>();
    String sql =
        "SELECT DISTINCT %1$s FROM %2$s WHERE %1$s IS NOT NULL AND "
            .formatted(column, table.name());
    try (PreparedStatement statement = prepare(sql, table.scope())) {
      fill(statement, table.scope(), 1);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          values.add(row.getString(1));
        }
      }
    }
    return values;
  }

  private long update(String sql, Scope scope) throws SQLException {
    try (PreparedStatement statement = prepare(sql, scope)) {
      fill(statement, scope, 1);
      return statement.executeUpdate();
    }
  }

  /** A statement that ends with the condition for the rows of the customer. */
  PreparedStatement prepare(String sql, Scope scope) throws SQLException {
    return connection.prepareStatement(sql + where(scope));
  }

  /**
   * Takes the words out of the evidence of all verdicts: it is read and written row by row, since
   * no database can look into it.
   *
   * @return how many were changed
   */
  long eraseVerdicts() throws SQLException {
    long count = 0;
    String update =
        """
        UPDATE verdict SET evidence = ?
        WHERE provider_id = ? AND customer_id = ? AND invoice_id = ? AND line_id = ?
          AND reconciliation_id = ?
        """;
    String select = "SELECT invoice_id, line_id, reconciliation_id, evidence FROM verdict WHERE ";
    try (PreparedStatement read = prepare(select, Scope.CUSTOMER);
        PreparedStatement write = connection.prepareStatement(update)) {
      fill(read, Scope.CUSTOMER, 1);
      read.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          write.setString(1, EvidenceJson.read(row.getString(4)).withoutWords().write());
          write.setString(2, customer.providerId());
          write.setString(3, customer.customerId());
          write.setString(4, row.getString(1));
          write.setString(5, row.getString(2));
          write.setString(6, row.getString(3));
          write.addBatch();
          if (++count % ROWS_AT_ONCE == 0) {
            int[] _ = write.executeBatch();
          }
        }
      }
      int[] _ = write.executeBatch();
    }
    return count;
  }
}
