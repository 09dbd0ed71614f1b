package dev.redress.page;

import java.math.BigInteger;

/**
 * One bar of a chart.
 *
 * @param label what it stands for
 * @param value as it is written
 * @param width from 0 to {@link #WIDTH_MAX}
 * @param kind which colour it has, a class of the page
 */
public record Bar(String label, String value, int width, String kind) {
  /** How wide the longest bar of a chart is. */
  public static final int WIDTH_MAX = 320;

  /** How long it is, in percent of the longest. */
  public int percent() {
    return width * 100 / WIDTH_MAX;
  }

  /** How wide the bar of a part is where the largest one has all the width. */
  static int width(long part, long most) {
    return most == 0
        ? 0
        : BigInteger.valueOf(part)
            .multiply(BigInteger.valueOf(WIDTH_MAX))
            .add(BigInteger.valueOf(most - 1))
            .divide(BigInteger.valueOf(most))
            .intValueExact();
  }
}
