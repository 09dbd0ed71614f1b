package dev.redress.matching;

/** One way to compare lines with requests. */
interface Comparison {
  /**
   * What the comparison is worth: log2(m/u) of the level that line and request reach, and zero
   * where either says nothing.
   */
  double bits(LineView line, int request);

  /** Adds the bits of candidates to a sum of each. */
  default void addBits(Candidates candidates, double[] sums) {
    for (int candidate = 0; candidate < sums.length; candidate++) {
      sums[candidate] += bits(candidates.line(), candidates.request(candidate));
    }
  }

  /** The same as {@link #bits}, with both values for people to read. */
  Signal signal(LineView line, int request);

  /** A value that is short enough for evidence, on one line. */
  static String shortened(String value) {
    String text = onOneLine(value);
    return text.length() <= Signal.VALUE_LENGTH_MAX
        ? text
        : text.substring(0, Signal.VALUE_LENGTH_MAX - 3) + "...";
  }

  /** A text with each run of white space as one blank. */
  static String onOneLine(String text) {
    boolean afterBlank = true;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      boolean isBlank = Character.isWhitespace(character);
      if (isBlank && (afterBlank || character != ' ')) {
        return text.replaceAll("\\s+", " ").strip();
      }
      afterBlank = isBlank;
    }
    return afterBlank ? text.strip() : text;
  }
}
