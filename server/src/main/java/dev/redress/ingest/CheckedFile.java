package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;

/**
 * A file of which it is known how to read its rows.
 *
 * @param mapping makes its rows canonical
 * @param rowsSkipped that are no rows, as the caller said
 */
record CheckedFile(Table table, RowMapping mapping, long rowsSkipped) {

  /**
   * Checks what refuses a file whole.
   *
   * @throws RedressException {@code FILE_EMPTY}, {@code FILE_NOT_TEXT}, {@code
   *     FILE_HEADER_INVALID}, {@code FILE_ENDS_IN_QUOTES}, {@code FILE_FORMAT_UNKNOWN}, {@code
   *     FILE_NEEDS_ANSWER}, {@code TOO_LARGE}
   */
  static CheckedFile of(Upload upload, long rowsMax) {
    ImportHeader asked = upload.header();
    ColumnMapping said = asked.mapping();
    if (said == null) {
      Table table = table(upload, Dialect.OF_FORMATS, rowsMax);
      FormatReader format = Formats.choose(asked.format(), asked.kind(), table.header());
      return new CheckedFile(table, format.mapping(asked.kind(), table, asked.answers()), 0);
    }
    MappedReader format = new MappedReader(asked.kind(), said);
    Dialect dialect = Dialect.of(format.marks(), said.saidSeparator());
    Table all = table(upload, dialect, rowsMax);
    Table table = format.withoutSkipped(all);
    return new CheckedFile(
        table,
        format.mapping(asked.kind(), table, asked.answers()),
        all.rowsTotal() - table.rowsTotal());
  }

  /**
   * The file as a table of at most so many rows.
   *
   * @throws RedressException as {@link #of}, without {@code FILE_NEEDS_ANSWER}
   */
  static Table table(Upload upload, Dialect dialect, long rowsMax) {
    Table table = Tables.of(upload.file(), dialect);
    if (table.rowsTotal() > rowsMax) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the file has "
              + table.rowsTotal()
              + " rows and "
              + rowsMax
              + " are allowed: import it in parts");
    }
    return table;
  }

  /** Data rows, without the header and empty lines. */
  long rowsTotal() {
    return table.rowsTotal();
  }
}
