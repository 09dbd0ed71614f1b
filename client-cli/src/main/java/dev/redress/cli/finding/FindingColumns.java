package dev.redress.cli.finding;

import dev.redress.cli.output.Column;
import dev.redress.v1.Finding;
import java.util.List;

/** What is shown of a finding. */
public final class FindingColumns {
  private static final Column<Finding> LINE = new Column.Name<>("line", Finding::getLine);
  private static final Column<Finding> CODE = new Column.State<>("code", Finding::getCode);
  private static final Column<Finding> MODE = new Column.State<>("mode", Finding::getMode);
  private static final Column<Finding> AT_STAKE =
      new Column.Amount<>("at_stake", Finding::getAtStake);
  private static final Column<Finding> BILLED = new Column.Text<>("billed", Finding::getBilled);
  private static final Column<Finding> EXPECTED =
      new Column.Text<>("expected", Finding::getExpected);
  private static final Column<Finding> RULE = new Column.Text<>("rule", Finding::getRule);
  private static final Column<Finding> RELATED = new Column.Name<>("related", Finding::getRelated);
  private static final Column<Finding> DISMISSED =
      new Column.Text<>("dismissed", it -> it.getDismissal().getReason());

  private static final List<Column<Finding>> ALL =
      List.of(LINE, CODE, MODE, AT_STAKE, BILLED, EXPECTED, RULE, RELATED, DISMISSED);
  private static final List<Column<Finding>> OF_DRAFTS =
      List.of(LINE, CODE, AT_STAKE, BILLED, EXPECTED, RULE, RELATED);

  private FindingColumns() {}

  /** The columns of lists and of a single finding. */
  public static List<Column<Finding>> columns() {
    return ALL;
  }

  /** Those of a finding that is not stored, from which nothing follows yet. */
  public static List<Column<Finding>> ofDrafts() {
    return OF_DRAFTS;
  }
}
