package dev.redress.report;

import dev.redress.money.Money;
import java.util.Currency;

/**
 * What was billed too low: for the provider to know, and never a claim (I8).
 *
 * @param lines how many
 * @param amount by how much, more than 0; of a line for which several rules say so, the largest
 */
public record Underbilling(long lines, Money amount) {

  /** Of no lines. */
  static Underbilling nothing(Currency currency) {
    return new Underbilling(0, Money.zero(currency));
  }

  /** Of these lines and others. */
  Underbilling plus(Underbilling other) {
    return new Underbilling(lines + other.lines, amount.plus(other.amount));
  }
}
