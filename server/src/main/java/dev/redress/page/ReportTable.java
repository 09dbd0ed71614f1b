package dev.redress.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of a report: the first column says what a row is about, all others are numbers.
 *
 * @param columns their headings
 * @param rows with a cell for each column
 * @param total the same; empty where nothing can be added up
 */
public record ReportTable(
    String title, List<String> columns, List<List<String>> rows, List<String> total) {

  public ReportTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    total = List.copyOf(total);
    for (List<String> row : withTotal(rows, total)) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("a row has other columns than its table");
      }
    }
  }

  private static List<List<String>> withTotal(List<List<String>> rows, List<String> total) {
    List<List<String>> all = new ArrayList<>(rows);
    if (!total.isEmpty()) {
      all.add(total);
    }
    return all;
  }
}
