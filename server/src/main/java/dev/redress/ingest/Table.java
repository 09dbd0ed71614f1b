package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.util.List;
import java.util.function.Supplier;

/**
 * A file as a table, whatever its syntax.
 *
 * @param header the names of its columns as they stand there
 * @param rowsTotal data rows, without the header and empty lines
 * @param source opens the data rows, each time anew
 */
record Table(List<String> header, long rowsTotal, Supplier<FileRows> source) {
  Table {
    header = List.copyOf(header);
  }

  /**
   * A table of rows of which the first is the header, after one look at all of them.
   *
   * @param rows opens them, the header first, each time anew
   * @throws dev.redress.error.RedressException {@code FILE_EMPTY}
   */
  static Table of(Supplier<FileRows> rows) {
    try (FileRows all = rows.get()) {
      if (!all.hasNext()) {
        throw new RedressException(ErrorReason.FILE_EMPTY, "the file has no rows: export it again");
      }
      List<String> header = all.next().fields();
      long count = 0;
      for (; all.hasNext(); all.next()) {
        count++;
      }
      return new Table(
          header,
          count,
          () -> {
            FileRows data = rows.get();
            data.next();
            return data;
          });
    }
  }

  /** The data rows, read anew. */
  FileRows rows() {
    return source.get();
  }
}
