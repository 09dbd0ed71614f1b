package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells the syntax of a file by how it begins and opens it as a table. */
final class Tables {
  private static final int BEGIN_BYTES = 64 * 1024;

  /** What is not CSV. */
  private static final List<FileSyntax> SYNTAXES =
      List.of(JsonRows.SYNTAX, LedesRows.SYNTAX, UblRows.SYNTAX);

  private Tables() {}

  /**
   * A file that is whole.
   *
   * @param dialect of a workbook or CSV; other syntaxes have none
   * @throws RedressException {@code FILE_EMPTY}, {@code FILE_NOT_TEXT}, {@code
   *     FILE_HEADER_INVALID}, {@code FILE_ENDS_IN_QUOTES}, {@code FILE_FORMAT_UNKNOWN}, {@code
   *     TOO_LARGE}
   */
  static Table of(SpooledFile file, Dialect dialect) {
    CsvScan commas = file.whole();
    if (file.isZip()) {
      return WorkbookTable.of(file.path(), dialect);
    }
    Charset charset = file.charset();
    String begin = begin(file.path(), charset);
    for (FileSyntax syntax : SYNTAXES) {
      if (syntax.begins(begin)) {
        return syntax.table(file.path(), charset);
      }
    }
    char separator = dialect.separator().apply(begin).orElse(CsvScan.COMMA);
    boolean isScanned = separator == CsvScan.COMMA && charset.equals(StandardCharsets.UTF_8);
    return csv(
        file.path(),
        charset,
        separator,
        isScanned ? commas : CsvScan.of(file.path(), charset, separator));
  }

  private static Table csv(Path path, Charset charset, char separator, CsvScan scan) {
    scan.requireWhole();
    return new Table(
        header(path, charset, separator),
        scan.rows() - 1,
        () -> {
          CsvRows rows = CsvRows.open(path, charset, separator);
          rows.next();
          return rows;
        });
  }

  private static String begin(Path path, Charset charset) {
    try (InputStream bytes = Files.newInputStream(path)) {
      String begin = new String(bytes.readNBytes(BEGIN_BYTES), charset);
      return begin.startsWith(String.valueOf(CsvScan.BYTE_ORDER_MARK)) ? begin.substring(1) : begin;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> header(Path path, Charset charset, char separator) {
    try (CsvRows rows = CsvRows.open(path, charset, separator)) {
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
