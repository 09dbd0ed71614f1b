package dev.redress.persistence;

import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.LineOutcome;
import dev.redress.dispute.RequestedAction;
import dev.redress.dispute.RootCause;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table disputed_line.
 *
 * @param hours of the labor line, in 1/10,000 h; only read
 */
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
    @Nullable RequestedAction requestedAction,
    @Nullable RootCause rootCause,
    long creditedMinor,
    String remark,
    long hours) {

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
        line.action(),
        line.rootCause(),
        line.credited().minorUnits(),
        line.comment(),
        line.hours().tenThousandths());
  }

  DisputedLine toLine(InvoiceName invoice, Currency currency) {
    return new DisputedLine(
        new LineName(invoice, lineId),
        reason,
        requestedAction == null ? reason.action() : requestedAction,
        new Hours(hours),
        new Money(invoicedMinor, currency),
        new Money(disputedMinor, currency),
        outcome,
        approvedMinor == null ? null : new Money(approvedMinor, currency),
        rootCause,
        new Money(creditedMinor, currency),
        remark);
  }
}
