package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/**
 * Sales invoices of Xero as CSV: one line a row, without a number of its own, a day of work, a unit
 * or an amount. Every row is taken for labor in hours; its amount is quantity times price less the
 * discount in percent, rounded half up.
 */
final class XeroReader implements ForeignReader {
  private static final String CONTACT = "*ContactName";
  private static final String INVOICE = "*InvoiceNumber";
  private static final String DATE = "*InvoiceDate";
  private static final String QUANTITY = "*Quantity";
  private static final String PRICE = "*UnitAmount";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public String name() {
    return "xero";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.INVOICES;
  }

  @Override
  public List<String> marks() {
    return List.of(CONTACT, INVOICE, DATE, "*Description", QUANTITY, PRICE, "*AccountCode");
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.text(CUSTOMER_ID, CONTACT),
        Rule.text(INVOICE_ID, INVOICE),
        Rule.date(INVOICE_DATE, DATE),
        new Rule(WORK_DATE, List.of(DATE), XeroReader::workDate),
        Rule.number(HOURS, QUANTITY),
        Rule.number(RATE, PRICE),
        new Rule(AMOUNT, List.of("Discount", QUANTITY, PRICE, "Currency"), XeroReader::amount),
        Rule.text(CURRENCY, "Currency"),
        Rule.text(DESCRIPTION, "*Description"),
        Rule.text(REFERENCE, "Reference"),
        Rule.text(WORK_TYPE, "InventoryItemCode"));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Numbered(LINE_ID, List.of(CONTACT, INVOICE));
  }

  private static Reading<String> workDate(List<String> values, Conventions conventions) {
    String date = values.getFirst().strip();
    return conventions.workDay("") == WorkDay.INVOICE_DATE
        ? LocalTimes.date(date, conventions)
        : Reading.badDate(
            "is all that tells a day, there is no period: use --work-date" + " invoice-date");
  }

  private static Reading<String> amount(List<String> values, Conventions conventions) {
    Reading<String> quantity = LocalNumbers.number(values.get(1).strip(), conventions);
    Reading<String> price = LocalNumbers.number(values.get(2).strip(), conventions);
    String discountText = values.getFirst().strip();
    Reading<String> discount =
        discountText.isEmpty() ? Reading.of("0") : LocalNumbers.number(discountText, conventions);
    String code = values.get(3).isBlank() ? conventions.currency() : values.get(3).strip();
    if (!(quantity instanceof Reading.Good<String>(String hours))
        || !(price instanceof Reading.Good<String>(String each))
        || !(Choices.currency(code) instanceof Reading.Good<Currency>(Currency currency))) {
      // What is wrong is said of the columns themselves.
      return Reading.of("0");
    }
    if (!(discount instanceof Reading.Good<String>(String percent))
        || new BigDecimal(percent).compareTo(HUNDRED) > 0) {
      return Reading.badNumber("must be a percentage such as 10");
    }
    return Reading.of(
        new BigDecimal(hours)
            .multiply(new BigDecimal(each))
            .multiply(HUNDRED.subtract(new BigDecimal(percent)))
            .divide(HUNDRED, currency.getDefaultFractionDigits(), RoundingMode.HALF_UP)
            .toPlainString());
  }
}
