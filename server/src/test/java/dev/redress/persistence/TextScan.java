package dev.redress.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Looks for a word in everything that a database holds, packed texts included. */
public final class TextScan {
  private TextScan() {}

  /** The columns in which the word stands, as {@code table.column}, whatever its case. */
  public static Set<String> find(TestDatabase database, String word) throws SQLException {
    Set<String> found = new TreeSet<>();
    String wanted = word.toLowerCase(Locale.ROOT);
    for (String column : PersonalDataCatalogTest.textColumns(database)) {
      List<String> parts = List.of(column.split("\\.", -1));
      try (Connection connection = database.connection();
          PreparedStatement read =
              connection.prepareStatement(
                  "SELECT DISTINCT %s FROM %s".formatted(parts.get(1), parts.get(0)));
          ResultSet row = read.executeQuery()) {
        while (row.next()) {
          String text = row.getString(1);
          if (text != null && unpacked(text).toLowerCase(Locale.ROOT).contains(wanted)) {
            found.add(column);
          }
        }
        connection.rollback();
      }
    }
    return found;
  }

  /** A text with what is packed in it, where it is packed. */
  private static String unpacked(String text) {
    for (int from : new int[] {0, 1}) {
      try {
        byte[] bytes = PackedText.unpack(List.of(text.substring(Math.min(from, text.length()))));
        return text + new String(bytes, StandardCharsets.UTF_8);
      } catch (RuntimeException _) {
        // Not packed, or not from here.
      }
    }
    return text;
  }
}
