package dev.redress.cli.output;

/**
 * Writes a list row by row, so that a list of any length passes through.
 *
 * @param <T> what a row is made of
 */
interface RowWriter<T> {
  /** Writes a row, at once or with the next ones. */
  void row(T item);

  /** Writes what is left. */
  void end();
}
