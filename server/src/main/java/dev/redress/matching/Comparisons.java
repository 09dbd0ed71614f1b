package dev.redress.matching;

import dev.redress.matching.ScoredLine.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All comparisons of one customer, in the order of {@link Signal.Kind}, and what they add up to.
 */
final class Comparisons {
  private final RequestBook book;
  private final List<Comparison> all;
  private final List<Comparison> fixed;
  private final List<Comparison> changing;
  private double priorBits;

  /**
   * Puts the comparisons together.
   *
   * @param all one of each kind, in their order
   */
  Comparisons(MatchingModel model, RequestBook book, List<Comparison> all) {
    this.book = book;
    this.all = List.copyOf(all);
    this.fixed = all.stream().filter(comparison -> !comparison.isChanging()).toList();
    this.changing = all.stream().filter(Comparison::isChanging).toList();
    // Before any comparison every request is as likely as every other one.
    this.priorBits = model.asked().bits() - Bits.log2(Math.max(1, book.size()));
  }

  /**
   * A candidate with what does not change about it.
   *
   * @param fixedBits the signals that other lines have no influence on
   */
  record Pair(int request, double fixedBits) {}

  /** A line with its candidates. */
  record Compared(LineView line, List<Pair> pairs) {
    Compared {
      pairs = List.copyOf(pairs);
    }
  }

  /** Corrects the prior of all lines by what the customer's lines show. */
  void shiftPrior(double bits) {
    priorBits += bits;
  }

  /** Compares a line with its candidates as far as other lines have no influence. */
  Compared compare(LineView line, List<Integer> requests) {
    List<Pair> pairs = new ArrayList<>();
    for (int request : requests) {
      pairs.add(new Pair(request, sum(0, fixed, line, request)));
    }
    return new Compared(line, pairs);
  }

  /** Scores candidates of a line against each other and against "none of them". */
  ScoredLine score(Compared compared) {
    return score(compared, changing);
  }

  /** The same by all comparisons but one that changes, to learn what that one is worth. */
  ScoredLine scoreWithout(Comparison left, Compared compared) {
    return score(compared, changing.stream().filter(other -> other != left).toList());
  }

  private ScoredLine score(Compared compared, List<Comparison> changing) {
    List<Pair> pairs = compared.pairs();
    double[] bits = new double[pairs.size()];
    double odds = 1;
    for (int i = 0; i < bits.length; i++) {
      Pair pair = pairs.get(i);
      bits[i] = sum(priorBits + pair.fixedBits(), changing, compared.line(), pair.request());
      odds += Bits.odds(bits[i]);
    }
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < bits.length; i++) {
      scored.add(new Scored(pairs.get(i).request(), bits[i], Bits.odds(bits[i]) / odds));
    }
    scored.sort(
        Comparator.comparingDouble(Scored::logOddsBits)
            .reversed()
            .thenComparingInt(Scored::request));
    return new ScoredLine(compared.line(), scored);
  }

  private static double sum(
      double begin, List<Comparison> comparisons, LineView line, int request) {
    double sum = begin;
    for (Comparison comparison : comparisons) {
      sum += comparison.bits(line, request);
    }
    return sum;
  }

  /** A candidate with its evidence. */
  Candidate explain(LineView line, Scored scored, boolean chosen) {
    return new Candidate(
        book.id(scored.request()),
        scored.probability(),
        priorBits,
        scored.logOddsBits(),
        chosen,
        all.stream().map(comparison -> comparison.signal(line, scored.request())).toList());
  }
}
