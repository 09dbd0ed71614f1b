package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a LEDES 1998B file, the header first: one a line, ended by {@code []}, with a bar
 * between the fields and no quotes. Empty lines are passed over.
 */
final class LedesRows implements FileRows {
  /** How such files are told and opened. */
  static final FileSyntax SYNTAX =
      new FileSyntax() {
        @Override
        public boolean begins(String text) {
          return text.startsWith(FIRST_LINE);
        }

        @Override
        public Table table(Path file, Charset charset) {
          return Table.of(() -> open(file, charset));
        }
      };

  private static final String FIRST_LINE = "LEDES1998B[]";

  private static final String END = "[]";
  private static final int ROW_MAX = 1024 * 1024;

  private final BufferedReader text;
  private long line;
  private @Nullable FileRow next;

  private LedesRows(BufferedReader text) {
    this.text = text;
  }

  /** The rows of a file that begins with {@link #FIRST_LINE}. */
  static LedesRows open(Path file, Charset charset) {
    try {
      LedesRows rows = new LedesRows(Files.newBufferedReader(file, charset));
      rows.readLine();
      rows.advance();
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    advance();
    return row;
  }

  @Override
  public void close() {
    try {
      text.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void advance() {
    String read = readLine();
    while (read != null && read.isBlank()) {
      read = readLine();
    }
    next = read == null ? null : row(read);
  }

  private FileRow row(String read) {
    String stripped = read.strip();
    String content =
        stripped.endsWith(END) ? stripped.substring(0, stripped.length() - END.length()) : stripped;
    List<String> fields = new ArrayList<>();
    int replaced = 0;
    int count = 0;
    for (String field : content.split("\\|", -1)) {
      count++;
      if (fields.size() < FileRow.FIELDS_MAX) {
        char[] kept = ImportProblems.head(field, CsvRows.KEPT_MAX).toCharArray();
        replaced += ControlCharacters.replace(kept, 0, kept.length);
        fields.add(new String(kept));
      }
    }
    return new FileRow(line, fields, count, content.length(), replaced);
  }

  /** The next line, never longer than a row may be; absent at the end. */
  private @Nullable String readLine() {
    try {
      StringBuilder read = new StringBuilder();
      int c = text.read();
      if (c < 0) {
        return null;
      }
      line++;
      for (; c >= 0 && c != '\n'; c = text.read()) {
        read.append((char) c);
        if (read.length() > ROW_MAX) {
          throw new RedressException(
              ErrorReason.TOO_LARGE,
              "line " + line + " is longer than 1,048,576 characters: shorten it",
              Map.of("line", Long.toString(line)));
        }
      }
      return read.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
