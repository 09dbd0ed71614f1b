package dev.redress.cli.output;

import com.google.type.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Money as people write it: {@code 1250.00 USD}. */
public final class Amounts {
  private static final int NANO_DIGITS = 9;
  private static final int NANOS = 1_000_000_000;
  private static final int DIGITS_DEFAULT = 2;

  private Amounts() {}

  /** The number of an amount, with at least the digits of its currency. */
  public static String number(Money amount) {
    BigDecimal value = value(amount).stripTrailingZeros();
    int digits = digits(amount.getCurrencyCode());
    return (value.scale() < digits ? value.setScale(digits) : value).toPlainString();
  }

  /** The number and the currency; empty when neither is set. */
  public static String text(Money amount) {
    return amount.getCurrencyCode().isEmpty() && value(amount).signum() == 0
        ? ""
        : number(amount) + " " + amount.getCurrencyCode();
  }

  /** The exact value. */
  public static BigDecimal value(Money amount) {
    return BigDecimal.valueOf(amount.getUnits())
        .add(BigDecimal.valueOf(amount.getNanos(), NANO_DIGITS));
  }

  /**
   * An amount on the wire.
   *
   * @throws ArithmeticException when it has more than nine decimals or more digits than a long
   */
  public static Money of(BigDecimal value, String currencyCode) {
    BigDecimal units = new BigDecimal(value.toBigInteger());
    BigDecimal nanos = value.subtract(units).multiply(BigDecimal.valueOf(NANOS));
    return Money.newBuilder()
        .setCurrencyCode(currencyCode)
        .setUnits(units.longValueExact())
        .setNanos(nanos.intValueExact())
        .build();
  }

  private static int digits(String currencyCode) {
    try {
      return Math.max(0, Currency.getInstance(currencyCode).getDefaultFractionDigits());
    } catch (IllegalArgumentException _) {
      return DIGITS_DEFAULT;
    }
  }
}
