package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * The detailed report of Toggl Track as CSV: times of day without a zone, and no id of the entry.
 */
final class TogglReader implements ForeignReader {
  @Override
  public String name() {
    return "toggl";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.TIME_ENTRIES;
  }

  @Override
  public List<String> marks() {
    return List.of(
        "User", "Client", "Project", "Description", "Start date", "Start time", "Duration");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(CUSTOMER_ID, "Client"),
        Rule.text(TECHNICIAN, "User", "Email"),
        Rule.moment(STARTED_AT, "Start date", "Start time"),
        Rule.hours(HOURS, "Duration"),
        Rule.text(NOTES, "Description"),
        Rule.yesNo(BILLABLE, "Billable"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Made(ENTRY_ID, List.of("User", "Email", "Start date", "Start time"));
  }
}
