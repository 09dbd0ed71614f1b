package dev.redress.persistence;

import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.LineOutcome;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A row of the table disputed_line. */
record DisputedLineRow(
    String providerId,
    String customerId,
    String invoiceId,
    String lineId,
    DisputeReason reason,
    String disputeId,
    long invoicedMinor,
    long disputedMinor,
    @Nullable LineOutcome outcome,
    @Nullable Long approvedMinor,
    String remark) {

  static DisputedLineRow of(Dispute dispute, DisputedLine line) {
    Money approved = line.approved();
    return new DisputedLineRow(
        dispute.name().provider().provider(),
        dispute.customer().customer(),
        dispute.invoice().invoice(),
        line.line().line(),
        line.reason(),
        dispute.name().dispute(),
        line.invoiced().minorUnits(),
        line.disputed().minorUnits(),
        line.outcome(),
        approved == null ? null : approved.minorUnits(),
        line.comment());
  }

  DisputedLine toLine(InvoiceName invoice, Currency currency) {
    return new DisputedLine(
        new LineName(invoice, lineId),
        reason,
        new Money(invoicedMinor, currency),
        new Money(disputedMinor, currency),
        outcome,
        approvedMinor == null ? null : new Money(approvedMinor, currency),
        remark);
  }
}
