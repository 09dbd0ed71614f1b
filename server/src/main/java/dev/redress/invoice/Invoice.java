package dev.redress.invoice;

import dev.redress.identity.ContentHash;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a customer was sent; its labor lines are facts of their own.
 *
 * @param invoiceDate the date of issue
 * @param currency of every line
 * @param periodStart the first day of the billed period, where the source says it
 * @param periodEnd the last day of the billed period, never before {@code periodStart}
 */
public record Invoice(
    InvoiceName name,
    LocalDate invoiceDate,
    Currency currency,
    @Nullable LocalDate periodStart,
    @Nullable LocalDate periodEnd) {

  public Invoice {
    if (periodStart != null && periodEnd != null && periodEnd.isBefore(periodStart)) {
      throw new IllegalArgumentException("period_end is before period_start");
    }
  }

  /** Who was billed. */
  public CustomerName customer() {
    return name.customer();
  }

  /** Changes when anything that a source says of the invoice changes. */
  public String contentHash() {
    return ContentHash.of(invoiceDate, currency, periodStart, periodEnd);
  }
}
