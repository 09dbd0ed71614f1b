package dev.redress.persistence;

import dev.redress.finding.LateLogging;
import dev.redress.money.Money;
import dev.redress.report.LateLine;
import java.util.Currency;

/** A line whose work was logged late, with what the finding says. */
record LateRow(
    String technician,
    String currency,
    long amountMinor,
    String billed,
    String expected,
    String ruleText) {

  LateLine toLine() {
    return new LateLine(
        technician,
        new Money(amountMinor, Currency.getInstance(currency)),
        LateLogging.days(billed, expected, ruleText));
  }
}
