package dev.redress.time;

import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * A quantity of work in hours, exact to a ten-thousandth (0.36 seconds).
 *
 * <p>A quantity and not a duration: two people working one hour bill two hours.
 *
 * @param tenThousandths 0.1 h is 1,000
 */
public record Hours(long tenThousandths) implements Comparable<Hours> {

  /** No work. */
  public static final Hours ZERO = new Hours(0);

  /** Decimals that hours can have. */
  public static final int SCALE = 4;

  /**
   * Hours written as a decimal number.
   *
   * @throws ArithmeticException when the number has more than four decimals or is too large
   */
  public static Hours of(BigDecimal hours) {
    return new Hours(hours.movePointRight(SCALE).longValueExact());
  }

  /**
   * Hours written as text, such as {@code 1.25}.
   *
   * @throws NumberFormatException when the text is not a decimal number
   * @throws ArithmeticException when it has more than four decimals or is too large
   */
  public static Hours of(String hours) {
    return of(new BigDecimal(hours));
  }

  /** The sum. */
  public Hours plus(Hours other) {
    return new Hours(Math.addExact(tenThousandths, other.tenThousandths));
  }

  /** The difference, which may be negative. */
  public Hours minus(Hours other) {
    return new Hours(Math.subtractExact(tenThousandths, other.tenThousandths));
  }

  /** The smaller of the two. */
  public Hours min(Hours other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * The next multiple of a step, or the same where it is one already.
   *
   * @param step above zero
   */
  public Hours roundedUp(Hours step) {
    return new Hours(Math.ceilDiv(tenThousandths, step.tenThousandths) * step.tenThousandths);
  }

  /** All of them together; nothing where there are none. */
  public static Hours sum(Stream<Hours> all) {
    return all.reduce(ZERO, Hours::plus);
  }

  /** Whether this is more than nothing. */
  public boolean isPositive() {
    return tenThousandths > 0;
  }

  /** As an exact decimal number with no trailing zeros. */
  public BigDecimal toDecimal() {
    BigDecimal decimal = BigDecimal.valueOf(tenThousandths, SCALE).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  @Override
  public int compareTo(Hours other) {
    return Long.compare(tenThousandths, other.tenThousandths);
  }

  /** For people and logs, for example {@code 1.25}. */
  @Override
  public String toString() {
    return toDecimal().toPlainString();
  }
}
