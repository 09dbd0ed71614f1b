package dev.redress.ingest;

import java.util.Map;

/**
 * A row in the words of Redress, whatever format it came in.
 *
 * @param line where it begins in the file, from 1
 * @param values by column; a column that the file does not have is absent
 * @param attributes what else the row says, by the file's own column names, without empty values
 * @param sourceColumns what the file calls a column, where that is not the name that Redress uses
 * @param problems values that could not be put into the words of Redress; they are empty in {@code
 *     values}
 */
record CanonicalRow(
    long line,
    Map<Column, String> values,
    Map<String, String> attributes,
    Map<Column, String> sourceColumns,
    Map<Column, ImportProblem> problems) {

  /** A row whose file uses the words of Redress. */
  CanonicalRow(long line, Map<Column, String> values, Map<String, String> attributes) {
    this(line, values, attributes, Map.of(), Map.of());
  }

  /** The value of a column, empty when the row has none. */
  String get(Column column) {
    return values.getOrDefault(column, "");
  }

  /** What the file calls a column. */
  String sourceColumn(Column column) {
    return sourceColumns.getOrDefault(column, column.header());
  }
}
