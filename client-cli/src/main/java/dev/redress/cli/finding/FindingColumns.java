package dev.redress.cli.finding;

import dev.redress.cli.output.Column;
import dev.redress.v1.Finding;
import java.util.List;

/** What is shown of a finding. */
public final class FindingColumns {
  private static final List<Column<Finding>> COLUMNS =
      List.of(
          new Column.Name<>("line", Finding::getLine),
          new Column.State<>("code", Finding::getCode),
          new Column.State<>("mode", Finding::getMode),
          new Column.Amount<>("at_stake", Finding::getAtStake),
          new Column.Text<>("billed", Finding::getBilled),
          new Column.Text<>("expected", Finding::getExpected),
          new Column.Text<>("rule", Finding::getRule),
          new Column.Name<>("related", Finding::getRelated),
          new Column.Text<>("dismissed", it -> it.getDismissal().getReason()));

  private FindingColumns() {}

  /** The columns of lists and of a single finding. */
  public static List<Column<Finding>> columns() {
    return COLUMNS;
  }
}
