package dev.redress.persistence;

import dev.redress.brief.Earlier;
import dev.redress.money.Money;
import java.util.Currency;

/** What there was with a customer in one currency, in its minor units. */
record EarlierRow(String currency, long number, long sumMinor) {
  Money sum() {
    return new Money(sumMinor, Currency.getInstance(currency));
  }

  /** Both questions in one answer. */
  static Earlier joined(EarlierRow disputes, EarlierRow credits) {
    return new Earlier(disputes.number(), disputes.sum(), credits.number(), credits.sum());
  }
}
