package dev.redress.cli.reconciliation;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.output.Output;
import dev.redress.v1.Coverage;
import java.util.List;

/** How much of what was billed has which answer, as a table. */
public final class CoverageTable {
  private static final int CUSTOMERS_NAMED_MAX = 10;

  private CoverageTable() {}

  /** Writes a row for each answer and currency, and the customers that could not be audited. */
  public static void print(Output output, Coverage coverage) {
    output.table(coverage.getSharesList(), columns(coverage), "");
    List<String> customers =
        coverage.getInconclusiveCustomersList().stream().map(ResourceName::lastId).toList();
    if (!customers.isEmpty()) {
      int unnamed = customers.size() - CUSTOMERS_NAMED_MAX;
      output.line(
          "Not audited, no request of theirs is in reach: "
              + String.join(", ", customers.stream().limit(CUSTOMERS_NAMED_MAX).toList())
              + (unnamed > 0 ? " and " + unnamed + " more" : ""));
    }
  }

  /** The columns of the shares of a whole. */
  static List<Column<Coverage.Share>> columns(Coverage coverage) {
    return List.of(
        new Column.State<>("verdict", Coverage.Share::getVerdict),
        new Column.Numeric<>("lines", share -> Long.toString(share.getLines())),
        new Column.Numeric<>(
            "share_%", share -> Numbers.percent(share.getLines(), coverage.getLinesTotal())),
        new Column.Numeric<>("hours", share -> Numbers.hours(share.getHours())),
        new Column.Amount<>("amount", Coverage.Share::getAmount));
  }
}
