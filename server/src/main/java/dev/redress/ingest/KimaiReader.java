package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/** The export of Kimai as CSV in English: times of day without a zone, and no id of the entry. */
final class KimaiReader implements ForeignReader {
  @Override
  public String name() {
    return "kimai";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.TIME_ENTRIES;
  }

  @Override
  public List<String> marks() {
    return List.of(
        "Date", "From", "To", "Duration", "User", "Customer", "Project", "Activity", "Description");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(CUSTOMER_ID, "Customer"),
        Rule.text(TECHNICIAN, "User", "Name"),
        Rule.moment(STARTED_AT, "Date", "From"),
        Rule.hours(HOURS, "Duration"),
        Rule.text(NOTES, "Description"),
        Rule.text(WORK_TYPE, "Activity"),
        Rule.yesNo(BILLABLE, "Billable"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Made(ENTRY_ID, List.of("User", "Date", "From", "Customer", "Project"));
  }
}
