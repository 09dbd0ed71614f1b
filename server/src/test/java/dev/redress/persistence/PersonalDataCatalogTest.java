package dev.redress.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.privacy.PersonalData;
import dev.redress.privacy.PersonalData.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The list of personal data against the tables that there are. */
class PersonalDataCatalogTest {

  /** Of tools: what the schema went through, and the guard that holds no row. */
  private static final Set<String> NOT_OURS = Set.of("flyway_schema_history", "journal_guard");

  @OnBothDatabases
  void everyColumnWithText_isInTheList_andNothingElseIs(TestDatabase database) throws SQLException {
    Set<String> stored = new TreeSet<>(textColumns(database));
    Set<String> unknown = new TreeSet<>();
    for (String column : stored) {
      List<String> parts = List.of(column.split("\\.", -1));
      if (PersonalData.table(parts.get(0)).flatMap(table -> table.column(parts.get(1))).isEmpty()) {
        unknown.add(column);
      }
    }
    Set<String> gone = new TreeSet<>();
    for (Table table : PersonalData.tables()) {
      assertThat(table.scope()).isNotNull();
      table.columns().keySet().stream()
          .map(column -> table.name() + "." + column)
          .filter(column -> !stored.contains(column))
          .forEach(gone::add);
    }

    assertThat(unknown).as("columns of which PersonalData does not say what they hold").isEmpty();
    assertThat(gone).as("columns of PersonalData that are in no table").isEmpty();
  }

  /** All columns that can hold text or bytes, as {@code table.column}. */
  static List<String> textColumns(TestDatabase database) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection connection = database.database().dataSource().getConnection();
        ResultSet column =
            connection
                .getMetaData()
                .getColumns(
                    null,
                    database.kind() == TestDatabase.Kind.DERBY ? "APP" : "public",
                    null,
                    null)) {
      while (column.next()) {
        String table = column.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        String type = column.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
        boolean hasText =
            !type.matches(
                "bigint|integer|smallint|int[248]|serial|bigserial|double|float8|date|timestamp|bool(ean)?");
        if (hasText
            && !NOT_OURS.contains(table)
            && isTable(connection, column.getString("TABLE_NAME"))) {
          columns.add(table + "." + column.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
      connection.rollback();
    }
    return columns;
  }

  /** Indexes have columns as well. */
  private static boolean isTable(Connection connection, String name) throws SQLException {
    try (ResultSet found =
        connection.getMetaData().getTables(null, null, name, new String[] {"TABLE"})) {
      return found.next();
    }
  }
}
