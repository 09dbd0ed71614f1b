package dev.redress.ingest;

/** What a value in a file reads as. */
sealed interface Reading<T> {

  /** The value. */
  record Good<T>(T value) implements Reading<T> {}

  /**
   * No value.
   *
   * @param message what is wrong and what to do, to follow the name of the column
   */
  record Bad<T>(ImportProblem.Code code, String message) implements Reading<T> {}

  /** A value. */
  static <T> Reading<T> of(T value) {
    return new Good<>(value);
  }

  /** A number that is none. */
  static <T> Reading<T> badNumber(String message) {
    return new Bad<>(ImportProblem.Code.INVALID_NUMBER, message);
  }

  /** A date or moment that is none. */
  static <T> Reading<T> badDate(String message) {
    return new Bad<>(ImportProblem.Code.INVALID_DATE, message);
  }

  /** A value that is none of those allowed. */
  static <T> Reading<T> badValue(String message) {
    return new Bad<>(ImportProblem.Code.INVALID_VALUE, message);
  }
}
