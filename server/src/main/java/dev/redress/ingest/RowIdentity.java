package dev.redress.ingest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * The file has none: the id is made of what a row says. Rows that say the same are told apart by
   * the order in which they stand.
   */
  record Made(Column column, Told from) implements RowIdentity {
    /** Of columns of the file. */
    Made(Column column, List<String> from) {
      this(column, new OfFile(from));
    }

    @Override
    public Optional<Column> made() {
      return Optional.of(column);
    }
  }

  /** The file has none: rows are numbered from 1, anew for whatever is told. */
  record Numbered(Column column, Told from) implements RowIdentity {
    /** Of columns of the file. */
    Numbered(Column column, List<String> from) {
      this(column, new OfFile(from));
    }

    @Override
    public Optional<Column> made() {
      return Optional.of(column);
    }
  }

  /** What a row says of itself. */
  sealed interface Told {}

  /** By columns of the file, as they stand there. */
  record OfFile(List<String> columns) implements Told {
    public OfFile {
      columns = List.copyOf(columns);
    }
  }

  /**
   * By columns of Redress, as they are read, wherever they come from: the same day and the same
   * person are the same however a file writes them.
   */
  record OfRedress(Set<Column> columns) implements Told {
    public OfRedress {
      columns = Set.copyOf(columns);
    }
  }
}
