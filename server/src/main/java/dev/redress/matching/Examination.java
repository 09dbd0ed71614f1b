package dev.redress.matching;

import dev.redress.matching.ScoredLine.Scored;
import java.util.ArrayList;
import java.util.List;

/**
 * What all comparisons say of the lines of one customer, before hours are spread.
 *
 * @param lines in the order of their names, with their candidates
 */
record Examination(
    RequestBook book,
    WorkLog log,
    WorkDates workDates,
    HoursComparison hours,
    WorkTypeComparison workType,
    AssigneeAffinity affinity,
    Comparisons comparisons,
    List<Compared> lines) {

  /** Less likely pairs are very many and add up to next to nothing. */
  private static final double LIKELY_MIN = 0.001;

  Examination {
    lines = List.copyOf(lines);
  }

  /**
   * A pair that belongs together with some certainty.
   *
   * @param weight how many lines it counts for, at most 1
   */
  record WeightedPair(LineView line, int request, double weight) {}

  /**
   * The pairs from which the levels of one comparison are counted: those that are known, and those
   * of unlabelled lines by the probability that all other comparisons give them, with the prior as
   * it is (the sessions of Fellegi-Sunter estimation: no signal teaches itself).
   *
   * @param session the comparison that is estimated
   * @param unlabelledWeight how many known lines an unlabelled one is worth
   */
  List<WeightedPair> pairs(LabelledInput labelled, Signal.Kind session, double unlabelledWeight) {
    List<WeightedPair> pairs = new ArrayList<>();
    for (Compared line : lines) {
      LineLabel label = labelled.labels().get(line.line().line().name());
      if (label == null) {
        addLikely(line, session, unlabelledWeight, pairs);
      } else if (isKnownPair(label)) {
        for (String id : label.requests().stream().sorted().toList()) {
          Integer request = book.place(id);
          if (request != null) {
            pairs.add(new WeightedPair(line.line(), request, 1.0 / label.requests().size()));
          }
        }
      }
    }
    return pairs;
  }

  /** How many lines have no label. */
  long unlabelled(LabelledInput labelled) {
    return lines.stream()
        .filter(line -> !labelled.labels().containsKey(line.line().line().name()))
        .count();
  }

  /** Whether a label says which pairs belong together, and may be learned from. */
  static boolean isKnownPair(LineLabel label) {
    boolean names =
        label.kind() == LineLabel.Kind.CONFIRMED || label.kind() == LineLabel.Kind.REFERENCE;
    return names && LabelPart.of(label.line()) == LabelPart.WEIGHTS;
  }

  private void addLikely(
      Compared line, Signal.Kind session, double weight, List<WeightedPair> pairs) {
    List<Scored> candidates = comparisons.weigh(line).best();
    double[] odds = new double[candidates.size()];
    double sum = 1;
    for (int i = 0; i < odds.length; i++) {
      Scored candidate = candidates.get(i);
      double own = comparisons.bits(session, line.line(), candidate.request());
      odds[i] = Bits.odds(candidate.logOddsBits() - own);
      sum += odds[i];
    }
    for (int i = 0; i < odds.length; i++) {
      double probability = odds[i] / sum;
      if (probability > LIKELY_MIN) {
        pairs.add(new WeightedPair(line.line(), candidates.get(i).request(), weight * probability));
      }
    }
  }
}
