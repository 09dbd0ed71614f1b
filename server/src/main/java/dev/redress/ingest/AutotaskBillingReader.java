package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * The entity BillingItem of Autotask by the names of its fields, as CSV or JSON. What bills a time
 * entry is labor; all else is refused row by row. It tells no date of the invoice and no currency.
 */
final class AutotaskBillingReader implements ForeignReader {
  @Override
  public String name() {
    return "autotask";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.INVOICES;
  }

  @Override
  public List<String> marks() {
    return List.of(
        "id", "InvoiceID", "AccountID", "ItemDate", "TimeEntryID", "Quantity", "ExtendedPrice");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(INVOICE_ID, "InvoiceID"),
        Rule.text(CUSTOMER_ID, "AccountID"),
        Rule.text(LINE_ID, "id"),
        // With the item's number, so that an item without a time entry is refused.
        new Rule(TYPE, List.of("TimeEntryID", "id"), (values, _) -> labor(values.getFirst())),
        Rule.date(WORK_DATE, "ItemDate"),
        Rule.number(HOURS, "Quantity"),
        Rule.number(RATE, "Rate"),
        Rule.number(AMOUNT, "ExtendedPrice"),
        Rule.joined(DESCRIPTION, "ItemName", "Description"),
        Rule.text(REFERENCE, "TicketID"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Own();
  }

  private static Reading<String> labor(String timeEntry) {
    return timeEntry.isBlank()
        ? Reading.badValue("is empty; Redress answers for billed time entries only")
        : Reading.of(timeEntry.strip());
  }
}
