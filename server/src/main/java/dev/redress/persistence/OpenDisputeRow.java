package dev.redress.persistence;

import dev.redress.dispute.DisputeState;
import dev.redress.report.OpenDispute;
import dev.redress.report.OpenDispute.HeldLine;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim of an open dispute, with what a report says of the dispute.
 *
 * @param reached 1 where a call has reached the customer, else 0
 */
record OpenDisputeRow(
    String disputeId,
    String customerId,
    DisputeState state,
    String currency,
    Instant openTime,
    int reached,
    @Nullable Instant respondByTime,
    String lineId,
    long invoicedMinor,
    long disputedMinor) {

  boolean isOfSameDispute(OpenDisputeRow other) {
    return disputeId.equals(other.disputeId);
  }

  static OpenDispute toDispute(List<OpenDisputeRow> rows) {
    OpenDisputeRow first = rows.getFirst();
    return new OpenDispute(
        first.customerId,
        first.state,
        Currency.getInstance(first.currency),
        first.openTime,
        first.reached != 0,
        first.respondByTime,
        rows.stream()
            .map(row -> new HeldLine(row.lineId, row.invoicedMinor, row.disputedMinor))
            .toList());
  }
}
