package dev.redress.matching;

import dev.redress.matching.HoursProblem.Bid;
import dev.redress.matching.HoursProblem.Offer;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Successive shortest paths for a transportation problem (Ahuja, Magnanti & Orlin 1993, "Network
 * Flows", section 9.7). Lines are served one after the other; each may push others to their second
 * choice, or out, as long as the evidence grows. After each line the solution is the best for the
 * lines served so far.
 */
final class AugmentingPaths {
  private static final long UNREACHED = Long.MIN_VALUE / 4;

  private final HoursProblem problem;

  /** By line: the most evidence that is gained when an hour is pushed out of it. */
  private final long[] gains;

  /** By line: who pushes it out, and of which offer. */
  private final @Nullable Push[] pushes;

  AugmentingPaths(HoursProblem problem) {
    this.problem = problem;
    this.gains = new long[problem.lines()];
    this.pushes = new Push[problem.lines()];
    Arrays.fill(gains, UNREACHED);
  }

  /** A line takes one of its offers and pushes another line out of the same source. */
  private record Push(int line, int offer, int pushedOffer) {}

  /**
   * Where a path ends: a line takes an offer of which something is left, or goes without.
   *
   * @param offer of the line, or -1 for going without
   */
  private record End(int line, int offer, long gain) {}

  /** Gives a line the hours that it wants as far as that adds evidence. */
  void serve(int line) {
    while (problem.wanted(line) > 0) {
      ArrayDeque<Integer> reached = new ArrayDeque<>();
      End end = search(line, reached);
      if (end.gain() > 0) {
        push(line, end);
      }
      for (int other : reached) {
        gains[other] = UNREACHED;
        pushes[other] = null;
      }
      if (end.gain() <= 0) {
        return;
      }
    }
  }

  /** Finds the path of the most gain, label-correcting; of equal paths the first found. */
  private End search(int line, ArrayDeque<Integer> reached) {
    End best = new End(line, -1, 0);
    ArrayDeque<Integer> open = new ArrayDeque<>();
    gains[line] = 0;
    reached.add(line);
    open.add(line);
    while (!open.isEmpty()) {
      int at = open.remove();
      if (gains[at] > best.gain()) {
        best = new End(at, -1, gains[at]);
      }
      for (int offer = 0; offer < problem.offers(at).size(); offer++) {
        Offer taken = problem.offers(at).get(offer);
        long gain = gains[at] + taken.gainMicrobits();
        if (problem.left(taken.source()) > 0) {
          best = gain > best.gain() ? new End(at, offer, gain) : best;
        } else {
          pushOthers(new Push(at, offer, -1), gain, reached, open);
        }
      }
    }
    return best;
  }

  private void pushOthers(
      Push push, long gain, ArrayDeque<Integer> reached, ArrayDeque<Integer> open) {
    int source = problem.offers(push.line()).get(push.offer()).source();
    for (Bid bid : problem.bids(source)) {
      if (bid.line() == push.line() || problem.given(bid.line(), bid.offer()) == 0) {
        continue;
      }
      long lost = problem.offers(bid.line()).get(bid.offer()).gainMicrobits();
      if (gain - lost > gains[bid.line()]) {
        if (gains[bid.line()] == UNREACHED) {
          reached.add(bid.line());
        }
        gains[bid.line()] = gain - lost;
        pushes[bid.line()] = new Push(push.line(), push.offer(), bid.offer());
        open.add(bid.line());
      }
    }
  }

  private void push(int line, End end) {
    long amount = problem.wanted(line);
    if (end.offer() >= 0) {
      int source = problem.offers(end.line()).get(end.offer()).source();
      amount = Math.min(amount, problem.left(source));
    }
    int at = end.line();
    for (Push push = pushes[at]; push != null; push = pushes[at]) {
      amount = Math.min(amount, problem.given(at, push.pushedOffer()));
      at = push.line();
    }
    // From the end back to the line, so that no source is ever overdrawn.
    at = end.line();
    if (end.offer() >= 0) {
      problem.give(at, end.offer(), amount);
    }
    for (Push push = pushes[at]; push != null; push = pushes[at]) {
      problem.give(at, push.pushedOffer(), -amount);
      problem.give(push.line(), push.offer(), amount);
      at = push.line();
    }
  }
}
