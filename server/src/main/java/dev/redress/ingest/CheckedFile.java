package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A file of which it is known how to read its rows.
 *
 * @param header the names of its columns as they stand there
 * @param rowsTotal data rows, without the header and empty lines
 * @param mapping makes its rows canonical
 */
record CheckedFile(
    Path path, List<String> header, long rowsTotal, Function<FileRow, CanonicalRow> mapping) {

  /**
   * Checks what refuses a file whole.
   *
   * @throws RedressException {@code FILE_EMPTY}, {@code FILE_NOT_TEXT}, {@code
   *     FILE_HEADER_INVALID}, {@code FILE_ENDS_IN_QUOTES}, {@code FILE_FORMAT_UNKNOWN}, {@code
   *     TOO_LARGE}
   */
  static CheckedFile of(Upload upload, long rowsMax) {
    CsvScan scan = upload.file().whole();
    scan.requireWhole();
    long rowsTotal = scan.rows() - 1;
    if (rowsTotal > rowsMax) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the file has "
              + rowsTotal
              + " rows and "
              + rowsMax
              + " are allowed: import it in parts");
    }
    List<String> header = header(upload.file().path());
    ImportHeader asked = upload.header();
    FormatReader format = Formats.choose(asked.format(), asked.kind(), header);
    return new CheckedFile(
        upload.file().path(), header, rowsTotal, format.mapping(asked.kind(), header));
  }

  /** The data rows, read anew. */
  CsvRows rows() {
    CsvRows rows = CsvRows.open(path);
    rows.next();
    return rows;
  }

  private static List<String> header(Path path) {
    try (CsvRows rows = CsvRows.open(path)) {
      FileRow first = rows.next();
      if (first.fieldCount() > FileRow.FIELDS_MAX) {
        throw new RedressException(
            ErrorReason.FILE_HEADER_INVALID,
            "the header has "
                + first.fieldCount()
                + " columns and "
                + FileRow.FIELDS_MAX
                + " are allowed: leave some out");
      }
      return List.copyOf(first.fields());
    }
  }
}
