package dev.redress.brief;

/** Text that anybody wrote, made fit for a page and a terminal. */
final class PlainText {
  private static final String MARK = " [...]";
  private static final char UNKNOWN = '\uFFFD';

  private PlainText() {}

  /**
   * The text on one line: white space becomes a space, other control characters and changes of the
   * writing direction, by which a text could command a terminal or show as another, U+FFFD.
   */
  static String oneLine(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.chars().forEach(letter -> clean.append(shown((char) letter)));
    return clean.toString().strip();
  }

  /** The text on one line, at most so many characters of it; what is cut shows as a mark. */
  static String cut(String text, int lengthMax) {
    String line = oneLine(text);
    if (line.length() <= lengthMax) {
      return line;
    }
    int end = lengthMax - MARK.length();
    boolean splits = Character.isHighSurrogate(line.charAt(end - 1));
    return line.substring(0, splits ? end - 1 : end).strip() + MARK;
  }

  private static char shown(char letter) {
    if (Character.isWhitespace(letter)) {
      return ' ';
    }
    boolean directs =
        letter == '\u200E'
            || letter == '\u200F'
            || (letter >= '\u202A' && letter <= '\u202E')
            || (letter >= '\u2066' && letter <= '\u2069');
    return Character.isISOControl(letter) || directs ? UNKNOWN : letter;
  }
}
