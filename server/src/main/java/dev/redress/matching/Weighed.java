package dev.redress.matching;

import dev.redress.matching.MatchingModel.Calibration;
import dev.redress.matching.ScoredLine.Scored;
import java.util.ArrayList;
import java.util.List;

/** The candidates of a line weighed against each other and against "none of them". */
final class Weighed {
  /** Candidates so far behind the best, or behind none of them, add nothing that a double holds. */
  private static final double BEHIND_BITS_MAX = 60;

  private final Compared compared;
  private final double[] bits;
  private final double[] probabilities;
  private final double probabilityOfNone;

  /**
   * Weighs candidates.
   *
   * @param bits the log-odds of each
   */
  Weighed(Compared compared, double[] bits) {
    this(compared, bits, Calibration.IDENTITY);
  }

  private Weighed(Compared compared, double[] bits, Calibration calibration) {
    this.compared = compared;
    this.bits = bits;
    this.probabilities = new double[bits.length];
    double most = 0;
    for (double candidate : bits) {
      most = Math.max(most, calibration.bits(candidate));
    }
    double sum = 1;
    for (int candidate = 0; candidate < bits.length; candidate++) {
      double calibrated = calibration.bits(bits[candidate]);
      if (calibrated > most - BEHIND_BITS_MAX) {
        probabilities[candidate] = Bits.odds(calibrated);
        sum += probabilities[candidate];
      }
    }
    for (int candidate = 0; candidate < bits.length; candidate++) {
      probabilities[candidate] /= sum;
    }
    probabilityOfNone = 1 / sum;
  }

  /** The same with calibrated probabilities; the evidence stays as it is. */
  Weighed calibrated(Calibration calibration) {
    return new Weighed(compared, bits, calibration);
  }

  /** The line with the best candidates. */
  ScoredLine scored() {
    return new ScoredLine(line(), best(ScoredLine.CANDIDATES_MAX), probabilityOfNone, this);
  }

  LineView line() {
    return compared.line();
  }

  /** How many candidates there are. */
  int size() {
    return bits.length;
  }

  /** The request of a candidate. */
  int request(int candidate) {
    return compared.candidates().request(candidate);
  }

  /** Whether a request is among the candidates. */
  boolean holds(int request) {
    return compared.candidates().holds(request);
  }

  /** The probability that the line belongs to a candidate; with that of none they add up to one. */
  double probability(int candidate) {
    return probabilities[candidate];
  }

  /** The probability that the line belongs to none of its candidates. */
  double probabilityOfNone() {
    return probabilityOfNone;
  }

  /** All candidates, best first. */
  List<Scored> best() {
    return best(bits.length);
  }

  /** The best candidates, best first; of equals the one with the smaller id. */
  List<Scored> best(int count) {
    int[] places = new int[Math.min(count, bits.length)];
    int filled = 0;
    for (int candidate = 0; candidate < bits.length; candidate++) {
      if (filled == places.length && bits[candidate] <= bits[places[filled - 1]]) {
        continue;
      }
      int at = filled < places.length ? filled++ : filled - 1;
      for (; at > 0 && bits[places[at - 1]] < bits[candidate]; at--) {
        places[at] = places[at - 1];
      }
      places[at] = candidate;
    }
    List<Scored> best = new ArrayList<>(filled);
    for (int at = 0; at < filled; at++) {
      int place = places[at];
      best.add(new Scored(request(place), bits[place], probabilities[place]));
    }
    return best;
  }
}
