package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/** The grid Invoicing, Time of ConnectWise: the time that was entered, with the ticket's number. */
final class ConnectWiseTimeReader implements ForeignReader {
  @Override
  public String name() {
    return "connectwise";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.TIME_ENTRIES;
  }

  @Override
  public List<String> marks() {
    return List.of("Member", "Date", "Bill", "Hours", "Ticket #", "Time RecId");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(ENTRY_ID, "Time RecId"),
        Rule.issue(REQUEST_ID, "Ticket #"),
        Rule.text(TECHNICIAN, "Member"),
        Rule.date(WORK_DATE, "Date"),
        Rule.hours(HOURS, "Hours"),
        Rule.text(WORK_TYPE, "Work Type"),
        new Rule(BILLABLE, List.of("Bill"), (values, _) -> bill(values.getFirst().strip())));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Own();
  }

  private static Reading<String> bill(String text) {
    return switch (text) {
      case "B" -> Reading.of("true");
      case "NB", "NC" -> Reading.of("false");
      default -> Reading.badValue("must be B, NB (not billable) or NC (no charge)");
    };
  }
}
