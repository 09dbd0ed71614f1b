package dev.redress.ingest;

import java.util.List;
import java.util.Optional;

/** How rows are known again when the same file, or a later one, is imported. */
sealed interface RowIdentity {

  /** The column of Redress that gets an id which the file does not have, if there is one. */
  Optional<Column> made();

  /** The file has a column with the id, of which a rule says where. */
  record Own() implements RowIdentity {
    @Override
    public Optional<Column> made() {
      return Optional.empty();
    }
  }

  /**
   * The file has none: the id is made of what these columns say. Rows that say the same are told
   * apart by the order in which they stand.
   */
  record Made(Column column, List<String> from) implements RowIdentity {
    public Made {
      from = List.copyOf(from);
    }

    @Override
    public Optional<Column> made() {
      return Optional.of(column);
    }
  }

  /** The file has none: rows are numbered from 1, anew for whatever these columns say. */
  record Numbered(Column column, List<String> from) implements RowIdentity {
    public Numbered {
      from = List.copyOf(from);
    }

    @Override
    public Optional<Column> made() {
      return Optional.of(column);
    }
  }
}
