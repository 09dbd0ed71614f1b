package dev.redress.ingest;

import dev.redress.customer.Customer;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.ingest.ImportProblem.Code;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.time.Hours;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Invoices as rows: one labor line a row, with the columns of its invoice. */
final class InvoiceRows implements KindRows<BilledLine> {
  private final KnownCustomers known;

  /** Of these customers. */
  InvoiceRows(KnownCustomers known) {
    this.known = known;
  }

  @Override
  public CheckedRow<BilledLine> check(CanonicalRow row) {
    RowCheck check = new RowCheck(row);
    String invoiceId = check.id(Column.INVOICE_ID);
    @Nullable Customer customer = check.customer(known);
    LocalDate invoiceDate = check.requiredDate(Column.INVOICE_DATE);
    String lineId = check.id(Column.LINE_ID);
    LocalDate workDate = check.requiredDate(Column.WORK_DATE);
    String technician = check.text(Column.TECHNICIAN, RowCheck.SHORT_TEXT_MAX);
    Hours hours = check.requiredHours(Column.HOURS);
    @Nullable Currency currency = check.requiredValue(Column.CURRENCY, Choices::currency);
    @Nullable Rate rate = rate(check, currency);
    @Nullable Money amount = amount(check, currency);
    String description = check.text(Column.DESCRIPTION, RowCheck.LONG_TEXT_MAX);
    String reference = check.text(Column.REFERENCE, RowCheck.SHORT_TEXT_MAX);
    String workType = check.text(Column.WORK_TYPE, RowCheck.SHORT_TEXT_MAX);
    @Nullable LocalDate periodStart = check.value(Column.PERIOD_START, Dates::date);
    @Nullable LocalDate periodEnd = check.value(Column.PERIOD_END, Dates::date);
    if (periodStart != null && periodEnd != null && periodEnd.isBefore(periodStart)) {
      check.wrong(Code.INVALID_DATE, Column.PERIOD_END, "must not be before period_start");
    }
    @Nullable Money laborTotal = money(check, Column.LABOR_TOTAL, currency);
    Map<String, String> attributes = check.attributes();
    return check.result(
        () -> {
          InvoiceName name = new InvoiceName(Objects.requireNonNull(customer).name(), invoiceId);
          return new BilledLine(
              new Invoice(
                  name,
                  invoiceDate,
                  Objects.requireNonNull(currency),
                  periodStart,
                  periodEnd,
                  laborTotal),
              new LaborLine(
                  new LineName(name, lineId),
                  workDate,
                  technician,
                  hours,
                  rate,
                  Objects.requireNonNull(amount),
                  description,
                  reference,
                  workType,
                  attributes));
        });
  }

  private static @Nullable Rate rate(RowCheck check, @Nullable Currency currency) {
    return currency == null
        ? null
        : check.value(Column.RATE, text -> Decimals.rate(text, currency));
  }

  private static @Nullable Money money(RowCheck check, Column column, @Nullable Currency currency) {
    return currency == null ? null : check.value(column, text -> Decimals.money(text, currency));
  }

  /** The amount; without a currency nobody can tell how many decimals it may have. */
  private static @Nullable Money amount(RowCheck check, @Nullable Currency currency) {
    return currency == null
        ? null
        : check.requiredValue(Column.AMOUNT, text -> Decimals.money(text, currency));
  }
}
