package dev.redress.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Spreads the hours of lines over sources so that the evidence, weighted by hours, is as large as
 * it can be and no source gives more than it has. Equal evidence goes to the earlier line.
 *
 * <p>Lines that compete, however indirectly, are solved together and exactly. A group of more than
 * {@value #EXACT_LINES_MAX} competing lines is served greedily, the best evidence first.
 */
final class Assignment {
  /** Larger groups of competing lines are served greedily. */
  static final int EXACT_LINES_MAX = 5_000;

  private Assignment() {}

  /** Solves a problem in place. */
  static void solve(HoursProblem problem) {
    AugmentingPaths paths = new AugmentingPaths(problem);
    for (List<Integer> group : groups(problem)) {
      if (group.size() <= EXACT_LINES_MAX) {
        group.forEach(paths::serve);
      } else {
        serveGreedily(problem, group);
      }
    }
  }

  /** Lines that compete for a source, directly or through others, in their order. */
  private static List<List<Integer>> groups(HoursProblem problem) {
    int[] parents = new int[problem.lines()];
    Arrays.setAll(parents, line -> line);
    for (int line = 0; line < parents.length; line++) {
      for (HoursProblem.Offer offer : problem.offers(line)) {
        if (problem.isLimited(offer.source())) {
          int first = problem.bids(offer.source()).getFirst().line();
          parents[root(parents, line)] = root(parents, first);
        }
      }
    }
    TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
    for (int line = 0; line < parents.length; line++) {
      groups.computeIfAbsent(root(parents, line), _ -> new ArrayList<>()).add(line);
    }
    return List.copyOf(groups.values());
  }

  private static int root(int[] parents, int line) {
    int at = line;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private static void serveGreedily(HoursProblem problem, List<Integer> group) {
    List<HoursProblem.Bid> bids = new ArrayList<>();
    for (int line : group) {
      for (int offer = 0; offer < problem.offers(line).size(); offer++) {
        bids.add(new HoursProblem.Bid(line, offer));
      }
    }
    bids.sort(
        Comparator.comparingLong(
                (HoursProblem.Bid bid) ->
                    problem.offers(bid.line()).get(bid.offer()).gainMicrobits())
            .reversed()
            .thenComparingInt(HoursProblem.Bid::line)
            .thenComparingInt(HoursProblem.Bid::offer));
    for (HoursProblem.Bid bid : bids) {
      int source = problem.offers(bid.line()).get(bid.offer()).source();
      long amount = Math.min(problem.wanted(bid.line()), problem.left(source));
      problem.give(bid.line(), bid.offer(), amount);
    }
  }
}
