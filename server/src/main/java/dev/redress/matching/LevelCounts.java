package dev.redress.matching;

import java.util.List;

/**
 * How often each level of a comparison is reached by pairs taken at random, which is the {@code u}
 * of Fellegi & Sunter (1969), counted among the customer's own data and smoothed by a baseline.
 */
final class LevelCounts {
  private final int[] counts;
  private int total;

  LevelCounts(int levels) {
    counts = new int[levels];
  }

  /** Counts a pair. */
  void add(int level) {
    add(level, 1);
  }

  /** Counts several pairs of one level. */
  void add(int level, int pairs) {
    counts[level] += pairs;
    total += pairs;
  }

  /**
   * The bits of a counted pair by the level that it reaches. It is itself left out of the count,
   * for {@code u} is about the others.
   *
   * @param shares m by level
   * @param baseline u by level where nothing is counted
   * @param baselineWeight how many pairs the baseline is worth
   */
  double[] bits(List<Double> shares, List<Double> baseline, double baselineWeight) {
    double[] bits = new double[counts.length];
    for (int level = 0; level < bits.length; level++) {
      double others = Math.max(0, counts[level] - 1) + baselineWeight * baseline.get(level);
      bits[level] =
          Bits.ratio(shares.get(level), others / (Math.max(0, total - 1) + baselineWeight));
    }
    return bits;
  }
}
