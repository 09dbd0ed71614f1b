package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * The entity TimeEntry of Autotask by the names of its fields, as CSV or JSON. People are told by
 * number.
 */
final class AutotaskEntryReader implements ForeignReader {
  @Override
  public String name() {
    return "autotask";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.TIME_ENTRIES;
  }

  @Override
  public List<String> marks() {
    return List.of("id", "ResourceID", "TicketID", "DateWorked", "HoursWorked");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(ENTRY_ID, "id"),
        Rule.text(REQUEST_ID, "TicketID"),
        Rule.text(TECHNICIAN, "ResourceID"),
        Rule.moment(STARTED_AT, "StartDateTime"),
        Rule.date(WORK_DATE, "DateWorked"),
        Rule.number(HOURS, "HoursWorked"),
        Rule.text(NOTES, "SummaryNotes"),
        new Rule(
            BILLABLE, List.of("NonBillable"), (values, _) -> billable(values.getFirst().strip())));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Own();
  }

  private static Reading<String> billable(String nonBillable) {
    return switch (Choices.yesNo(nonBillable)) {
      case Reading.Good<String>(String yes) -> Reading.of(yes.equals("true") ? "false" : "true");
      case Reading.Bad<String> bad -> bad;
    };
  }
}
