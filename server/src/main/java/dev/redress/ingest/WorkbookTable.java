package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one sheet of an .xlsx workbook that has rows, as a table. Its header is the first row that is
 * known for one, among the first {@value #HEADER_ROWS_MAX}, since tools put a title above; else the
 * first row. A row below an empty one that fills the first cell only is a note of the tool, such as
 * the time zone, and no row.
 */
final class WorkbookTable {
  private static final int HEADER_ROWS_MAX = 10;
  private static final int NAME_MAX = 60;

  private WorkbookTable() {}

  /**
   * Of a file that is a .zip archive by its first bytes.
   *
   * @throws RedressException {@code FILE_NOT_TEXT}, {@code FILE_FORMAT_UNKNOWN}, {@code
   *     FILE_EMPTY}, {@code FILE_HEADER_INVALID}, {@code TOO_LARGE}
   */
  static Table of(Path file, Dialect dialect) {
    Workbook book = Workbook.of(file);
    Workbook.Sheet sheet = only(book);
    FileRow header = header(book, sheet, dialect);
    if (header.fieldCount() > FileRow.FIELDS_MAX) {
      throw new RedressException(
          ErrorReason.FILE_HEADER_INVALID,
          "the header has "
              + header.fieldCount()
              + " columns and "
              + FileRow.FIELDS_MAX
              + " are allowed: leave some out");
    }
    return Table.of(() -> new Data(book.rows(sheet), header));
  }

  private static Workbook.Sheet only(Workbook book) {
    List<Workbook.Sheet> filled = new ArrayList<>();
    for (Workbook.Sheet sheet : book.sheets()) {
      try (SheetRows rows = book.rows(sheet)) {
        if (rows.hasNext()) {
          filled.add(sheet);
        }
      }
    }
    if (filled.isEmpty()) {
      throw new RedressException(
          ErrorReason.FILE_EMPTY, "the workbook is empty: it must have a sheet with a header");
    }
    if (filled.size() > 1) {
      throw new RedressException(
          ErrorReason.FILE_HEADER_INVALID,
          "the workbook has rows on more than one sheet ("
              + filled.stream()
                  .limit(HEADER_ROWS_MAX)
                  .map(sheet -> ImportProblems.head(sheet.name(), NAME_MAX))
                  .collect(Collectors.joining(", "))
              + "): keep the one to import");
    }
    return filled.getFirst();
  }

  private static FileRow header(Workbook book, Workbook.Sheet sheet, Dialect dialect) {
    try (SheetRows rows = book.rows(sheet)) {
      FileRow first = rows.next();
      Optional<FileRow> known =
          Optional.of(first).filter(row -> dialect.header().test(row.fields()));
      for (int i = 1; i < HEADER_ROWS_MAX && rows.hasNext() && known.isEmpty(); i++) {
        known = Optional.of(rows.next()).filter(row -> dialect.header().test(row.fields()));
      }
      return known.orElse(first);
    }
  }

  /** The header and what comes below it, every row as wide as the header. */
  private static final class Data implements FileRows {
    private final SheetRows rows;
    private final int width;
    private long before;
    private @Nullable FileRow next;

    Data(SheetRows rows, FileRow header) {
      this.rows = rows;
      this.width = header.fieldCount();
      while (rows.hasNext() && next == null) {
        FileRow row = rows.next();
        next = row.line() == header.line() ? row : null;
      }
      before = header.line();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public FileRow next() {
      FileRow row = next;
      if (row == null) {
        throw new NoSuchElementException();
      }
      next = null;
      while (rows.hasNext() && next == null) {
        FileRow read = rows.next();
        boolean isNote = read.line() > before + 1 && read.fieldCount() == 1 && width > 1;
        before = read.line();
        next = isNote ? null : wide(read);
      }
      return row;
    }

    @Override
    public void close() {
      rows.close();
    }

    private FileRow wide(FileRow row) {
      List<String> fields = new ArrayList<>(row.fields());
      while (fields.size() < width) {
        fields.add("");
      }
      return new FileRow(
          row.line(),
          fields,
          Math.max(width, row.fieldCount()),
          row.characters(),
          row.charactersReplaced());
    }
  }
}
