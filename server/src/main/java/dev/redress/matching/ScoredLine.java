package dev.redress.matching;

import dev.redress.matching.MatchingModel.Calibration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A line with the best of the requests that it was compared with.
 *
 * @param candidates best first, at most {@value #CANDIDATES_MAX}; of equals the one with the
 *     smaller id
 * @param probabilityOfNone the probability that the line belongs to none of all its candidates
 * @param all that it was compared with
 */
record ScoredLine(LineView view, List<Scored> candidates, double probabilityOfNone, Weighed all) {
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

  /** The same with calibrated probabilities; the evidence stays as it is. */
  ScoredLine calibrated(Calibration calibration) {
    return calibration.equals(Calibration.IDENTITY) ? this : all.calibrated(calibration).scored();
  }

  /** The best candidates and, after them, whichever of some requests are not among them. */
  List<Scored> candidatesAnd(Set<Integer> requests) {
    Set<Integer> missing = new HashSet<>(requests);
    candidates.forEach(candidate -> missing.remove(candidate.request()));
    if (missing.isEmpty()) {
      return candidates;
    }
    List<Scored> result = new ArrayList<>(candidates);
    all.best().stream()
        .filter(candidate -> missing.contains(candidate.request()))
        .forEach(result::add);
    return result;
  }
}
