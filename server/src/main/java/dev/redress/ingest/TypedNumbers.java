package dev.redress.ingest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** Numbers of files that have a type for them, so that nothing in them is a matter of custom. */
final class TypedNumbers {
  private static final int LENGTH_MAX = 60;

  /** What such files can tell of a number; the rest is noise of the computer's arithmetic. */
  private static final MathContext PRECISION = new MathContext(15);

  private static final int THOUSANDS_DIGITS = 3;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,2})?");

  private TypedNumbers() {}

  /** Whether a text is a number of computers, of a size that people deal with. */
  static boolean isOne(String text) {
    return text.length() <= LENGTH_MAX && NUMBER.matcher(text).matches();
  }

  /**
   * A number as a decimal that cannot be taken for one with grouped thousands: {@code 1.125} is
   * {@code 1.1250}.
   */
  static String plain(String number) {
    BigDecimal rounded = new BigDecimal(number).round(PRECISION).stripTrailingZeros();
    int decimals = Math.max(0, rounded.scale());
    return rounded
        .setScale(decimals == THOUSANDS_DIGITS ? THOUSANDS_DIGITS + 1 : decimals)
        .toPlainString();
  }
}
