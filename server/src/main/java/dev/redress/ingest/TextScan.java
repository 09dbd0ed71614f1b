package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first look at the bytes of a file, as they come: refuses what is not UTF-8 text, nor the
 * encoding of a tool that writes another one, and hands the characters on to {@link CsvScan}. A
 * .zip archive passes, since a workbook is one.
 */
final class TextScan {
  /** Bytes at the beginning by which a file is judged. */
  private static final int HEAD_BYTES = 64 * 1024;

  /** Bytes at the beginning that tell other kinds of files. */
  private static final int TELLING_BYTES = 4 * 1024;

  /** A text whose beginning holds a larger part of control characters is none. */
  private static final int CONTROLS_PERCENT_MAX = 10;

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private static final Pattern XML_IN_LATIN1 =
      Pattern.compile("<\\?xml[^>]{1,100}encoding=[\"']ISO-8859-1[\"']", Pattern.CASE_INSENSITIVE);

  private final Optional<Charset> otherwise;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer characters = CharBuffer.allocate(HEAD_BYTES);
  private final CsvScan rows = new CsvScan(CsvScan.COMMA);

  /** At most three bytes of a character that is not complete yet, then the new bytes. */
  private final ByteBuffer pending = ByteBuffer.allocate(HEAD_BYTES).flip();

  private final byte[] head = new byte[HEAD_BYTES];
  private int headLength;
  private boolean judged;
  private long bytesDecoded;
  private boolean malformed;

  /** Of a text that is encoded otherwise in this way, if that was said, where it is not UTF-8. */
  TextScan(Optional<Charset> otherwise) {
    this.otherwise = otherwise;
  }

  /**
   * Looks at the next bytes.
   *
   * @throws RedressException {@code FILE_NOT_TEXT} with the position of the first wrong byte
   */
  void accept(ByteBuffer bytes) {
    int headBytes = Math.min(HEAD_BYTES - headLength, bytes.remaining());
    bytes.duplicate().get(head, headLength, headBytes);
    headLength += headBytes;
    if (isZip()) {
      bytes.position(bytes.limit());
      return;
    }
    while (bytes.hasRemaining() && !malformed) {
      pending.compact();
      int count = Math.min(pending.remaining(), bytes.remaining());
      pending.put(bytes.slice(bytes.position(), count)).flip();
      bytes.position(bytes.position() + count);
      decode(false);
    }
    if (malformed && headLength >= TELLING_BYTES && !isEncodedOtherwise()) {
      throw notUtf8();
    }
    if (headLength == HEAD_BYTES) {
      judge();
    }
  }

  /**
   * Ends the look and gives what it told of the rows; of a file that is not UTF-8 it tells nothing.
   *
   * @throws RedressException {@code FILE_EMPTY}, {@code FILE_NOT_TEXT}
   */
  CsvScan finish() {
    if (isZip()) {
      return rows;
    }
    if (!malformed) {
      decode(true);
    }
    if (malformed && !isEncodedOtherwise()) {
      throw notUtf8();
    }
    judge();
    if (!malformed && rows.rows() == 0) {
      throw new RedressException(
          ErrorReason.FILE_EMPTY,
          "the file is empty: it must begin with a header, the names of the columns");
    }
    return rows;
  }

  /** Whether it is no text but a .zip archive, as a workbook is; of that nothing more is said. */
  boolean isZip() {
    return headLength >= ZIP.length && Arrays.equals(head, 0, ZIP.length, ZIP, 0, ZIP.length);
  }

  /** How the characters are encoded, after {@link #finish}. */
  Charset charset() {
    return malformed ? otherwise.orElse(StandardCharsets.ISO_8859_1) : StandardCharsets.UTF_8;
  }

  /**
   * Whether it was said how it is encoded, the header is that of a tool that writes ISO-8859-1
   * where it does not write UTF-8, or the text is XML that says so of itself.
   */
  private boolean isEncodedOtherwise() {
    String begin = new String(told(), StandardCharsets.ISO_8859_1);
    return otherwise.isPresent()
        || XML_IN_LATIN1.matcher(begin).lookingAt()
        || Separators.of(begin, row -> Formats.anyRecognises(row, FormatReader::writesLatin1))
            .isPresent();
  }

  private void decode(boolean atEnd) {
    CoderResult result;
    do {
      int before = pending.position();
      result = decoder.decode(pending, characters, atEnd);
      bytesDecoded += pending.position() - before;
      rows.accept(characters.flip());
      characters.clear();
      malformed = result.isError();
    } while (result.isOverflow());
  }

  /** Judges the beginning by what it looks like, once. */
  private void judge() {
    if (judged) {
      return;
    }
    judged = true;
    ForeignFile.advice(told())
        .ifPresent(
            advice -> {
              throw refusal(advice, 0);
            });
    int controls = 0;
    int first = -1;
    for (int i = 0; i < headLength; i++) {
      if (head[i] >= 0 && ControlCharacters.isControl((char) head[i])) {
        controls++;
        first = first < 0 ? i : first;
      }
    }
    if (controls * 100L > (long) headLength * CONTROLS_PERCENT_MAX) {
      throw refusal(
          "the file is not text: more than "
              + CONTROLS_PERCENT_MAX
              + " % of its beginning are control characters, the first at byte "
              + (first + 1)
              + "; export it as CSV in UTF-8",
          first);
    }
  }

  private RedressException notUtf8() {
    return refusal(
        ForeignFile.advice(told())
            .orElse(
                "the file is not UTF-8 text: byte "
                    + (bytesDecoded + 1)
                    + " does not belong to a character; save it as CSV in UTF-8"),
        bytesDecoded);
  }

  /** The beginning, as far as it tells what kind of file it is. */
  private byte[] told() {
    return Arrays.copyOf(head, Math.min(headLength, TELLING_BYTES));
  }

  private static RedressException refusal(String message, long position) {
    return new RedressException(
        ErrorReason.FILE_NOT_TEXT, message, Map.of("byte", Long.toString(position + 1)));
  }
}
