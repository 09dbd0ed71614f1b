package dev.redress.ingest;

import dev.redress.error.RedressException;
import java.nio.charset.Charset;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the columns of a file that no format knows become those of Redress, as a caller says it.
 * Which columns there are depends on the kind of file, see {@link MappedReader}.
 *
 * @param separator between the fields of a line; empty: found from the header
 * @param encoding of a text that is not UTF-8; empty: it is refused
 * @param timeOfDay of moments that have none, such as {@code 08:00}; empty: they are refused
 */
public record ColumnMapping(
    List<Source> sources,
    List<Constant> constants,
    List<SkippedRow> skippedRows,
    String separator,
    String encoding,
    String timeOfDay) {

  /** Most kinds of rows that are none. */
  static final int SKIPPED_MAX = 20;

  private static final int ENTRIES_MAX = 50;
  private static final int SOURCE_COLUMNS_MAX = 5;
  private static final int TEXT_MAX = 200;
  private static final Set<String> SEPARATORS = Set.of("", ",", ";", "\t", "|");
  private static final Set<String> ENCODINGS = Set.of("", "ISO-8859-1", "windows-1252");

  /**
   * Where one column of Redress is filled from.
   *
   * @param columns of the file, 1 to 5
   */
  public record Source(String target, List<String> columns) {
    public Source {
      columns = List.copyOf(columns);
    }
  }

  /** What one column of Redress says in every row. */
  public record Constant(String target, String value) {}

  /** Rows that have this value, or nothing, in a column of the file and are no rows. */
  public record SkippedRow(String column, String value) {}

  /**
   * Checks what does not depend on the kind of file.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  public ColumnMapping {
    sources = List.copyOf(sources);
    constants = List.copyOf(constants);
    skippedRows = List.copyOf(skippedRows);
    requireCount("sources", sources.size(), 1, ENTRIES_MAX);
    requireCount("constants", constants.size(), 0, ENTRIES_MAX);
    requireCount("skipped_rows", skippedRows.size(), 0, SKIPPED_MAX);
    for (int i = 0; i < sources.size(); i++) {
      List<String> columns = sources.get(i).columns();
      requireCount("sources[" + i + "].columns", columns.size(), 1, SOURCE_COLUMNS_MAX);
      for (int j = 0; j < columns.size(); j++) {
        requireText("sources[" + i + "].columns[" + j + "]", columns.get(j));
      }
    }
    for (int i = 0; i < constants.size(); i++) {
      requireText("constants[" + i + "].value", constants.get(i).value());
    }
    for (int i = 0; i < skippedRows.size(); i++) {
      requireText("skipped_rows[" + i + "].column", skippedRows.get(i).column());
      requireShort("skipped_rows[" + i + "].value", skippedRows.get(i).value());
    }
    if (!SEPARATORS.contains(separator)) {
      throw invalid("separator", "must be a comma, a semicolon, a tab or a bar");
    }
    if (!ENCODINGS.contains(encoding)) {
      throw invalid("encoding", "must be ISO-8859-1 or windows-1252, or nothing for UTF-8");
    }
    requireTime(timeOfDay);
  }

  /** The refusal of a part of the mapping. */
  static RedressException invalid(String path, String message) {
    return RedressException.ofField("header.mapping." + path, message);
  }

  /** What separates the fields of a line, if it was said. */
  Optional<Character> saidSeparator() {
    return separator.isEmpty() ? Optional.empty() : Optional.of(separator.charAt(0));
  }

  /** How a text is encoded that is not UTF-8, if it was said. */
  Optional<Charset> saidEncoding() {
    return encoding.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(encoding));
  }

  private static void requireCount(String path, int count, int min, int max) {
    if (count < min || count > max) {
      throw invalid(path, "has " + count + " entries; " + min + " to " + max + " are allowed");
    }
  }

  private static void requireText(String path, String text) {
    if (text.isBlank()) {
      throw invalid(path, "must not be empty");
    }
    requireShort(path, text);
  }

  private static void requireShort(String path, String text) {
    if (text.length() > TEXT_MAX) {
      throw invalid(path, "must have at most " + TEXT_MAX + " characters");
    }
  }

  private static void requireTime(String text) {
    try {
      if (!text.isEmpty()) {
        LocalTime.parse(text);
      }
    } catch (DateTimeParseException _) {
      throw invalid("time_of_day", "must be a time such as 08:00");
    }
  }
}
