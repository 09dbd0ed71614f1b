package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * The detailed time report of Harvest as CSV: days without times, and no id of the entry. All that
 * a row says of the work tells it from others.
 */
final class HarvestReader implements ForeignReader {
  @Override
  public String name() {
    return "harvest";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.TIME_ENTRIES;
  }

  @Override
  public List<String> marks() {
    return List.of(
        "Date", "Client", "Project", "Task", "Notes", "Hours", "First Name", "Last Name");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(CUSTOMER_ID, "Client"),
        Rule.joined(TECHNICIAN, "First Name", "Last Name"),
        Rule.date(WORK_DATE, "Date"),
        Rule.hours(HOURS, "Hours"),
        Rule.text(NOTES, "Notes"),
        Rule.text(WORK_TYPE, "Task"),
        Rule.yesNo(BILLABLE, "Billable?"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Made(
        ENTRY_ID, List.of("Date", "Client", "Project", "Task", "Notes", "First Name", "Last Name"));
  }
}
