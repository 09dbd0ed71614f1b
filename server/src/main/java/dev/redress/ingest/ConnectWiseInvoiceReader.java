package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.util.List;

/**
 * The grids Invoice Search, Time and Company Finance, Time of ConnectWise: what was billed of the
 * time. They tell no date of the invoice and no currency, and the first one no invoice.
 */
final class ConnectWiseInvoiceReader implements ForeignReader {
  @Override
  public String name() {
    return "connectwise";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.INVOICES;
  }

  @Override
  public List<String> marks() {
    return List.of("Resource", "Date", "Bill", "Inv Hrs", "Inv Amt", "Ticket #", "Time RecId");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(INVOICE_ID, "Invoice Nbr"),
        Rule.text(LINE_ID, "Time RecId"),
        Rule.text(TECHNICIAN, "Resource"),
        Rule.date(WORK_DATE, "Date"),
        Rule.number(HOURS, "Inv Hrs"),
        Rule.number(RATE, "Rate"),
        Rule.number(AMOUNT, "Inv Amt"),
        Rule.text(REFERENCE, "Ticket #"),
        Rule.text(WORK_TYPE, "Work Type"),
        Rule.joined(DESCRIPTION, "Work Type", "Work Role", "Agreement"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Own();
  }
}
