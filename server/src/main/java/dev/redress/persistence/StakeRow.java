package dev.redress.persistence;

import dev.redress.finding.FindingCode;
import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.report.StakedLine;
import dev.redress.report.StakedLine.Stake;
import dev.redress.time.Hours;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding, with what a report says of its line.
 *
 * @param accepted 1 where the customer accepts the line without a request, else 0
 */
record StakeRow(
    String customerId,
    String invoiceId,
    String lineId,
    String rowKey,
    String currency,
    @Nullable Answer answer,
    int accepted,
    long hours,
    long amountMinor,
    FindingCode code,
    long atStakeMinor) {

  boolean isOfSameLine(StakeRow other) {
    return lineId.equals(other.lineId)
        && invoiceId.equals(other.invoiceId)
        && customerId.equals(other.customerId);
  }

  static StakedLine toLine(List<StakeRow> rows) {
    StakeRow first = rows.getFirst();
    return new StakedLine(
        first.rowKey,
        first.answer == Answer.AMBIGUOUS && first.accepted == 0,
        new Hours(first.hours),
        new Money(first.amountMinor, Currency.getInstance(first.currency)),
        rows.stream().map(row -> new Stake(row.code, row.atStakeMinor)).toList());
  }
}
