package dev.redress.cli.evaluation;

/** How far probabilities are from what came true: the expected calibration error in ten bins. */
final class Calibration {
  private static final int BINS = 10;

  private final long[] counts = new long[BINS];
  private final long[] right = new long[BINS];
  private final double[] probabilities = new double[BINS];
  private long total;

  /** Takes a probability, from 0 to 1, and whether it came true. */
  void add(double probability, boolean cameTrue) {
    int bin = Math.clamp((int) (probability * BINS), 0, BINS - 1);
    counts[bin]++;
    right[bin] += cameTrue ? 1 : 0;
    probabilities[bin] += probability;
    total++;
  }

  /** The mean distance of a bin's probability from its share that came true, from 0 to 1. */
  double expectedError() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(probabilities[bin] - right[bin]);
    }
    return total == 0 ? 0 : error / total;
  }
}
