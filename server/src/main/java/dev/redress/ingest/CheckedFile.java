package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;

/**
 * A file of which it is known how to read its rows.
 *
 * @param mapping makes its rows canonical
 */
record CheckedFile(Table table, RowMapping mapping) {

  /**
   * Checks what refuses a file whole.
   *
   * @throws RedressException {@code FILE_EMPTY}, {@code FILE_NOT_TEXT}, {@code
   *     FILE_HEADER_INVALID}, {@code FILE_ENDS_IN_QUOTES}, {@code FILE_FORMAT_UNKNOWN}, {@code
   *     FILE_NEEDS_ANSWER}, {@code TOO_LARGE}
   */
  static CheckedFile of(Upload upload, long rowsMax) {
    ImportHeader asked = upload.header();
    Table table = Tables.of(upload.file());
    if (table.rowsTotal() > rowsMax) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the file has "
              + table.rowsTotal()
              + " rows and "
              + rowsMax
              + " are allowed: import it in parts");
    }
    FormatReader format = Formats.choose(asked.format(), asked.kind(), table.header());
    return new CheckedFile(table, format.mapping(asked.kind(), table, asked.answers()));
  }

  /** Data rows, without the header and empty lines. */
  long rowsTotal() {
    return table.rowsTotal();
  }
}
