package dev.redress.benchmark;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a server wrote for each dispute, written once more under another provider, by plain JDBC:
 * the same statements in the same order, one transaction each.
 */
final class RawCommits implements AutoCloseable {
  private static final String DISPUTE_KEY = "provider_id = ? AND dispute_id = ?";
  private static final String CALLBACK_KEY = "provider_id = ? AND callback_id = ?";

  private static final int TRIES_MAX = 10;

  /** About as long as the answers that are kept for retries. */
  private static final String ANSWER = "A".repeat(400);

  private final List<Connection> connections = new ArrayList<>();
  private final Map<Connection, Map<String, PreparedStatement>> statements = new HashMap<>();
  private List<List<Row>> opened = List.of();
  private List<Logged> logged = List.of();

  RawCommits(String url, int callers) throws SQLException {
    for (int i = 0; i < callers; i++) {
      Connection connection = DriverManager.getConnection(url);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connections.add(connection);
      statements.put(connection, new HashMap<>());
    }
  }

  /** A row of a table, under the other provider. */
  private record Row(String table, Map<String, Object> cells) {
    String text(String column) {
      return String.valueOf(cells.get(column));
    }
  }

  private record Logged(Row before, Row successor, Row dispute, List<Row> added) {}

  /** Reads what the opening of each dispute wrote. */
  void readOpened(String provider, String other, List<String> disputes) throws SQLException {
    Map<String, List<Row>> rows = new HashMap<>();
    for (String table : List.of("dispute", "disputed_line", "callback")) {
      read(table, provider, other)
          .forEach(
              row ->
                  rows.computeIfAbsent(row.text("dispute_id"), id -> new ArrayList<>()).add(row));
    }
    Map<String, List<Row>> entries = journal(provider, other, 2 * disputes.size());
    opened = new ArrayList<>();
    for (String dispute : disputes) {
      List<Row> all = new ArrayList<>(rows.get(dispute));
      all.addAll(entries.get(dispute));
      all.add(answer(other));
      opened.add(all);
    }
  }

  /** Reads what a call that was logged for each dispute wrote. */
  void readLogged(String provider, String other, List<String> disputes) throws SQLException {
    Map<String, Row> rows = byDispute(read("dispute", provider, other));
    List<Row> callbacks = read("callback", provider, other);
    Map<String, Row> before =
        byDispute(
            callbacks.stream().filter(row -> row.cells().get("predecessor_id") == null).toList());
    Map<String, Row> after =
        byDispute(
            callbacks.stream().filter(row -> row.cells().get("predecessor_id") != null).toList());
    Map<String, List<Row>> entries = journal(provider, other, 3 * disputes.size());
    logged = new ArrayList<>();
    for (String dispute : disputes) {
      List<Row> added = List.of(of(dispute, entries).getLast(), answer(other));
      logged.add(new Logged(of(dispute, before), of(dispute, after), of(dispute, rows), added));
    }
  }

  private static <T> T of(String dispute, Map<String, T> byDispute) {
    return requireNonNull(byDispute.get(dispute), dispute);
  }

  /** Opens one of the disputes. */
  void open(int caller, int number) throws SQLException {
    commit(
        connections.get(caller),
        connection -> {
          for (Row row : opened.get(number)) {
            insert(connection, row);
          }
        });
  }

  /** Logs a call for one of them. */
  void log(int caller, int number) throws SQLException {
    Logged all = logged.get(number);
    commit(
        connections.get(caller),
        connection -> {
          update(connection, all.before(), CALLBACK_KEY, "callback_id");
          insert(connection, all.successor());
          update(connection, all.dispute(), DISPUTE_KEY, "dispute_id");
          for (Row row : all.added()) {
            insert(connection, row);
          }
        });
  }

  /** Statements of one transaction. */
  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  /** Once more where others were in the way, as the server does it. */
  private static void commit(Connection connection, Work work) throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        work.on(connection);
        connection.commit();
        return;
      } catch (SQLTransactionRollbackException e) {
        connection.rollback();
        if (tries == TRIES_MAX) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }

  private static Map<String, Row> byDispute(List<Row> rows) {
    return rows.stream().collect(Collectors.toMap(row -> row.text("dispute_id"), row -> row));
  }

  private List<Row> read(String table, String provider, String other) throws SQLException {
    Connection connection = connections.getFirst();
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM " + table + " WHERE provider_id = ?")) {
      statement.setString(1, provider);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          Map<String, Object> cells = new HashMap<>();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            String column = found.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
            cells.put(column, found.getObject(i));
          }
          cells.put("provider_id", other);
          rows.add(new Row(table, cells));
        }
      }
    }
    connection.commit();
    return rows;
  }

  /** The entries of each dispute in order, as they were before they got their numbers. */
  private Map<String, List<Row>> journal(String provider, String other, int count)
      throws SQLException {
    List<Row> entries = List.of();
    while (entries.stream().filter(row -> row.cells().get("dispute_id") != null).count() < count) {
      entries = read("journal", provider, other);
    }
    Map<String, List<Row>> byDispute = new HashMap<>();
    entries.stream()
        .filter(row -> row.cells().get("dispute_id") != null)
        .sorted(
            Comparator.comparingLong(
                row -> ((Number) requireNonNull(row.cells().get("sequence_number"))).longValue()))
        .forEach(
            row -> {
              Map<String, Object> cells = new HashMap<>(row.cells());
              cells.remove("sequence_number");
              cells.remove("hash");
              cells.remove("dispute_id");
              byDispute
                  .computeIfAbsent(row.text("dispute_id"), id -> new ArrayList<>())
                  .add(new Row("journal_inbox", cells));
            });
    return byDispute;
  }

  private static Row answer(String other) {
    return new Row(
        "answered_request",
        Map.of(
            "provider_id",
            other,
            "request_id",
            UUID.randomUUID().toString(),
            "part",
            0,
            "fingerprint",
            "f".repeat(64),
            "create_time",
            new java.sql.Timestamp(0),
            "answer",
            ANSWER));
  }

  private void insert(Connection connection, Row row) throws SQLException {
    List<String> columns = row.cells().keySet().stream().sorted().toList();
    PreparedStatement statement =
        prepared(
            connection,
            "INSERT INTO "
                + row.table()
                + " ("
                + String.join(", ", columns)
                + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?"))
                + ")");
    for (int i = 0; i < columns.size(); i++) {
      statement.setObject(i + 1, row.cells().get(columns.get(i)));
    }
    statement.executeUpdate();
  }

  private void update(Connection connection, Row row, String key, String idColumn)
      throws SQLException {
    List<String> columns =
        row.cells().keySet().stream()
            .filter(column -> !column.equals("provider_id") && !column.equals(idColumn))
            .sorted()
            .toList();
    PreparedStatement statement =
        prepared(
            connection,
            "UPDATE "
                + row.table()
                + " SET "
                + columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                + " WHERE "
                + key);
    for (int i = 0; i < columns.size(); i++) {
      statement.setObject(i + 1, row.cells().get(columns.get(i)));
    }
    statement.setObject(columns.size() + 1, row.cells().get("provider_id"));
    statement.setObject(columns.size() + 2, row.cells().get(idColumn));
    if (statement.executeUpdate() != 1) {
      throw new IllegalStateException("there is no such row in " + row.table());
    }
  }

  private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
    Map<String, PreparedStatement> own = requireNonNull(statements.get(connection));
    PreparedStatement statement = own.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      own.put(sql, statement);
    }
    return statement;
  }
}
