package dev.redress.persistence;

import dev.redress.money.Money;
import dev.redress.report.Cause;
import dev.redress.report.ReportStore.SpoiltLines;
import java.util.Currency;

/** Lines behind a cause, added up for a report. */
record SpoiltRow(Cause cause, String subject, String currency, long lineCount, long amountMinor) {

  SpoiltLines toLines() {
    return new SpoiltLines(
        cause, subject, lineCount, new Money(amountMinor, Currency.getInstance(currency)));
  }
}
