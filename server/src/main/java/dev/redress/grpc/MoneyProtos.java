package dev.redress.grpc;

import dev.redress.error.RedressException;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import java.math.BigDecimal;
import java.util.Currency;

/** Conversion of money and rates, exact both ways. */
final class MoneyProtos {
  private static final int NANO_SCALE = 9;
  private static final int NANOS_MAX = 999_999_999;

  /** Most major units of one amount, as for imports: sums of many amounts must fit 64 bits too. */
  private static final long UNITS_MAX = 999_999_999_999L;

  private MoneyProtos() {}

  /** For the wire. */
  static com.google.type.Money toProto(Money money) {
    return toProto(money.toMajor(), money.currency());
  }

  /** For the wire. */
  static com.google.type.Money toProto(Rate rate) {
    return toProto(rate.toMajor(), rate.currency());
  }

  /**
   * An amount from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID} for an unknown currency, two signs, more
   *     decimals than the currency has, or 10^12 major units and more
   */
  static Money fromProto(Field field, com.google.type.Money money) {
    Currency currency = currency(field.child("currency_code"), money.getCurrencyCode());
    BigDecimal major = major(field, money);
    try {
      return Money.ofMajor(major, currency);
    } catch (ArithmeticException e) {
      throw field.invalid(
          major.toPlainString()
              + " has more decimals than the "
              + currency.getDefaultFractionDigits()
              + " of "
              + currency);
    }
  }

  /** An amount that is not negative, otherwise as {@link #fromProto}. */
  static Money notNegative(Field field, com.google.type.Money money) {
    Money amount = fromProto(field, money);
    if (amount.minorUnits() < 0) {
      throw field.invalid(amount + " is negative");
    }
    return amount;
  }

  /** The price of an hour, not negative and with at most four decimals. */
  static Rate rate(Field field, com.google.type.Money money) {
    Currency currency = currency(field.child("currency_code"), money.getCurrencyCode());
    BigDecimal major = major(field, money);
    if (major.signum() < 0) {
      throw field.invalid(major.toPlainString() + " is negative");
    }
    try {
      return Rate.ofMajor(major, currency);
    } catch (ArithmeticException e) {
      throw field.invalid(major.toPlainString() + " has more than four decimals");
    }
  }

  /** A currency by its ISO 4217 code, or {@code FIELD_INVALID}. */
  static Currency currency(Field field, String code) {
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, like currencies without a minor unit, which nobody bills in.
    }
    throw field.invalid("'" + field.text(code, Field.SHORT_MAX) + "' is no ISO 4217 currency");
  }

  private static BigDecimal major(Field field, com.google.type.Money money) {
    long units = money.getUnits();
    int nanos = money.getNanos();
    if (nanos < -NANOS_MAX || nanos > NANOS_MAX) {
      throw field.child("nanos").invalid(nanos + " is not from -999999999 to 999999999");
    }
    if ((units > 0 && nanos < 0) || (units < 0 && nanos > 0)) {
      throw field.invalid("units " + units + " and nanos " + nanos + " have two signs");
    }
    if (units < -UNITS_MAX || units > UNITS_MAX) {
      throw field.child("units").invalid(units + " is beyond " + UNITS_MAX);
    }
    return BigDecimal.valueOf(units)
        .add(BigDecimal.valueOf(nanos, NANO_SCALE))
        .stripTrailingZeros();
  }

  private static com.google.type.Money toProto(BigDecimal major, Currency currency) {
    long units = major.longValue();
    BigDecimal fraction = major.subtract(BigDecimal.valueOf(units));
    return com.google.type.Money.newBuilder()
        .setCurrencyCode(currency.getCurrencyCode())
        .setUnits(units)
        .setNanos(fraction.movePointRight(NANO_SCALE).intValueExact())
        .build();
  }
}
