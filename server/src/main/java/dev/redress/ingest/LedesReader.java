package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * LEDES 1998B: several invoices a file, numbers with a point, dates as year, month and day without
 * marks, and no currency. The first date of an invoice number holds for all its lines. Only fees
 * are labor; expenses and adjustments of an invoice are refused row by row.
 */
final class LedesReader implements ForeignReader {
  private static final String KIND_OF_LINE = "EXP/FEE/INV_ADJ_TYPE";
  private static final String LINE = "LINE_ITEM_NUMBER";

  @Override
  public String name() {
    return "ledes1998b";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.INVOICES;
  }

  @Override
  public List<String> marks() {
    return List.of(
        "INVOICE_DATE",
        "INVOICE_NUMBER",
        "CLIENT_ID",
        LINE,
        KIND_OF_LINE,
        "LINE_ITEM_NUMBER_OF_UNITS",
        "LINE_ITEM_TOTAL",
        "LINE_ITEM_DATE",
        "LINE_ITEM_DESCRIPTION");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(INVOICE_ID, "INVOICE_NUMBER"),
        Rule.text(CUSTOMER_ID, "CLIENT_ID"),
        Rule.date(INVOICE_DATE, "INVOICE_DATE"),
        Rule.text(LINE_ID, LINE),
        // With the line's number, so that a line without a type is refused too.
        new Rule(TYPE, List.of(KIND_OF_LINE, LINE), (values, _) -> labor(values.getFirst())),
        Rule.date(WORK_DATE, "LINE_ITEM_DATE"),
        Rule.text(TECHNICIAN, "TIMEKEEPER_NAME", "TIMEKEEPER_ID"),
        Rule.text(HOURS, "LINE_ITEM_NUMBER_OF_UNITS"),
        Rule.text(RATE, "LINE_ITEM_UNIT_COST"),
        Rule.text(AMOUNT, "LINE_ITEM_TOTAL"),
        Rule.text(DESCRIPTION, "LINE_ITEM_DESCRIPTION"),
        Rule.text(WORK_TYPE, "LINE_ITEM_ACTIVITY_CODE"),
        Rule.date(PERIOD_START, "BILLING_START_DATE"),
        Rule.date(PERIOD_END, "BILLING_END_DATE"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Own();
  }

  @Override
  public boolean firstInvoiceDateHolds() {
    return true;
  }

  private static Reading<String> labor(String type) {
    return switch (type.strip()) {
      case "F" -> Reading.of("F");
      case "E" -> Reading.badValue("is E, an expense; Redress answers for fees (F) only");
      case "IF", "IE" ->
          Reading.badValue(
              "is an adjustment of the whole invoice; Redress answers for fees (F) only");
      default -> Reading.badValue("must be F, E, IF or IE");
    };
  }
}
