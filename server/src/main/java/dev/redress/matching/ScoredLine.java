package dev.redress.matching;

import java.util.List;

/**
 * A line with the best of the requests that it was compared with.
 *
 * @param candidates best first, at most {@value #CANDIDATES_MAX}; of equals the one with the
 *     smaller id
 * @param probabilityOfNone the probability that the line belongs to none of all its candidates
 */
record ScoredLine(LineView view, List<Scored> candidates, double probabilityOfNone) {
  /** Candidates of a line that may back it or be shown. */
  static final int CANDIDATES_MAX = 8;

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
}
