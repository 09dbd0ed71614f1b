package dev.redress.persistence;

import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.LineOutcome;
import dev.redress.money.Money;
import dev.redress.report.ClaimedLine;
import dev.redress.report.ClaimedLine.Claim;
import dev.redress.report.LeakageColumn;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A disputed line, with what a report says of it. */
record ClaimRow(
    String customerId,
    String invoiceId,
    String lineId,
    String rowKey,
    String currency,
    long amountMinor,
    DisputeReason reason,
    DisputeState state,
    @Nullable LineOutcome outcome,
    long disputedMinor) {

  boolean isOfSameLine(ClaimRow other) {
    return lineId.equals(other.lineId)
        && invoiceId.equals(other.invoiceId)
        && customerId.equals(other.customerId);
  }

  static ClaimedLine toLine(List<ClaimRow> rows) {
    ClaimRow first = rows.getFirst();
    return new ClaimedLine(
        first.rowKey,
        new Money(first.amountMinor, Currency.getInstance(first.currency)),
        rows.stream().flatMap(row -> row.claim().stream()).toList());
  }

  private Optional<Claim> claim() {
    return LeakageColumn.of(state, outcome).map(column -> new Claim(reason, column, disputedMinor));
  }
}
