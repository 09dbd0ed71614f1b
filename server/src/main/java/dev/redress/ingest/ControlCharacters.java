package dev.redress.ingest;

/**
 * Characters that are no text: all of Unicode's category Cc but tab, line feed and carriage return.
 * Real exports hold them, NUL too, and databases differ in what they take.
 */
final class ControlCharacters {
  /** What each becomes. */
  static final char REPLACEMENT = '\uFFFD';

  private ControlCharacters() {}

  /** Whether it is one. */
  static boolean isControl(char character) {
    return character < ' '
        ? character != '\t' && character != '\n' && character != '\r'
        : character >= 0x7F && character < 0xA0;
  }

  /** Replaces them where they stand and tells how many there were. */
  static int replace(char[] text, int from, int length) {
    int replaced = 0;
    for (int i = from; i < from + length; i++) {
      if (isControl(text[i])) {
        text[i] = REPLACEMENT;
        replaced++;
      }
    }
    return replaced;
  }
}
