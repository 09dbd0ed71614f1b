package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;

/** What names a labor line of a provider. */
record LineNameRow(String customerId, String invoiceId, String lineId) {

  LineName toName(ProviderName provider) {
    return new LineName(new InvoiceName(new CustomerName(provider, customerId), invoiceId), lineId);
  }
}
