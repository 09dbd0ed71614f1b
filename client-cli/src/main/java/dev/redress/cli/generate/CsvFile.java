package dev.redress.cli.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One CSV file being written, by RFC 4180 but with plain line feeds: UTF-8, header first. */
final class CsvFile implements AutoCloseable {
  private final BufferedWriter writer;
  private final StringBuilder line = new StringBuilder();
  private long rows;

  /**
   * Creates or empties the file and writes the header.
   *
   * @throws IOException if the file cannot be written
   */
  CsvFile(Path path, String... header) throws IOException {
    writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
    write(header);
  }

  /**
   * Adds a row.
   *
   * @throws IOException if the file cannot be written
   */
  void row(String... values) throws IOException {
    write(values);
    rows++;
  }

  /** Rows written so far, without the header. */
  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private void write(String... values) throws IOException {
    line.setLength(0);
    for (String value : values) {
      line.append(field(value)).append(',');
    }
    line.setCharAt(line.length() - 1, '\n');
    writer.append(line);
  }

  /** The value as a field, in quotes only where RFC 4180 section 2 asks for them. */
  static String field(String value) {
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter == ',' || letter == '"' || letter == '\n' || letter == '\r') {
        return '"' + value.replace("\"", "\"\"") + '"';
      }
    }
    return value;
  }

  /**
   * A number as a decimal, such as 125 with 2 places as 1.25.
   *
   * @param units not negative
   * @param places 1 or 2
   */
  static String decimal(long units, int places) {
    int scale = places == 1 ? 10 : 100;
    return units / scale + "." + Long.toString(scale + units % scale).substring(1);
  }
}
