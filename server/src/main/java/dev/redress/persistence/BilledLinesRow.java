package dev.redress.persistence;

import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.report.BilledLines;
import dev.redress.time.Hours;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Labor lines, added up for a report.
 *
 * @param accepted 1 where the customer accepts them without a request, else 0
 */
record BilledLinesRow(
    String rowKey,
    String currency,
    @Nullable Answer answer,
    int accepted,
    long lineCount,
    long hours,
    long amountMinor) {

  BilledLines toBilled() {
    return new BilledLines(
        rowKey,
        answer,
        accepted != 0,
        lineCount,
        new Hours(hours),
        new Money(amountMinor, Currency.getInstance(currency)));
  }
}
