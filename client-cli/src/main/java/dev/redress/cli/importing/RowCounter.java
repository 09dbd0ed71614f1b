package dev.redress.cli.importing;

/**
 * Counts the data rows of a CSV file (RFC 4180) as its bytes pass by: the line ends outside quotes,
 * less the header.
 */
final class RowCounter {
  private long lineEnds;
  private boolean quoted;
  private byte last = '\n';

  /** Takes the next bytes. */
  void add(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      byte value = bytes[i];
      if (value == '"') {
        quoted = !quoted;
      } else if (value == '\n' && !quoted) {
        lineEnds++;
      }
      last = value;
    }
  }

  /** The rows so far; the last one may lack its line end. */
  long rows() {
    return Math.max(0, lineEnds + (last == '\n' ? 0 : 1) - 1);
  }
}
