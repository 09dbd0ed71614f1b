package dev.redress.money;

import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The price of an hour, which may be finer than the currency's minor unit.
 *
 * @param tenThousandths of the currency's major unit, never negative: 120.00 USD is 1,200,000
 */
public record Rate(long tenThousandths, Currency currency) {

  private static final int SCALE = 4;

  public Rate {
    if (tenThousandths < 0) {
      throw new IllegalArgumentException("rate must be 0 or more");
    }
  }

  /**
   * A rate written as a decimal number of major units.
   *
   * @throws ArithmeticException when it has more than four decimals or is too large
   */
  public static Rate ofMajor(BigDecimal majorUnits, Currency currency) {
    return new Rate(majorUnits.movePointRight(SCALE).longValueExact(), currency);
  }

  /** This rate as a decimal number of major units. */
  public BigDecimal toMajor() {
    return BigDecimal.valueOf(tenThousandths, SCALE);
  }

  /** The price of so many hours, rounded half up to the minor unit. */
  public Money times(Hours hours) {
    return Money.ofMajor(
        toMajor()
            .multiply(hours.toDecimal())
            .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP),
        currency);
  }

  /** For people and logs, for example {@code 120.0000 USD}. */
  @Override
  public String toString() {
    return toMajor().toPlainString() + " " + currency;
  }
}
