package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The format of another tool, of one kind of file: by which columns its header is known and what
 * they say. A format is one class of this kind, named in {@link Formats}, and its test.
 */
interface ForeignReader extends FormatReader {

  /** What its rows are. */
  ImportKind kind();

  /**
   * The columns by which a header is known to be of this format; all must be there, in any order
   * and in upper or lower case.
   */
  List<String> marks();

  /** What its columns say; the rest of them become attributes. */
  List<Rule> rules();

  /** What every row says that the file does not say, as the {@code redress} format writes it. */
  default Map<Column, String> constants() {
    return Map.of();
  }

  /** How rows without an id of their own are told apart. */
  RowIdentity identity();

  /**
   * Whether a line of an invoice that tells no day of work gets the one that the caller says,
   * beyond what the rules of the format do.
   */
  default boolean asksForWorkDay() {
    return false;
  }

  /** Whether the first row of an invoice tells its date, whatever the others say. */
  default boolean firstInvoiceDateHolds() {
    return false;
  }

  @Override
  default boolean reads(ImportKind kind) {
    return kind == kind();
  }

  @Override
  default boolean recognises(ImportKind kind, List<String> header) {
    return reads(kind) && normal(header).containsAll(normal(marks()));
  }

  @Override
  default RowMapping mapping(ImportKind kind, Table table, FileAnswers answers) {
    List<String> names = normal(table.header());
    for (String mark : marks()) {
      if (!names.contains(mark.toLowerCase(Locale.ROOT))) {
        throw lacks(this, mark);
      }
    }
    return ForeignMapping.settled(this, table, answers);
  }

  /** The refusal of a file that lacks a column. */
  static RedressException lacks(ForeignReader format, String column) {
    return new RedressException(
        ErrorReason.FILE_HEADER_INVALID,
        "the header lacks the column "
            + column
            + ", which the format "
            + format.name()
            + " needs: export the file with that column, or name another format",
        Map.of("column", column));
  }

  private static List<String> normal(List<String> names) {
    return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }
}
