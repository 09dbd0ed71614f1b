package dev.redress.cli.generate;

import java.util.random.RandomGenerator;

/**
 * The distributions of a real helpdesk's month, each as a table of quantiles that is read by linear
 * interpolation: exact on every machine, unlike formulas with logarithms.
 */
final class Shape {
  /** Share of lines without text. */
  static final double BLANK_SHARE = 0.28;

  /**
   * Share of lines that carry one of the {@link Vocabulary#STOCK_PHRASES}: 18 % are left with
   * nothing else when references are added.
   */
  static final double STOCK_SHARE = 0.19;

  /** Share of lines whose text has a word of the request's summary. */
  static final double RELATED_SHARE = 0.36;

  /** Share of work that becomes one line for several short requests of one person and day. */
  static final double BLOCK_BILLED_SHARE = 0.01;

  /** Share of requests that no line bills. */
  static final double UNBILLED_REQUEST_SHARE = 0.25;

  /** Share of requests that the open-set question takes away. */
  static final double REMOVED_REQUEST_SHARE = 0.25;

  /** Days over which the requests of a customer are opened. */
  static final int OPENING_DAYS = 1_095;

  private static final double MEAN_LINES_PER_REQUEST = 1.42;

  /** Days from opening to work: 4.1 % below -1, 12.8 % below 0, 25 % to 0.1, median 5, 95 % 384. */
  private static final double[][] LAG_DAYS = {
    {0, -45},
    {0.010, -14},
    {0.025, -4},
    {0.041, -1},
    {0.128, 0},
    {0.25, 0.1},
    {0.32, 0.6},
    {0.40, 2},
    {0.50, 5},
    {0.60, 14},
    {0.70, 35},
    {0.80, 85},
    {0.88, 190},
    {0.95, 384},
    {1, 1_100}
  };

  /** Hours of one piece of work: median 2, 4.8 % over 12. */
  private static final double[][] HOURS = {
    {0, 0.2},
    {0.08, 0.5},
    {0.22, 1},
    {0.38, 1.5},
    {0.44, 2},
    {0.56, 2},
    {0.68, 3},
    {0.80, 4.5},
    {0.90, 8},
    {0.952, 12.2},
    {0.99, 24},
    {1, 60}
  };

  /** Days from work to its record: 45 % over 1. */
  private static final double[][] LATENESS_DAYS = {
    {0, 0.1}, {0.40, 0.4}, {0.55, 1}, {0.70, 3}, {0.85, 10}, {0.95, 40}, {1, 180}
  };

  /** Lines of one request, of those that have any: 23 % more than one. */
  private static final double[][] LINES_PER_REQUEST = {
    {0, 1}, {0.77, 1}, {0.7700001, 2}, {0.89, 2}, {0.8900001, 3}, {0.97, 3}, {1, 9}
  };

  private static final double QUARTER_SHARE = 0.69;

  private Shape() {}

  /** Days from the opening of a request to the work on it, negative if the work came first. */
  static double lagDays(RandomGenerator random) {
    return quantile(LAG_DAYS, random.nextDouble());
  }

  /** Days from the start of work to its record. */
  static double latenessDays(RandomGenerator random) {
    return quantile(LATENESS_DAYS, random.nextDouble());
  }

  /** Mean days between two requests of a customer with so many lines. */
  static double openingGapDays(int lines) {
    double requests = lines / MEAN_LINES_PER_REQUEST / (1 - UNBILLED_REQUEST_SHARE);
    return OPENING_DAYS / Math.max(1, requests);
  }

  /** How many lines a request gets that gets any, from 1 to 9. */
  static int linesPerRequest(RandomGenerator random) {
    return (int) quantile(LINES_PER_REQUEST, random.nextDouble());
  }

  /**
   * Hours of one piece of work in hundredths: most a multiple of 25, the rest of 10, at least 10.
   */
  static int hoursHundredths(RandomGenerator random) {
    double hours = quantile(HOURS, random.nextDouble());
    if (random.nextDouble() < QUARTER_SHARE) {
      return Math.max(25, (int) Math.round(hours * 4) * 25);
    }
    return Math.max(10, (int) Math.round(hours * 10) * 10);
  }

  private static double quantile(double[][] table, double share) {
    int upper = 1;
    while (table[upper][0] < share) {
      upper++;
    }
    double[] low = table[upper - 1];
    double[] high = table[upper];
    return low[1] + (high[1] - low[1]) * (share - low[0]) / (high[0] - low[0]);
  }
}
