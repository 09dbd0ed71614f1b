package dev.redress.ingest;

import java.util.List;

/** What checking a row led to. */
sealed interface CheckedRow<T> {

  /** Where the row begins in the file, from 1. */
  long line();

  /** A row that says something. */
  record Accepted<T>(long line, T value) implements CheckedRow<T> {}

  /** A row that is wrong, and why, at least once. */
  record Refused<T>(long line, List<ImportProblem> problems) implements CheckedRow<T> {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
