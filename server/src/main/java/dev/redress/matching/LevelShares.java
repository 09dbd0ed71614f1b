package dev.redress.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates how often each level of a comparison is reached: counts, held by what so many counts at
 * known shares are worth (the mean of a Dirichlet distribution).
 */
final class LevelShares {
  private final double[] counts;
  private double total;

  LevelShares(int levels) {
    counts = new double[levels];
  }

  /** Counts something that reaches a level. */
  void add(int level, double weight) {
    counts[level] += weight;
    total += weight;
  }

  /** How much was counted. */
  double total() {
    return total;
  }

  /** The share of a level. */
  double share(int level, double known, double knownWeight) {
    return (counts[level] + knownWeight * known) / (total + knownWeight);
  }

  /** The shares of all levels. */
  List<Double> shares(List<Double> known, double knownWeight) {
    List<Double> shares = new ArrayList<>();
    for (int level = 0; level < counts.length; level++) {
      shares.add(share(level, known.get(level), knownWeight));
    }
    return shares;
  }
}
