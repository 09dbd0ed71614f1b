package dev.redress.page;

import java.util.List;

/**
 * What the page of a report shows, all of it written out.
 *
 * @param from whose it is
 * @param facts what the head says
 * @param notes what has to be known to read it
 */
public record ReportView(
    String title,
    String from,
    List<PageFact> facts,
    List<String> notes,
    List<ReportSection> sections) {

  public ReportView {
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
    sections = List.copyOf(sections);
  }
}
