package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * The detailed report of Clockify as CSV: dates in the order of its workspace, times of day without
 * a zone, and no id of the entry. Older exports lack some columns.
 */
final class ClockifyReader implements ForeignReader {
  @Override
  public String name() {
    return "clockify";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.TIME_ENTRIES;
  }

  @Override
  public List<String> marks() {
    return List.of("Project", "Description", "User", "Start Date", "Start Time", "Duration (h)");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(CUSTOMER_ID, "Client"),
        Rule.text(TECHNICIAN, "User", "Email"),
        Rule.moment(STARTED_AT, "Start Date", "Start Time"),
        Rule.hours(HOURS, "Duration (h)"),
        Rule.text(NOTES, "Description"),
        Rule.yesNo(BILLABLE, "Billable"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Made(ENTRY_ID, List.of("User", "Email", "Start Date", "Start Time"));
  }
}
