package dev.redress.matching;

/** One way to compare lines with requests. */
interface Comparison {
  /**
   * What the comparison is worth: log2(m/u) of the level that line and request reach, and zero
   * where either says nothing.
   */
  double bits(LineView line, int request);

  /** Whether the bits of a pair change while other lines are learned from and matched. */
  default boolean isChanging() {
    return false;
  }

  /** The same as {@link #bits}, with both values for people to read. */
  Signal signal(LineView line, int request);

  /** A value that is short enough for evidence. */
  static String shortened(String value) {
    String text = value.replaceAll("\\s+", " ").strip();
    return text.length() <= Signal.VALUE_LENGTH_MAX
        ? text
        : text.substring(0, Signal.VALUE_LENGTH_MAX - 3) + "...";
  }
}
