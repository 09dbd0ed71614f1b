package dev.redress.ingest;

/** Turns rows of one kind of file into what they say. */
interface KindRows<T> {

  /** The record that a row describes, or everything that is wrong with the row. */
  CheckedRow<T> check(CanonicalRow row);
}
