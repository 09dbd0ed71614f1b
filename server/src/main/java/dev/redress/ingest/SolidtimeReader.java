package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/** The export of solidtime as CSV: no id of the entry. */
final class SolidtimeReader implements ForeignReader {
  @Override
  public String name() {
    return "solidtime";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.TIME_ENTRIES;
  }

  @Override
  public List<String> marks() {
    return List.of("Description", "Project", "Client", "User", "Start", "End", "Duration");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(CUSTOMER_ID, "Client"),
        Rule.text(TECHNICIAN, "User"),
        Rule.moment(STARTED_AT, "Start"),
        Rule.hours(HOURS, "Duration"),
        Rule.text(NOTES, "Description"),
        Rule.yesNo(BILLABLE, "Billable"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Made(ENTRY_ID, List.of("User", "Start"));
  }
}
