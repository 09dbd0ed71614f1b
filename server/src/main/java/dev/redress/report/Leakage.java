package dev.redress.report;

import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What leaks of some labor lines, in one currency.
 *
 * @param lines how many
 * @param hours that they bill
 * @param amounts of every column
 */
public record Leakage(long lines, Hours hours, Map<LeakageColumn, Money> amounts) {

  private static final Set<LeakageColumn> ASKED_BACK =
      EnumSet.range(LeakageColumn.DISPUTED, LeakageColumn.WITHDRAWN);

  public Leakage {
    amounts = Map.copyOf(amounts);
    if (amounts.size() != LeakageColumn.values().length) {
      throw new IllegalArgumentException("a column is missing");
    }
  }

  /** Of no lines. */
  static Leakage nothing(Currency currency) {
    Map<LeakageColumn, Money> amounts = new EnumMap<>(LeakageColumn.class);
    for (LeakageColumn column : LeakageColumn.values()) {
      amounts.put(column, Money.zero(currency));
    }
    return new Leakage(0, Hours.ZERO, amounts);
  }

  /** Of these lines and others. */
  Leakage plus(Leakage other) {
    Map<LeakageColumn, Money> sums = new EnumMap<>(LeakageColumn.class);
    amounts.forEach((column, amount) -> sums.put(column, amount.plus(other.amount(column))));
    return new Leakage(lines + other.lines, hours.plus(other.hours), sums);
  }

  /** The sum of a column. */
  public Money amount(LeakageColumn column) {
    Money amount = amounts.get(column);
    if (amount == null) {
      throw new IllegalArgumentException(column.name());
    }
    return amount;
  }

  /** What will not stand as it was billed: lines without a request, and findings on others. */
  public Money atStake() {
    return amount(LeakageColumn.UNMATCHED).plus(amount(LeakageColumn.FINDINGS));
  }

  /** Whether anything of it is or was in dispute, or was given back. */
  public boolean wasAskedBack() {
    return ASKED_BACK.stream().anyMatch(column -> amount(column).minorUnits() != 0);
  }
}
