package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.VerdictStore.LinePrice;

/** What names a labor line of a provider, and what it costs. */
record LineAmountRow(String customerId, String invoiceId, String lineId, long amountMinor) {

  static LineAmountRow of(LinePrice price) {
    LineName line = price.line();
    return new LineAmountRow(
        line.customer().customer(), line.invoice().invoice(), line.line(), price.amountMinor());
  }

  LineName toName(ProviderName provider) {
    return new LineName(new InvoiceName(new CustomerName(provider, customerId), invoiceId), lineId);
  }
}
