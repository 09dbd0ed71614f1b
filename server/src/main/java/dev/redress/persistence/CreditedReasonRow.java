package dev.redress.persistence;

import dev.redress.dispute.DisputeReason;
import dev.redress.money.Money;
import dev.redress.report.ReportStore.Credited;
import java.util.Currency;

/** Credits, added up for a report. */
record CreditedReasonRow(String rowKey, String currency, DisputeReason reason, long amountMinor) {

  Credited toCredited() {
    return new Credited(rowKey, reason, new Money(amountMinor, Currency.getInstance(currency)));
  }
}
