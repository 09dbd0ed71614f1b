package dev.redress.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a table but those of which a caller says that they are none, such as totals. */
final class SkippedRows implements FileRows {
  private final FileRows rows;
  private final int columnCount;
  private final List<Sign> signs;
  private @Nullable FileRow next;

  /** A row with this value at this place is none. */
  private record Sign(int place, String value) {
    boolean marks(FileRow row) {
      return row.fields().get(place).strip().equalsIgnoreCase(value);
    }
  }

  private SkippedRows(FileRows rows, int columnCount, List<Sign> signs) {
    this.rows = rows;
    this.columnCount = columnCount;
    this.signs = signs;
    advance();
  }

  /** The table without such rows, after one look at all of them. */
  static Table without(Table table, List<ColumnMapping.SkippedRow> skipped) {
    List<Sign> signs = new ArrayList<>();
    for (ColumnMapping.SkippedRow row : skipped) {
      for (int place = 0; place < table.header().size(); place++) {
        if (table.header().get(place).strip().equalsIgnoreCase(row.column().strip())) {
          signs.add(new Sign(place, row.value().strip()));
        }
      }
    }
    if (signs.isEmpty()) {
      return table;
    }
    long count = 0;
    int columns = table.header().size();
    try (FileRows rows = new SkippedRows(table.rows(), columns, signs)) {
      for (; rows.hasNext(); rows.next()) {
        count++;
      }
    }
    return new Table(table.header(), count, () -> new SkippedRows(table.rows(), columns, signs));
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public FileRow next() {
    FileRow row = next;
    if (row == null) {
      throw new NoSuchElementException();
    }
    advance();
    return row;
  }

  @Override
  public void close() {
    rows.close();
  }

  private void advance() {
    next = null;
    while (rows.hasNext() && next == null) {
      FileRow row = rows.next();
      // A row of another width is wrong and not skipped: where its values belong is not known.
      boolean isSkipped =
          row.fieldCount() == columnCount && signs.stream().anyMatch(sign -> sign.marks(row));
      next = isSkipped ? null : row;
    }
  }
}
