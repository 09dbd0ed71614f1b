package dev.redress.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money, counted in the minor unit of its currency (cents for USD, yen for JPY).
 *
 * @param minorUnits the amount; negative only where a caller says so
 * @param currency an ISO 4217 currency
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

  /** Nothing of the currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * The amount written as a decimal number of major units.
   *
   * @throws ArithmeticException when the number has more decimals than the currency, or is too
   *     large: nothing is ever rounded in silence
   */
  public static Money ofMajor(BigDecimal majorUnits, Currency currency) {
    return new Money(
        majorUnits.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
  }

  /** This amount as a decimal number of major units, with all decimals of the currency. */
  public BigDecimal toMajor() {
    return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException when the currencies differ
   * @throws ArithmeticException on overflow
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException when the currencies differ
   * @throws ArithmeticException on overflow
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
  }

  /** This amount times {@code part / whole}, rounded half up to the minor unit. */
  public Money share(long part, long whole) {
    return new Money(
        BigDecimal.valueOf(minorUnits)
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
            .longValueExact(),
        currency);
  }

  /** Less, equal or greater; amounts of two currencies cannot be compared. */
  @Override
  public int compareTo(Money other) {
    return Long.compare(minorUnits, sameCurrency(other).minorUnits);
  }

  /** For people and logs, for example {@code 120.00 USD}. */
  @Override
  public String toString() {
    return toMajor().toPlainString() + " " + currency;
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "amounts of " + currency + " and " + other.currency + " do not mix");
    }
    return other;
  }
}
