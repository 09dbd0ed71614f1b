package dev.redress.ingest;

/** What stands before the decimals of a number; the other one groups the thousands. */
public enum DecimalMark {
  /** As in {@code 2,000.5}. */
  POINT('.', ','),
  /** As in {@code 2.000,5}. */
  COMMA(',', '.');

  private final char mark;
  private final char grouping;

  DecimalMark(char mark, char grouping) {
    this.mark = mark;
    this.grouping = grouping;
  }

  /** The character before the decimals. */
  char mark() {
    return mark;
  }

  /** The character between thousands. */
  char grouping() {
    return grouping;
  }
}
