package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The {@code redress} format: columns in any order, their names compared without case and without
 * the spaces around them; unknown columns are kept as attributes.
 */
final class RedressReader implements FormatReader {
  /** Most columns that Redress does not know. */
  static final int ATTRIBUTES_MAX = 50;

  private static final int COLUMN_NAME_MAX = 200;
  private static final int SHOWN_MAX = 500;

  @Override
  public String name() {
    return "redress";
  }

  @Override
  public boolean recognises(ImportKind kind, List<String> header) {
    List<String> names = header.stream().map(RedressReader::normal).toList();
    return Layout.of(kind).needed().stream()
        .allMatch(oneOf -> oneOf.stream().anyMatch(column -> names.contains(column.header())));
  }

  @Override
  public boolean reads(ImportKind kind) {
    return true;
  }

  @Override
  public RowMapping mapping(ImportKind kind, Table table, FileAnswers answers) {
    Function<FileRow, CanonicalRow> mapping = mapping(kind, table.header());
    return (row, _) -> mapping.apply(row);
  }

  /**
   * How the rows of a file with this header become canonical.
   *
   * @throws RedressException {@code FILE_HEADER_INVALID} when they cannot
   */
  Function<FileRow, CanonicalRow> mapping(ImportKind kind, List<String> header) {
    Map<Column, Integer> columns = columns(kind, header);
    requireNeeded(kind, columns, header);
    Map<String, Integer> others = others(columns, header);
    return row -> canonical(row, columns, others);
  }

  private static CanonicalRow canonical(
      FileRow row, Map<Column, Integer> columns, Map<String, Integer> others) {
    Map<Column, String> values = new EnumMap<>(Column.class);
    columns.forEach((column, index) -> values.put(column, row.fields().get(index)));
    if (others.isEmpty()) {
      return new CanonicalRow(row.line(), values, Map.of());
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    others.forEach(
        (name, index) -> {
          String value = row.fields().get(index);
          if (!value.isEmpty()) {
            attributes.put(name, value);
          }
        });
    return new CanonicalRow(row.line(), values, attributes);
  }

  /** Where the known columns stand. */
  private static Map<Column, Integer> columns(ImportKind kind, List<String> header) {
    Map<String, Column> known =
        Layout.of(kind).columns().stream()
            .collect(Collectors.toMap(Column::header, Function.identity()));
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    for (int index = 0; index < header.size(); index++) {
      Column column = known.get(normal(header.get(index)));
      if (column != null && columns.put(column, index) != null) {
        throw refusal(
            column.header(),
            header,
            "the header has the column " + column.header() + " twice: leave one of them out");
      }
    }
    return columns;
  }

  private static void requireNeeded(
      ImportKind kind, Map<Column, Integer> columns, List<String> header) {
    for (List<Column> oneOf : Layout.of(kind).needed()) {
      if (oneOf.stream().noneMatch(columns::containsKey)) {
        String missing = oneOf.stream().map(Column::header).collect(Collectors.joining(" or "));
        throw refusal(
            missing, header, "the header lacks the column " + missing + advice(kind, header));
      }
    }
  }

  private static String advice(ImportKind kind, List<String> header) {
    String mapped =
        kind == ImportKind.AGREEMENTS ? "" : ", or map the columns of the file (--suggest-map)";
    String first = header.getFirst();
    char separator = first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
    if (header.size() == 1 && separator != ',') {
      return ": its columns are separated by "
          + (separator == ';' ? "semicolons" : "tabs")
          + "; save the file with commas"
          + mapped;
    }
    return ": add it, or rename the column that holds it"
        + mapped
        + "; the file has "
        + shown(header);
  }

  /** The unknown columns: a nameless one is named by its place, a repeated one gets a number. */
  private static Map<String, Integer> others(Map<Column, Integer> columns, List<String> header) {
    Map<String, Integer> others = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int index = 0; index < header.size(); index++) {
      if (columns.containsValue(index)) {
        continue;
      }
      String stripped = header.get(index).strip();
      String name = stripped.isEmpty() ? "column " + (index + 1) : stripped;
      int count = seen.merge(name, 1, Integer::sum);
      others.put(count == 1 ? name : name + " (" + count + ")", index);
      if (name.length() > COLUMN_NAME_MAX) {
        throw refusal(
            ImportProblems.head(name, COLUMN_NAME_MAX),
            header,
            "the name of column " + (index + 1) + " has more than 200 characters: shorten it");
      }
    }
    if (others.size() > ATTRIBUTES_MAX) {
      throw refusal(
          "",
          header,
          "the header has "
              + others.size()
              + " columns that Redress does not know, 50 are allowed: leave some out");
    }
    return others;
  }

  private static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static String shown(List<String> header) {
    List<String> names = new ArrayList<>();
    header.forEach(name -> names.add(ImportProblems.head(name.strip(), 60)));
    return ImportProblems.head(String.join(", ", names), SHOWN_MAX);
  }

  private static RedressException refusal(String column, List<String> header, String message) {
    return new RedressException(
        ErrorReason.FILE_HEADER_INVALID,
        message,
        Map.of("column", column, "columns", shown(header)));
  }
}
