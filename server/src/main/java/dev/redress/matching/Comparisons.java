package dev.redress.matching;

import dev.redress.matching.ScoredLine.Scored;
import java.util.List;

/**
 * All comparisons of one customer, in the order of {@link Signal.Kind}, and what they add up to.
 *
 * <p>Most say the same of a pair whatever happens to other lines. Two learn from all lines first
 * and then stand; the hours change with every line that is matched.
 */
final class Comparisons {
  private static final List<Signal.Kind> KINDS = List.of(Signal.Kind.values());

  private final RequestBook book;
  private final SpentHours spent;
  private final List<Comparison> all;
  private final List<Comparison> fixed;
  private final HoursComparison hours;
  private double priorBits;

  /**
   * Puts the comparisons together.
   *
   * @param all one of each kind, in their order
   * @param learning those of them that learn from the lines first
   */
  Comparisons(
      MatchingModel model,
      RequestBook book,
      SpentHours spent,
      List<Comparison> all,
      List<Comparison> learning,
      HoursComparison hours) {
    this.book = book;
    this.spent = spent;
    this.all = List.copyOf(all);
    this.fixed =
        all.stream()
            .filter(comparison -> comparison != hours && !learning.contains(comparison))
            .toList();
    this.hours = hours;
    // Before any comparison every request is as likely as every other one.
    this.priorBits = model.asked().bits() - Bits.log2(Math.max(1, book.size()));
  }

  /** Corrects the prior of all lines by what the customer's lines show. */
  void shiftPrior(double bits) {
    priorBits += bits;
  }

  /** Compares a line with its candidates as far as other lines have no influence. */
  Compared compare(Candidates candidates) {
    double[] bits = new double[candidates.size()];
    fixed.forEach(comparison -> comparison.addBits(candidates, bits));
    return new Compared(candidates, bits);
  }

  /** Weighs the candidates of a line by what is known about them now. */
  Weighed weigh(Compared compared) {
    return new Weighed(compared, compared.bits(hours, spent, priorBits));
  }

  /** The same, with the best candidates alone. */
  ScoredLine score(Compared compared) {
    return weigh(compared).scored();
  }

  /** Scores a line as if hours were spent as another comparison knows it. */
  ScoredLine scoreBy(HoursComparison other, Compared compared) {
    return new Weighed(compared, compared.bitsBy(other, priorBits)).scored();
  }

  /** What one comparison is worth. */
  double bits(Signal.Kind kind, LineView line, int request) {
    return all.get(KINDS.indexOf(kind)).bits(line, request);
  }

  /** A candidate with its evidence. */
  Candidate explain(LineView line, Scored scored, boolean chosen) {
    Signal[] signals = new Signal[all.size()];
    for (int kind = 0; kind < signals.length; kind++) {
      signals[kind] = all.get(kind).signal(line, scored.request());
    }
    return new Candidate(
        book.id(scored.request()),
        scored.probability(),
        priorBits,
        scored.logOddsBits(),
        chosen,
        List.of(signals));
  }
}
