package dev.redress.matching;

import dev.redress.matching.Examination.WeightedPair;
import dev.redress.matching.MatchingModel.TechnicianModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits how often the technician of a line is the assignee of its request. A technician can also be
 * it by chance, in proportion to the requests that are assigned to him; which of the two it was is
 * estimated with the share (Dempster, Laird & Rubin 1977).
 */
final class AssigneeFit {
  private static final int ROUNDS = 20;
  private static final double SHARE_MIN = 0.02;

  private final TechnicianModel known;
  private final double knownLines;
  private final List<Seen> seen = new ArrayList<>();

  /**
   * Nothing counted yet.
   *
   * @param knownLines how many lines the known share is worth
   */
  AssigneeFit(TechnicianModel known, double knownLines) {
    this.known = known;
    this.knownLines = knownLines;
  }

  /**
   * A pair in which both sides name somebody.
   *
   * @param own whether it is the same person
   * @param chance that it is by chance
   */
  private record Seen(double weight, boolean own, double chance) {}

  /** Counts pairs of one customer. */
  void add(Examination customer, List<WeightedPair> pairs) {
    AssigneeAffinity affinity = customer.affinity();
    for (WeightedPair pair : pairs) {
      double chance = affinity.namesakeShare(pair.line().technician());
      boolean isLogged =
          !customer.book().work(pair.request()).isEmpty() && !pair.line().logged().isEmpty();
      if (chance > 0 && !isLogged && affinity.hasAssignee(pair.request())) {
        boolean own = affinity.isOwn(pair.line().technician(), pair.request());
        seen.add(new Seen(pair.weight(), own, chance));
      }
    }
  }

  /** The fitted model. */
  TechnicianModel fit() {
    if (seen.isEmpty()) {
      return known;
    }
    double share = known.assigneeShare();
    for (int round = 0; round < ROUNDS; round++) {
      double named = knownLines * known.assigneeShare();
      double lines = knownLines;
      for (Seen pair : seen) {
        lines += pair.weight;
        named += pair.own ? pair.weight * share / (share + (1 - share) * pair.chance) : 0;
      }
      share = Math.clamp(named / lines, SHARE_MIN, 1 - SHARE_MIN);
    }
    return new TechnicianModel(share, known.priorLines(), known.weight());
  }
}
