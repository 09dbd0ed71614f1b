package dev.redress.persistence;

import dev.redress.identity.LineName;
import dev.redress.reconciliation.VerdictStore.LinePrice;

/** The line after which a page of lines by amount begins. */
record LineAmountRow(String customerId, String invoiceId, String lineId, long amountMinor) {

  static LineAmountRow of(LinePrice price) {
    LineName line = price.line();
    return new LineAmountRow(
        line.customer().customer(), line.invoice().invoice(), line.line(), price.amountMinor());
  }
}
