package dev.redress.cli.evaluation;

/**
 * So many of so many.
 *
 * @param hits at most {@code total}
 */
record Proportion(long hits, long total) {
  /** The quantile of the normal distribution for 95 %. */
  private static final double Z = 1.959_963_984_540_054;

  /** The share, from 0 to 1; 0 of nothing is 0. */
  double share() {
    return total == 0 ? 0 : (double) hits / total;
  }

  /** The lower end of the 95 % interval (Wilson 1927). */
  double low() {
    return total == 0 ? 0 : Math.max(0, center() - halfWidth());
  }

  /** The upper end of the 95 % interval (Wilson 1927). */
  double high() {
    return total == 0 ? 1 : Math.min(1, center() + halfWidth());
  }

  private double center() {
    return (share() + Z * Z / (2 * total)) / (1 + Z * Z / total);
  }

  private double halfWidth() {
    double variance = share() * (1 - share()) / total + Z * Z / (4.0 * total * total);
    return Z * Math.sqrt(variance) / (1 + Z * Z / total);
  }
}
