package dev.redress.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a CSV file (RFC 4180 but for the separator, with or without a byte order mark), one
 * after the other in constant memory. Empty lines are passed over. {@link CsvScan} has looked at
 * the file before, so that nothing in it can stop the reading.
 */
final class CsvRows implements FileRows {
  /** Most characters of a field that are kept; more than any column takes. */
  static final int KEPT_MAX = 33_000;

  private final CloseableIterator<FileRow> rows;

  private CsvRows(CloseableIterator<FileRow> rows) {
    this.rows = rows;
  }

  /** The rows of a file, the header first. */
  static CsvRows open(Path file, Charset charset, char separator) {
    try {
      InputStream bytes = Files.newInputStream(file);
      return of(new InputStreamReader(bytes, charset), separator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a text, the header first. */
  static CsvRows of(Reader text, char separator) {
    return new CsvRows(
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(CsvScan.FIELD_MAX + (1 << 16))
            .build(new Collector(), withoutMark(text))
            .iterator());
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public FileRow next() {
    return rows.next();
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader withoutMark(Reader text) {
    try {
      PushbackReader reader = new PushbackReader(text);
      int first = reader.read();
      if (first >= 0 && first != CsvScan.BYTE_ORDER_MARK) {
        reader.unread(first);
      }
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Turns the parser's buffer into rows; what is beyond every limit is not copied. */
  private static final class Collector extends AbstractBaseCsvCallbackHandler<FileRow> {
    private List<String> fields = List.of();
    private long characters;
    private int replaced;

    @Override
    protected void handleBegin(long startingLineNumber) {
      fields = new ArrayList<>();
      characters = 0;
      replaced = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      if (index < FileRow.FIELDS_MAX) {
        int kept = Math.min(length, KEPT_MAX);
        replaced += ControlCharacters.replace(buffer, offset, kept);
        characters += kept;
        fields.add(new String(buffer, offset, kept));
      }
    }

    @Override
    protected FileRow buildRecord() {
      return new FileRow(getStartingLineNumber(), fields, getFieldCount(), characters, replaced);
    }
  }
}
