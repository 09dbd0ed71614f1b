package dev.redress.cli.promise;

import dev.redress.cli.output.Column;
import dev.redress.v1.Promise;
import java.util.List;

/** What is shown of a promise. */
final class PromiseColumns {
  private static final List<Column<Promise>> COLUMNS =
      List.of(
          new Column.Name<>("promise", Promise::getName),
          new Column.State<>("state", Promise::getState),
          new Column.Numeric<>("overdue", it -> it.getOverdue() ? "YES" : ""),
          new Column.Moment<>("due", Promise::getDueTime),
          new Column.Name<>("customer", Promise::getCustomer),
          new Column.Text<>("owner", Promise::getOwner),
          new Column.Text<>("promised", Promise::getText),
          new Column.Name<>("dispute", Promise::getDispute));

  private PromiseColumns() {}

  /** The columns of lists and of a single promise. */
  static List<Column<Promise>> all() {
    return COLUMNS;
  }
}
