package dev.redress.ingest;

/** Makes problems whose texts keep within the limits of {@link ImportProblem}. */
final class ImportProblems {
  private static final int VALUE_MAX = 200;
  private static final int MESSAGE_MAX = 1_000;

  private ImportProblems() {}

  /** A problem with the value of a column; the message follows the column's name. */
  static ImportProblem of(
      long line, ImportProblem.Code code, Column column, String value, String message) {
    return of(line, code, column.header(), value, column.header() + " " + message);
  }

  /** A problem with at most 200 characters of a value. */
  static ImportProblem of(
      long line, ImportProblem.Code code, String column, String value, String message) {
    return new ImportProblem(
        line, column, head(value, VALUE_MAX), head(message, MESSAGE_MAX), code);
  }

  /** At most so many characters from the beginning of a text, none of them half. */
  static String head(String text, int lengthMax) {
    if (text.length() <= lengthMax) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(lengthMax - 1));
    return text.substring(0, splits ? lengthMax - 1 : lengthMax);
  }
}
