package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;

/** A line with what was credited on it and what may have been, in minor units of its currency. */
record CreditedRow(
    String customerId, String invoiceId, String lineId, long creditedMinor, long allowedMinor) {

  LineName toName(ProviderName provider) {
    return new LineName(new InvoiceName(new CustomerName(provider, customerId), invoiceId), lineId);
  }
}
