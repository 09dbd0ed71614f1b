package dev.redress.ingest;

import java.util.Map;

/**
 * A row in the words of Redress, whatever format it came in.
 *
 * @param line where it begins in the file, from 1
 * @param values by column; a column that the file does not have is absent
 * @param attributes what else the row says, by the file's own column names, without empty values
 */
record CanonicalRow(long line, Map<Column, String> values, Map<String, String> attributes) {

  /** The value of a column, empty when the row has none. */
  String get(Column column) {
    return values.getOrDefault(column, "");
  }
}
