package dev.redress.cli.evaluation;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a CSV file (RFC 4180, UTF-8) row by row. */
final class CsvReader implements Closeable {
  private static final int END = -1;
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final BufferedReader reader;
  private final List<String> header;
  private int ahead;

  /**
   * Opens a file and reads its header.
   *
   * @throws IOException when it cannot be read or is not UTF-8
   */
  CsvReader(Path file) throws IOException {
    reader = Files.newBufferedReader(file);
    ahead = reader.read();
    if (ahead == BYTE_ORDER_MARK) {
      ahead = reader.read();
    }
    header = next();
  }

  /** The names of the columns. */
  List<String> header() {
    return header;
  }

  /** The place of a column, from 0; -1 when there is none of this name. */
  int column(String name) {
    return header.indexOf(name);
  }

  /** The next row; empty at the end of the file. */
  List<String> next() throws IOException {
    List<String> fields = new ArrayList<>();
    if (ahead == END) {
      return fields;
    }
    while (true) {
      fields.add(field());
      int end = ahead;
      ahead = reader.read();
      if (end == '\r' && ahead == '\n') {
        ahead = reader.read();
      }
      if (end != ',') {
        return fields;
      }
    }
  }

  /** A field; what ends it is the next character: a comma, a line end or the end of the file. */
  private String field() throws IOException {
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    while (ahead != END && (quoted || (ahead != ',' && ahead != '\n' && ahead != '\r'))) {
      if (ahead != '"') {
        field.append((char) ahead);
      } else if (quoted) {
        reader.mark(1);
        if (reader.read() == '"') {
          field.append('"');
        } else {
          reader.reset();
          quoted = false;
        }
      } else {
        quoted = true;
      }
      ahead = reader.read();
    }
    return field.toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
