package dev.redress.ingest;

import dev.redress.invoice.Invoice;
import dev.redress.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of its invoice but for its total, in 61 bits, so that every invoice of a file can
 * be remembered in little room: the currency's ISO 4217 number in 10 bits and three dates in 17
 * bits each, as days since 1970; dates up to 2200 fit.
 */
final class InvoiceTerms {
  private static final int DATE_BITS = 17;
  private static final long ABSENT = (1 << DATE_BITS) - 1;

  /** No total is negative. */
  private static final long NO_TOTAL = -1;

  private InvoiceTerms() {}

  /** The terms of an invoice. */
  static long of(Invoice invoice) {
    long bits = invoice.currency().getNumericCode();
    bits = bits << DATE_BITS | day(invoice.invoiceDate());
    bits = bits << DATE_BITS | day(invoice.periodStart());
    return bits << DATE_BITS | day(invoice.periodEnd());
  }

  /** The first column in which two invoices differ that are not equal. */
  static Column difference(long first, long second) {
    long differing = first ^ second;
    if (differing >>> (3 * DATE_BITS) != 0) {
      return Column.CURRENCY;
    }
    if (differing >>> (2 * DATE_BITS) != 0) {
      return Column.INVOICE_DATE;
    }
    return differing >>> DATE_BITS != 0 ? Column.PERIOD_START : Column.PERIOD_END;
  }

  /** The total in one number that differs when the total does. */
  static long total(Invoice invoice) {
    Money total = invoice.laborTotal();
    return total == null ? NO_TOTAL : total.minorUnits();
  }

  private static long day(@Nullable LocalDate date) {
    return date == null ? ABSENT : date.toEpochDay();
  }
}
