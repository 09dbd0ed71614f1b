package dev.redress.ubl;

/** Text that an XML document can hold. */
final class XmlText {
  private static final char REPLACEMENT = '\uFFFD';

  private XmlText() {}

  /**
   * A text as XML 1.0 can hold it: what that forbids (production 2, Char), and each control
   * character other than tab and line break, becomes U+FFFD, as in imports; white space around it
   * goes. So a text that is not blank never becomes empty. What must be escaped is escaped by who
   * writes it.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(letter -> isAllowed(letter) ? letter : REPLACEMENT)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  private static boolean isAllowed(int letter) {
    if (Character.isISOControl(letter)) {
      return letter == '\t' || letter == '\n' || letter == '\r';
    }
    boolean surrogate = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    return !surrogate && letter != 0xFFFE && letter != 0xFFFF;
  }
}
