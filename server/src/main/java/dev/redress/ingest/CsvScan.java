package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The first look at a CSV text, as it comes: counts its rows and finds what would make the reading
 * of the rest a guess (RFC 4180, section 2, rules 5 to 7).
 */
final class CsvScan {
  /** Unicode's mark at the beginning of a text. */
  static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Most characters of one field. */
  static final int FIELD_MAX = 16 * 1024 * 1024;

  private static final int BUFFER_CHARACTERS = 64 * 1024;

  private enum Place {
    FIELD_START,
    IN_FIELD,
    IN_QUOTES,
    AFTER_QUOTE
  }

  /** What separates the fields of the {@code redress} format. */
  static final char COMMA = ',';

  private final char separator;
  private Place place = Place.FIELD_START;
  private boolean begun;
  private boolean rowHasContent;
  private boolean lastWasReturn;
  private long rows;
  private long line = 1;
  private long fieldLine = 1;
  private long fieldLength;
  private long misquotedLine;
  private long hugeFieldLine;

  /** Of a text whose fields are separated by this. */
  CsvScan(char separator) {
    this.separator = separator;
  }

  /** Looks at a whole file. */
  static CsvScan of(Path file, Charset charset, char separator) {
    CsvScan scan = new CsvScan(separator);
    try (Reader text = new InputStreamReader(Files.newInputStream(file), charset)) {
      CharBuffer characters = CharBuffer.allocate(BUFFER_CHARACTERS);
      while (text.read(characters) >= 0) {
        scan.accept(characters.flip());
        characters.clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scan;
  }

  /** Looks at the next characters, in a buffer with an array. */
  void accept(CharBuffer text) {
    if (!begun && text.hasRemaining()) {
      begun = true;
      if (text.get(text.position()) == BYTE_ORDER_MARK) {
        text.get();
      }
    }
    char[] characters = text.array();
    int end = text.arrayOffset() + text.limit();
    for (int i = text.arrayOffset() + text.position(); i < end; i++) {
      char c = characters[i];
      // Nearly all characters only make their field longer.
      boolean isPlain = c == ' ' || (c > ',' && c != separator);
      if (isPlain && (place == Place.IN_QUOTES || place == Place.IN_FIELD)) {
        fieldLength++;
        lastWasReturn = false;
      } else {
        accept(c);
      }
    }
    text.position(text.limit());
  }

  /** Rows so far, the header included and empty lines not. */
  long rows() {
    return rowHasContent ? rows + 1 : rows;
  }

  /**
   * Refuses a text whose rows cannot be told apart.
   *
   * @throws RedressException {@code FILE_ENDS_IN_QUOTES}, {@code FILE_FORMAT_UNKNOWN} for text
   *     after a closing quote, {@code TOO_LARGE} for a field without end
   */
  void requireWhole() {
    if (misquotedLine > 0) {
      throw refusal(
          ErrorReason.FILE_FORMAT_UNKNOWN,
          misquotedLine,
          "text follows a closing quote in the field that begins in line "
              + misquotedLine
              + ", so the rows cannot be told apart: write a quote inside a quoted field twice, as"
              + " RFC 4180 has it");
    }
    if (place == Place.IN_QUOTES) {
      throw refusal(
          ErrorReason.FILE_ENDS_IN_QUOTES,
          fieldLine,
          "the file ends inside the quoted field that begins in line "
              + fieldLine
              + ": it was cut off, or a closing quote is missing there; export it again");
    }
    noteLength();
    if (hugeFieldLine > 0) {
      throw refusal(
          ErrorReason.TOO_LARGE,
          hugeFieldLine,
          "the field that begins in line "
              + hugeFieldLine
              + " is longer than 16,777,216 characters: shorten it, or close its quote");
    }
  }

  private void accept(char c) {
    boolean isBreak = c == '\n' || c == '\r';
    boolean isSecondHalf = c == '\n' && lastWasReturn;
    lastWasReturn = c == '\r';
    if (isBreak && !isSecondHalf) {
      line++;
    }
    if (place == Place.IN_QUOTES) {
      fieldLength++;
      if (c == '"') {
        place = Place.AFTER_QUOTE;
      }
      return;
    }
    if (isSecondHalf) {
      return;
    }
    if (isBreak || c == separator) {
      endField(isBreak);
      return;
    }
    rowHasContent = true;
    fieldLength++;
    place = next(c);
  }

  /** Where a character that ends nothing leads to. */
  private Place next(char c) {
    return switch (place) {
      case FIELD_START -> {
        fieldLine = line;
        yield c == '"' ? Place.IN_QUOTES : Place.IN_FIELD;
      }
      case AFTER_QUOTE -> {
        if (c == '"') {
          yield Place.IN_QUOTES;
        }
        misquotedLine = misquotedLine == 0 ? fieldLine : misquotedLine;
        yield Place.IN_FIELD;
      }
      case IN_FIELD, IN_QUOTES -> place;
    };
  }

  private void endField(boolean endsRow) {
    noteLength();
    fieldLength = 0;
    place = Place.FIELD_START;
    if (!endsRow) {
      rowHasContent = true;
    } else if (rowHasContent) {
      rows++;
      rowHasContent = false;
    }
  }

  private void noteLength() {
    if (fieldLength > FIELD_MAX && hugeFieldLine == 0) {
      hugeFieldLine = fieldLine;
    }
  }

  private static RedressException refusal(ErrorReason reason, long line, String message) {
    return new RedressException(reason, message, Map.of("line", Long.toString(line)));
  }
}
