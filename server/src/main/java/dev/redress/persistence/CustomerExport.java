package dev.redress.persistence;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.redress.privacy.PersonalData;
import dev.redress.privacy.PersonalData.Table;
import dev.redress.privacy.PrivacyStore.ExportedRow;
import dev.redress.privacy.Scope;
import dev.redress.privacy.Treatment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the rows of a customer as JSON objects, read as they are sent: a customer may have more
 * than fits into memory.
 */
final class CustomerExport {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final String TABLE = "table";
  private static final String FILES = "dispute_evidence_part";

  /** What is of one order only, so that it can be read as it happened. */
  private static final Map<String, String> ORDERS =
      Map.of(
          "journal",
          " ORDER BY sequence_number",
          "notification_letter",
          " ORDER BY sequence_number");

  private final Connection connection;
  private final PersonalRows rows;
  private final Consumer<ExportedRow> reader;

  CustomerExport(Connection connection, PersonalRows rows, Consumer<ExportedRow> reader) {
    this.connection = connection;
    this.rows = rows;
    this.reader = reader;
  }

  /** All of them, table by table. */
  void write() throws SQLException {
    for (Table table : PersonalData.tables()) {
      if (table.name().equals(FILES)) {
        writeFiles(table);
      } else if (table.scope() != Scope.NONE) {
        write(table);
      }
    }
  }

  private void write(Table table) throws SQLException {
    String order = ORDERS.getOrDefault(table.name(), "");
    String sql = "SELECT * FROM " + table.name() + " WHERE " + PersonalRows.where(table.scope());
    try (PreparedStatement statement = connection.prepareStatement(sql + order)) {
      rows.fill(statement, table.scope(), 1);
      statement.setFetchSize(PersonalRows.ROWS_AT_ONCE);
      try (ResultSet row = statement.executeQuery()) {
        ResultSetMetaData columns = row.getMetaData();
        while (row.next()) {
          JsonObject json = begun(table.name());
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            String column = columns.getColumnName(i).toLowerCase(Locale.ROOT);
            if (!isLeftOut(table, column)) {
              Optional<JsonElement> value = value(table, column, row, i, columns.getColumnType(i));
              value.ifPresent(said -> json.add(column, said));
            }
          }
          send(table.name(), json);
        }
      }
    }
  }

  /** The provider is the same everywhere; secrets are nobody's to read. */
  private static boolean isLeftOut(Table table, String column) {
    return column.equals("provider_id")
        || table.column(column).filter(it -> it.treatment() == Treatment.SECRET).isPresent();
  }

  private static Optional<JsonElement> value(
      Table table, String column, ResultSet row, int index, int type) throws SQLException {
    if (row.getObject(index) == null) {
      return Optional.empty();
    }
    return switch (type) {
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT ->
          Optional.of(new JsonPrimitive(row.getLong(index)));
      case Types.DOUBLE, Types.REAL, Types.FLOAT ->
          Optional.of(new JsonPrimitive(row.getDouble(index)));
      case Types.BOOLEAN, Types.BIT -> Optional.of(new JsonPrimitive(row.getBoolean(index)));
      case Types.TIMESTAMP -> Optional.of(new JsonPrimitive(moment(row, index)));
      default -> text(table, column, row.getString(index));
    };
  }

  private static Optional<JsonElement> text(Table table, String column, String text) {
    boolean isJson =
        table.column(column).filter(it -> it.treatment() == Treatment.JSON).isPresent()
            || (table.name().equals("journal") && column.equals("details"));
    if (table.name().equals("verdict") && column.equals("evidence")) {
      return Optional.of(EvidenceJson.readJson(text));
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(isJson ? GSON.fromJson(text, JsonObject.class) : new JsonPrimitive(text));
  }

  private static String moment(ResultSet row, int index) throws SQLException {
    Calendar utc = Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
    @Nullable Timestamp stored = row.getTimestamp(index, utc);
    return String.valueOf(stored == null ? null : stored.toInstant());
  }

  /** A file is one record, though it is stored in pieces. */
  private void writeFiles(Table table) throws SQLException {
    String sql =
        "SELECT dispute_id, evidence_number, content FROM %s WHERE %s ORDER BY dispute_id, evidence_number, part"
            .formatted(table.name(), PersonalRows.where(table.scope()));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      rows.fill(statement, table.scope(), 1);
      statement.setFetchSize(PersonalRows.ROWS_AT_ONCE);
      try (ResultSet row = statement.executeQuery()) {
        String dispute = "";
        int number = 0;
        List<String> pieces = new ArrayList<>();
        while (row.next()) {
          if (!row.getString(1).equals(dispute) || row.getInt(2) != number) {
            sendFile(dispute, number, pieces);
            dispute = row.getString(1);
            number = row.getInt(2);
            pieces.clear();
          }
          pieces.add(row.getString(3));
        }
        sendFile(dispute, number, pieces);
      }
    }
  }

  private void sendFile(String dispute, int number, List<String> pieces) {
    if (!pieces.isEmpty()) {
      JsonObject json = begun(FILES);
      json.addProperty("dispute_id", dispute);
      json.addProperty("evidence_number", number);
      json.addProperty(
          "content_base64", Base64.getEncoder().encodeToString(PackedText.unpack(pieces)));
      send(FILES, json);
    }
  }

  private static JsonObject begun(String table) {
    JsonObject json = new JsonObject();
    json.addProperty(TABLE, table);
    return json;
  }

  private void send(String table, JsonObject json) {
    reader.accept(new ExportedRow(table, GSON.toJson(json)));
  }
}
