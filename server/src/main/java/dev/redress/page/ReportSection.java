package dev.redress.page;

import java.util.List;

/**
 * A part of a report, such as that of one currency.
 *
 * @param notes what has to be known to read it
 */
public record ReportSection(
    String title, List<String> notes, List<ReportChart> charts, List<ReportTable> tables) {

  public ReportSection {
    notes = List.copyOf(notes);
    charts = List.copyOf(charts);
    tables = List.copyOf(tables);
  }
}
