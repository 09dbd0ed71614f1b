package dev.redress.persistence;

import dev.redress.finding.Elsewhere;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.time.Hours;
import java.time.LocalDate;

/** A labor line of another customer. */
record BilledElsewhereRow(
    String customerId,
    String invoiceId,
    String lineId,
    String technician,
    LocalDate workDate,
    long hours) {

  Elsewhere.Billed toBilled(ProviderName provider) {
    CustomerName customer = new CustomerName(provider, customerId);
    return new Elsewhere.Billed(
        new LineName(new InvoiceName(customer, invoiceId), lineId),
        technician,
        workDate,
        new Hours(hours));
  }
}
