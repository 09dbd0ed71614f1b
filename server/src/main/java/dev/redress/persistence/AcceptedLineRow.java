package dev.redress.persistence;

import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.Acceptance;
import java.time.Instant;

/** A row of the table accepted_line. */
record AcceptedLineRow(
    String providerId,
    String customerId,
    String invoiceId,
    String lineId,
    String reason,
    String actor,
    Instant acceptTime) {

  static AcceptedLineRow of(Acceptance acceptance) {
    LineName line = acceptance.line();
    return new AcceptedLineRow(
        line.provider().provider(),
        line.customer().customer(),
        line.invoice().invoice(),
        line.line(),
        acceptance.reason(),
        acceptance.actor().name(),
        acceptance.time());
  }

  Acceptance toAcceptance() {
    CustomerName customer = new CustomerName(new ProviderName(providerId), customerId);
    return new Acceptance(
        new LineName(new InvoiceName(customer, invoiceId), lineId),
        reason,
        new Actor(actor),
        acceptTime);
  }
}
