package dev.redress.ingest;

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

  /** The data rows, read anew. */
  FileRows rows() {
    return source.get();
  }
}
