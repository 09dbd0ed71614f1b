package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.Invoice;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A row of the table invoice. */
record InvoiceRow(
    String providerId,
    String customerId,
    String invoiceId,
    LocalDate invoiceDate,
    String currency,
    @Nullable LocalDate periodStart,
    @Nullable LocalDate periodEnd,
    String contentHash) {

  static InvoiceRow of(Invoice invoice) {
    return new InvoiceRow(
        invoice.name().provider().provider(),
        invoice.customer().customer(),
        invoice.name().invoice(),
        invoice.invoiceDate(),
        invoice.currency().getCurrencyCode(),
        invoice.periodStart(),
        invoice.periodEnd(),
        invoice.contentHash());
  }

  Invoice toInvoice() {
    return new Invoice(
        new InvoiceName(new CustomerName(new ProviderName(providerId), customerId), invoiceId),
        invoiceDate,
        Currency.getInstance(currency),
        periodStart,
        periodEnd);
  }
}
