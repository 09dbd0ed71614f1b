package dev.redress.matching;

import java.util.List;

/**
 * A line with the requests that it was compared with.
 *
 * @param candidates best first; of equals the one with the smaller id
 */
record ScoredLine(LineView view, List<Scored> candidates) {

  /**
   * One comparison's result.
   *
   * @param logOddsBits the prior and all signals
   * @param probability that the line belongs to the request; all candidates' and that of none of
   *     them add up to one
   */
  record Scored(int request, double logOddsBits, double probability) {}

  ScoredLine {
    candidates = List.copyOf(candidates);
  }

  /** The probability that the line belongs to none of its candidates. */
  double probabilityOfNone() {
    double sum = 0;
    for (Scored candidate : candidates) {
      sum += candidate.probability();
    }
    return Math.clamp(1 - sum, 0, 1);
  }
}
