package dev.redress.persistence;

import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.report.BilledLines;
import dev.redress.time.Hours;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Labor lines, added up for a report. */
record BilledLinesRow(
    String rowKey,
    String currency,
    @Nullable Answer answer,
    long lineCount,
    long hours,
    long amountMinor) {

  BilledLines toBilled(boolean accepted) {
    return new BilledLines(
        rowKey,
        answer,
        accepted,
        lineCount,
        new Hours(hours),
        new Money(amountMinor, Currency.getInstance(currency)));
  }

  /** The same lines without some of them. */
  BilledLinesRow minus(BilledLinesRow some) {
    return new BilledLinesRow(
        rowKey,
        currency,
        answer,
        lineCount - some.lineCount,
        hours - some.hours,
        amountMinor - some.amountMinor);
  }

  Key key() {
    return new Key(rowKey, currency, answer);
  }

  /** What lines have in common that are added up. */
  record Key(String rowKey, String currency, @Nullable Answer answer) {}
}
