package dev.redress.cli.output;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them, the same in every country. */
public final class Numbers {
  private static final int HOUR_DIGITS_MIN = 2;
  private static final int HOUR_DIGITS_MAX = 4;
  private static final int PROBABILITY_DIGITS = 3;
  private static final double SURE = 0.999;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Numbers() {}

  /** A number with exactly so many decimals, half up. */
  public static String decimals(double number, int digits) {
    return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  /** A probability in words with three decimals; what is nearly certain is not called certain. */
  public static String probability(double probability) {
    return probability > SURE ? "over " + SURE : decimals(probability, PROBABILITY_DIGITS);
  }

  /** Hours with two decimals, or up to four where they say more. */
  public static String hours(double hours) {
    BigDecimal value = BigDecimal.valueOf(hours).setScale(HOUR_DIGITS_MAX, RoundingMode.HALF_UP);
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.setScale(Math.max(HOUR_DIGITS_MIN, stripped.scale())).toPlainString();
  }

  /** A share of a whole in percent with one decimal; empty when there is no whole. */
  public static String percent(long part, long whole) {
    return whole == 0
        ? ""
        : BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
            .toPlainString();
  }

  /** A count with a comma before each three digits: {@code 15,300}. */
  public static String grouped(long count) {
    StringBuilder digits = new StringBuilder(Long.toString(count));
    for (int i = digits.length() - 3; i > (count < 0 ? 1 : 0); i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }
}
