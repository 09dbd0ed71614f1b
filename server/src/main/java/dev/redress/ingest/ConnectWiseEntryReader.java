package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/** The time entries of ConnectWise as its REST API gives them, JSON. */
final class ConnectWiseEntryReader implements ForeignReader {
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
    return List.of("id", "chargeToId", "chargeToType", "timeStart", "actualHours");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(ENTRY_ID, "id"),
        new Rule(
            REQUEST_ID,
            List.of("chargeToId", "chargeToType"),
            (values, _) -> ticket(values.getFirst().strip(), values.getLast().strip())),
        Rule.text(CUSTOMER_ID, "company.identifier"),
        Rule.text(TECHNICIAN, "member.name", "member.identifier"),
        Rule.moment(STARTED_AT, "timeStart"),
        Rule.number(HOURS, "actualHours"),
        Rule.text(NOTES, "notes"),
        Rule.text(WORK_TYPE, "workType.name"),
        new Rule(
            BILLABLE,
            List.of("billableOption"),
            (values, _) -> billable(values.getFirst().strip())));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Own();
  }

  /** The ticket that was charged; other things that can be are no requests. */
  private static Reading<String> ticket(String id, String type) {
    return switch (type) {
      case "ServiceTicket", "ProjectTicket" -> Reading.of(id);
      case "ChargeCode", "Activity" -> Reading.of("");
      default ->
          Reading.badValue(
              "must be charged to a ServiceTicket, ProjectTicket, ChargeCode or Activity");
    };
  }

  private static Reading<String> billable(String option) {
    return switch (option) {
      case "Billable" -> Reading.of("true");
      case "DoNotBill", "NoCharge" -> Reading.of("false");
      case "NoDefault" -> Reading.of("");
      default -> Reading.badValue("must be Billable, DoNotBill, NoCharge or NoDefault");
    };
  }
}
