package dev.redress.cli.output;

/** Text as a terminal shows it: no control characters, and a width in columns. */
public final class DisplayText {
  private static final String ELLIPSIS = "\u2026";

  private DisplayText() {}

  /**
   * Text on one line that cannot command the terminal: white space becomes a space, other control
   * characters and changes of the writing direction become U+FFFD.
   */
  public static String oneLine(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (shown(text.charAt(i)) != text.charAt(i)) {
        StringBuilder clean = new StringBuilder(length);
        text.chars().forEach(letter -> clean.append(shown((char) letter)));
        return clean.toString().strip();
      }
    }
    return text;
  }

  private static char shown(char letter) {
    if (letter == '\n' || letter == '\r' || letter == '\t' || letter == '\u2028') {
      return ' ';
    }
    boolean directs =
        (letter >= '\u202A' && letter <= '\u202E') || (letter >= '\u2066' && letter <= '\u2069');
    return Character.isISOControl(letter) || directs ? '\uFFFD' : letter;
  }

  /** The columns that a text takes: two for wide East Asian characters, none for marks. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += width(text.codePointAt(i));
    }
    return width;
  }

  private static int width(int character) {
    if (character < 0x300) {
      return 1;
    }
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    // The wide blocks of Unicode Standard Annex 11, from Hangul Jamo to the pictographs.
    boolean wide =
        (character >= 0x1100 && character <= 0x115F)
            || (character >= 0x2E80 && character <= 0xA4CF)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xF900 && character <= 0xFAFF)
            || (character >= 0xFE30 && character <= 0xFE6F)
            || (character >= 0xFF00 && character <= 0xFF60)
            || (character >= 0x1F300 && character <= 0x1FAFF)
            || (character >= 0x20000 && character <= 0x3FFFD);
    return wide ? 2 : 1;
  }

  /** A text of at most so many columns; what is cut shows as an ellipsis. */
  static String cut(String text, int columnsMax) {
    if (width(text) <= columnsMax) {
      return text;
    }
    StringBuilder head = new StringBuilder();
    int used = 1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      used += width(text.codePointAt(i));
      if (used > columnsMax) {
        break;
      }
      head.appendCodePoint(text.codePointAt(i));
    }
    return head + ELLIPSIS;
  }
}
