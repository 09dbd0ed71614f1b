package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redress.error.RedressException;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.util.List;

/**
 * Looks at a text and reads it: what the look lets pass has just the rows that it counted. The
 * first character of an input chooses the separator.
 */
final class CsvScanTarget implements FuzzTarget {
  private static final String SEPARATORS = ",;\t";

  @Override
  public List<byte[]> seeds() {
    return List.of(
        bytes(",a,b\n\"x,\"\"y\"\"\",2\r\n\r\n,\n"),
        bytes(";a;b\r\"\n\";\"\"\r"),
        bytes("\t\uFEFFa\tb\n1\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Override
  public void run(byte[] input) {
    String text = new String(input, UTF_8);
    if (text.isEmpty()) {
      return;
    }
    char separator = SEPARATORS.charAt(text.charAt(0) % SEPARATORS.length());
    String content = text.substring(1);
    CsvScan scan = new CsvScan(separator);
    int half = content.length() / 2;
    scan.accept(CharBuffer.wrap(content.substring(0, half).toCharArray()));
    scan.accept(CharBuffer.wrap(content.substring(half).toCharArray()));
    try {
      scan.requireWhole();
    } catch (RedressException _) {
      return;
    }
    long rows = 0;
    try (CsvRows read = CsvRows.of(new StringReader(content), separator)) {
      for (; read.hasNext(); read.next()) {
        rows++;
      }
    }
    if (rows != scan.rows()) {
      throw new AssertionError(rows + " rows were read and " + scan.rows() + " counted");
    }
  }
}
