package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * An invoice in UBL 2.1 (EN 16931, Peppol BIS Billing 3). Lines in hours or minutes are labor; all
 * others are refused row by row, and so are days, since no invoice tells how long they are. The day
 * of the work is the line's period where it is one day; else the caller says what stands for it.
 */
final class UblReader implements ForeignReader {
  private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);
  private static final int DECIMALS = 4;

  @Override
  public String name() {
    return "ubl";
  }

  @Override
  public ImportKind kind() {
    return ImportKind.INVOICES;
  }

  @Override
  public List<String> marks() {
    return columns(UblField.INVOICE_ID, UblField.INVOICE_DATE, UblField.CURRENCY, UblField.LINE_ID);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        text(INVOICE_ID, UblField.INVOICE_ID),
        text(CUSTOMER_ID, UblField.BUYER),
        text(INVOICE_DATE, UblField.INVOICE_DATE),
        text(CURRENCY, UblField.CURRENCY),
        text(PERIOD_START, UblField.PERIOD_START),
        text(PERIOD_END, UblField.PERIOD_END),
        text(LINE_ID, UblField.LINE_ID),
        // With the line's number, so that a line without a unit is refused too.
        rule(TYPE, (values, _) -> labor(values.getFirst()), UblField.UNIT, UblField.LINE_ID),
        rule(HOURS, (values, _) -> hours(values), UblField.QUANTITY, UblField.UNIT),
        rule(
            RATE,
            (values, _) -> rate(values),
            UblField.PRICE,
            UblField.BASE,
            UblField.UNIT,
            UblField.BASE_UNIT),
        rule(
            AMOUNT,
            (values, _) -> amount(values),
            UblField.AMOUNT,
            UblField.AMOUNT_CURRENCY,
            UblField.CURRENCY),
        rule(
            WORK_DATE,
            UblReader::workDate,
            UblField.LINE_START,
            UblField.LINE_END,
            UblField.PERIOD_END,
            UblField.INVOICE_DATE,
            UblField.LINE_ID),
        Rule.joined(DESCRIPTION, UblField.ITEM.column(), UblField.ITEM_DESCRIPTION.column()),
        text(REFERENCE, UblField.LINE_OBJECT));
  }

  @Override
  public RowIdentity identity() {
    return new RowIdentity.Own();
  }

  private static Reading<String> labor(String unit) {
    return switch (unit.strip()) {
      case "HUR", "LH", "MIN" -> Reading.of(unit.strip());
      case "DAY" ->
          Reading.badValue(
              "is DAY, and the invoice does not tell how many hours a day has: ask for hours"
                  + " (HUR)");
      case "" -> Reading.badValue("must be HUR, LH or MIN for labor");
      default -> Reading.badValue("is no time; Redress answers for labor (HUR, LH, MIN) only");
    };
  }

  private static Reading<String> hours(List<String> values) {
    String quantity = values.getFirst().strip();
    if (!values.get(1).strip().equals("MIN") || !isNumber(quantity)) {
      return Reading.of(quantity);
    }
    return Reading.of(LocalNumbers.minutesAsHours(new BigDecimal(quantity)));
  }

  /** The price of an hour: that of the base quantity, which is 1 where nothing is said. */
  private static Reading<String> rate(List<String> values) {
    String price = values.getFirst().strip();
    String base = values.get(1).strip();
    String unit = values.get(2).strip();
    String baseUnit = values.get(3).strip();
    if (!baseUnit.isEmpty() && !baseUnit.equals(unit)) {
      return Reading.badValue("is per " + baseUnit + " and the line is in " + unit);
    }
    boolean isPerMinute = unit.equals("MIN");
    if (!isNumber(price) || (base.isEmpty() && !isPerMinute)) {
      return Reading.of(price);
    }
    if (!base.isEmpty() && (!isNumber(base) || new BigDecimal(base).signum() == 0)) {
      return Reading.badNumber("must be for a base quantity above 0");
    }
    BigDecimal ofUnits = new BigDecimal(price);
    BigDecimal ofBase = isPerMinute ? ofUnits.multiply(MINUTES_AN_HOUR) : ofUnits;
    return Reading.of(
        base.isEmpty()
            ? ofBase.toPlainString()
            : ofBase.divide(new BigDecimal(base), DECIMALS, RoundingMode.HALF_UP).toPlainString());
  }

  private static Reading<String> amount(List<String> values) {
    String currency = values.get(1).strip();
    return currency.isEmpty() || currency.equals(values.get(2).strip())
        ? Reading.of(values.getFirst().strip())
        : Reading.badValue("is in " + currency + " and the invoice in " + values.get(2).strip());
  }

  private static Reading<String> workDate(List<String> values, Conventions conventions) {
    String start = values.getFirst().strip();
    String end = values.get(1).strip();
    if (!start.isEmpty() && start.equals(end)) {
      return Reading.of(start);
    }
    return switch (conventions.workDay(values.get(4).strip())) {
      case INVOICE_DATE -> Reading.of(values.get(3).strip());
      case PERIOD_END ->
          Stream.of(end, values.get(2).strip())
              .filter(date -> !date.isEmpty())
              .findFirst()
              .map(Reading::of)
              .orElseGet(
                  () ->
                      Reading.badDate(
                          "is missing, and the invoice has no period: use --work-date"
                              + " invoice-date, or have the period added"));
    };
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,20}(\\.\\d{1,20})?");
  }

  private static Rule text(Column column, UblField field) {
    return Rule.text(column, field.column());
  }

  private static Rule rule(Column column, Conversion conversion, UblField... from) {
    return new Rule(column, columns(from), conversion);
  }

  private static List<String> columns(UblField... fields) {
    return Stream.of(fields).map(UblField::column).toList();
  }
}
