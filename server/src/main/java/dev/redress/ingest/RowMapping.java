package dev.redress.ingest;

/** Turns the rows of one file into canonical ones. */
@FunctionalInterface
interface RowMapping {

  /**
   * The row in the words of Redress.
   *
   * @param occurrences of this pass over the file, for rows that have no id of their own
   */
  CanonicalRow canonical(FileRow row, Occurrences occurrences);
}
