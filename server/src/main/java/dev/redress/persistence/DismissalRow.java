package dev.redress.persistence;

import dev.redress.finding.FindingCode;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.Dismissal;
import java.time.Instant;

/** A row of the table finding_dismissal. */
record DismissalRow(
    String providerId,
    String customerId,
    String invoiceId,
    String lineId,
    FindingCode code,
    String contentHash,
    String reason,
    String actor,
    Instant dismissTime) {

  static DismissalRow of(Dismissal dismissal) {
    LineName line = dismissal.line();
    return new DismissalRow(
        line.provider().provider(),
        line.customer().customer(),
        line.invoice().invoice(),
        line.line(),
        dismissal.code(),
        dismissal.contentHash(),
        dismissal.reason(),
        dismissal.actor().name(),
        dismissal.dismissTime());
  }

  Dismissal toDismissal() {
    CustomerName customer = new CustomerName(new ProviderName(providerId), customerId);
    return new Dismissal(
        new LineName(new InvoiceName(customer, invoiceId), lineId),
        code,
        contentHash,
        reason,
        new Actor(actor),
        dismissTime);
  }
}
