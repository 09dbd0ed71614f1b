package dev.redress.matching;

/**
 * Logarithms to the base of two. {@link StrictMath} gives the same digits on every machine, on
 * which "same input, same result" rests.
 */
final class Bits {
  private static final double LN_2 = StrictMath.log(2);

  private Bits() {}

  /** The logarithm of a number above zero. */
  static double log2(double value) {
    return StrictMath.log(value) / LN_2;
  }

  /** Two to the power of the bits. */
  static double odds(double bits) {
    return StrictMath.exp(bits * LN_2);
  }

  /** The bits of a comparison's level, of which matches show {@code m} and others {@code u}. */
  static double ratio(double m, double u) {
    return log2(m / u);
  }
}
