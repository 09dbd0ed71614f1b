package dev.redress.report;

import dev.redress.money.Money;
import java.util.Currency;

/**
 * How old some open disputes are, in one currency.
 *
 * @param disputes how many
 * @param disputed what they are about
 * @param notReached of how many no call has reached the customer yet
 * @param overdue of how many an answer is late that somebody waits for
 * @param oldestDays the age of the oldest one, in whole days; 0 where there is none
 */
public record Ageing(
    long disputes, Money disputed, long notReached, long overdue, long oldestDays) {

  /** Of no disputes. */
  static Ageing nothing(Currency currency) {
    return new Ageing(0, Money.zero(currency), 0, 0, 0);
  }

  /** Of these disputes and others. */
  Ageing plus(Ageing other) {
    return new Ageing(
        disputes + other.disputes,
        disputed.plus(other.disputed),
        notReached + other.notReached,
        overdue + other.overdue,
        Math.max(oldestDays, other.oldestDays));
  }
}
