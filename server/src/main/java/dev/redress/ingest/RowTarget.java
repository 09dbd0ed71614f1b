package dev.redress.ingest;

import dev.redress.identity.CustomerName;
import java.util.List;

/** Where the rows of one kind are stored; serves one pass over one file. */
interface RowTarget<T> {

  /** What a thing is called in the journal, such as {@code request}. */
  String noun();

  /** The column with the source's id. */
  Column idColumn();

  /** The source's id, as the row has it. */
  String id(T row);

  /** What tells a row from all others of the provider. */
  String key(T row);

  /** Whose it is. */
  CustomerName customer(T row);

  /** The resource name. */
  String resource(T row);

  /** Changes when the row says something else. */
  String contentHash(T row);

  /** Reads what is needed to decide on these rows, at most 1,000. */
  Batch<T> load(List<T> rows);

  /** Rows that are decided on and stored together. */
  interface Batch<T> {

    /** The content hash of what is stored under the row's key; empty when there is nothing. */
    String storedHash(T row);

    /** What stands against storing a row that no other row of the file contradicts. */
    default List<ImportProblem> objections(CheckedRow.Accepted<T> row) {
      return List.of();
    }

    /**
     * Takes note that a row stands.
     *
     * @return whether it changes something stored beside its own record
     */
    default boolean accept(CheckedRow.Accepted<T> row) {
      return false;
    }

    /** Stores the rows that are new and those that changed. */
    void save(List<T> created, List<T> updated);

    /** What {@link #save} changed beside the rows' own records. */
    default List<Change> sideChanges() {
      return List.of();
    }
  }

  /**
   * A stored thing whose content changed.
   *
   * @param action for the journal, such as {@code invoice.updated}
   * @param resource its name
   */
  record Change(String action, String resource, String hashBefore, String hashAfter) {}
}
