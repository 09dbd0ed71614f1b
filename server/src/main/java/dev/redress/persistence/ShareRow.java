package dev.redress.persistence;

import dev.redress.matching.Verdict;
import dev.redress.money.Money;
import dev.redress.reconciliation.Share;
import dev.redress.time.Hours;
import java.util.Currency;

/** A row of the table reconciliation_share, or the sum of several, without its key. */
record ShareRow(
    Verdict.Answer answer, String currency, long lineCount, long hours, long amountMinor) {

  static ShareRow of(Share share) {
    return new ShareRow(
        share.answer(),
        share.amount().currency().getCurrencyCode(),
        share.lines(),
        share.hours().tenThousandths(),
        share.amount().minorUnits());
  }

  Share toShare() {
    return new Share(
        answer,
        lineCount,
        new Hours(hours),
        new Money(amountMinor, Currency.getInstance(currency)));
  }
}
