package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.Invoice;
import dev.redress.money.Money;
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
    @Nullable Long laborTotalMinor,
    String contentHash) {

  static InvoiceRow of(Invoice invoice) {
    Money laborTotal = invoice.laborTotal();
    return new InvoiceRow(
        invoice.name().provider().provider(),
        invoice.customer().customer(),
        invoice.name().invoice(),
        invoice.invoiceDate(),
        invoice.currency().getCurrencyCode(),
        invoice.periodStart(),
        invoice.periodEnd(),
        laborTotal == null ? null : laborTotal.minorUnits(),
        invoice.contentHash());
  }

  Invoice toInvoice() {
    Currency unit = Currency.getInstance(currency);
    return new Invoice(
        new InvoiceName(new CustomerName(new ProviderName(providerId), customerId), invoiceId),
        invoiceDate,
        unit,
        periodStart,
        periodEnd,
        laborTotalMinor == null ? null : new Money(laborTotalMinor, unit));
  }
}
