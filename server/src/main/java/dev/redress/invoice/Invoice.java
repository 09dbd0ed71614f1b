package dev.redress.invoice;

import dev.redress.identity.ContentHash;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.money.Money;
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
 * @param laborTotal what the invoice says that its labor comes to, before tax, where it says so
 */
public record Invoice(
    InvoiceName name,
    LocalDate invoiceDate,
    Currency currency,
    @Nullable LocalDate periodStart,
    @Nullable LocalDate periodEnd,
    @Nullable Money laborTotal) {

  public Invoice {
    if (periodStart != null && periodEnd != null && periodEnd.isBefore(periodStart)) {
      throw new IllegalArgumentException("period_end is before period_start");
    }
    if (laborTotal != null && !laborTotal.currency().equals(currency)) {
      throw new IllegalArgumentException("labor_total is not in the currency of the invoice");
    }
  }

  /** Who was billed. */
  public CustomerName customer() {
    return name.customer();
  }

  /** Changes when anything that a source says of the invoice changes. */
  public String contentHash() {
    // Without a total as it was before there were any: hashes in the journal stay comparable.
    return laborTotal == null
        ? ContentHash.of(invoiceDate, currency, periodStart, periodEnd)
        : ContentHash.of(invoiceDate, currency, periodStart, periodEnd, laborTotal);
  }
}
