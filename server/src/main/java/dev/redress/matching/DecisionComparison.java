package dev.redress.matching;

import dev.redress.identity.LineName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What clerks decided: a confirmed pair outweighs everything, a rejected one is not compared. */
final class DecisionComparison implements Comparison {
  /** More than all other signals can take away together. */
  static final double CONFIRMED_BITS = 100;

  private final RequestBook book;
  private final Map<LineName, Set<String>> confirmed = new HashMap<>();
  private final Map<LineName, Set<String>> rejected = new HashMap<>();

  DecisionComparison(Collection<MatchDecision> decisions, RequestBook book) {
    this.book = book;
    for (MatchDecision decision : decisions) {
      Map<LineName, Set<String>> decided =
          switch (decision.kind()) {
            case CONFIRMED -> confirmed;
            case REJECTED -> rejected;
          };
      decided.computeIfAbsent(decision.line(), _ -> new TreeSet<>()).add(decision.request());
    }
  }

  /** The requests that a clerk ruled out for a line, ascending. */
  List<Integer> rejected(LineName line) {
    return decided(rejected, line);
  }

  /** The requests that a clerk confirmed for a line, ascending. */
  List<Integer> confirmed(LineName line) {
    return decided(confirmed, line);
  }

  @Override
  public double bits(LineView line, int request) {
    boolean isConfirmed =
        confirmed.getOrDefault(line.line().name(), Set.of()).contains(book.id(request));
    return isConfirmed ? CONFIRMED_BITS : 0;
  }

  @Override
  public void addBits(Candidates candidates, double[] sums) {
    if (confirmed.containsKey(candidates.line().line().name())) {
      Comparison.super.addBits(candidates, sums);
    }
  }

  @Override
  public Signal signal(LineView line, int request) {
    double bits = bits(line, request);
    return new Signal(
        Signal.Kind.DECISION, bits > 0 ? "confirmed by a clerk" : "", book.id(request), bits);
  }

  private List<Integer> decided(Map<LineName, Set<String>> requests, LineName line) {
    return requests.getOrDefault(line, Set.of()).stream()
        .map(book::place)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }
}
