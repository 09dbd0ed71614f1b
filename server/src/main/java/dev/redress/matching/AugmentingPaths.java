package dev.redress.matching;

import dev.redress.matching.HoursProblem.Bid;
import dev.redress.matching.HoursProblem.Offer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Successive shortest paths with potentials for a transportation problem (Ahuja, Magnanti & Orlin
 * 1993, "Network Flows", section 9.7). Lines are served one after the other; each may push others
 * to their second choice, or out, as long as the evidence grows. After each line the solution is
 * the best for the lines served so far.
 *
 * <p>An hour travels from a line to a source, from there to a line that has hours of it, and so on,
 * until a source has some left or a line goes without. Evidence lost is distance. Potentials keep
 * all distances above zero, so that the nearest end is found without looking at the rest.
 */
final class AugmentingPaths {
  private static final long UNREACHED = Long.MAX_VALUE;
  private static final int NONE = -1;

  private final HoursProblem problem;
  private final int lines;

  /** By node: a line by its number, a source by its number after those of the lines. */
  private final long[] potentials;

  private final long[] distances;

  /** By source node: who takes an hour of it, by which offer. */
  private final Bid[] takers;

  /** By line: the offer of which it is pushed out, or {@link #NONE}. */
  private final int[] pushedOffers;

  /** Nodes with a distance, to be forgotten after a search. */
  private final List<Integer> reached = new ArrayList<>();

  private int found;

  AugmentingPaths(HoursProblem problem) {
    this.problem = problem;
    this.lines = problem.lines();
    this.potentials = new long[lines + problem.sources()];
    this.distances = new long[potentials.length];
    this.takers = new Bid[problem.sources()];
    this.pushedOffers = new int[lines];
    Arrays.fill(distances, UNREACHED);
  }

  /**
   * A node to look at; of equally near ones the one first that was found first, so that a line
   * rather takes its own second choice than push another line to an equal one.
   *
   * @param found how many were found before it
   */
  private record Step(long distance, int found, int node) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int nearer = Long.compare(distance, other.distance);
      return nearer == 0 ? Integer.compare(found, other.found) : nearer;
    }
  }

  /**
   * Where a path ends: a source that a line takes an hour of, or a line that goes without.
   *
   * @param distance from the line that is served
   */
  private record End(int node, long distance) {}

  /** Gives a line the hours that it wants as far as that adds evidence. */
  void serve(int line) {
    for (Offer offer : problem.offers(line)) {
      long farthest = potentials[lines + offer.source()] + offer.gainMicrobits();
      potentials[line] = Math.max(potentials[line], farthest);
    }
    boolean gains = true;
    while (gains && problem.wanted(line) > 0) {
      End end = search(line);
      gains = potentials[line] > end.distance();
      if (gains) {
        reached.stream()
            .filter(node -> distances[node] < end.distance())
            .forEach(node -> potentials[node] += distances[node] - end.distance());
        push(line, end.node());
      }
      reached.forEach(node -> distances[node] = UNREACHED);
      reached.clear();
    }
  }

  /** Finds the nearest end (Dijkstra 1959); of equally near ones the first found. */
  private End search(int line) {
    PriorityQueue<Step> open = new PriorityQueue<>();
    found = 0;
    End nearest = new End(line, potentials[line]);
    reach(line, 0, open);
    pushedOffers[line] = NONE;
    for (Step step = open.poll(); step != null; step = open.poll()) {
      int node = step.node();
      if (step.distance() >= nearest.distance()) {
        break;
      }
      if (step.distance() > distances[node]) {
        continue;
      }
      boolean isEnd = node < lines || problem.left(node - lines) > 0;
      long toEnd = step.distance() + potentials[node];
      if (isEnd && toEnd < nearest.distance()) {
        nearest = new End(node, toEnd);
      }
      if (node < lines) {
        take(node, toEnd, open);
      } else {
        pushOthers(node, toEnd, open);
      }
    }
    return nearest;
  }

  /** Looks at what a line could take. */
  private void take(int line, long begin, PriorityQueue<Step> open) {
    List<Offer> offers = problem.offers(line);
    for (int offer = 0; offer < offers.size(); offer++) {
      int source = offers.get(offer).source();
      long distance = begin - offers.get(offer).gainMicrobits() - potentials[lines + source];
      if (distance < distances[lines + source]) {
        reach(lines + source, distance, open);
        takers[source] = new Bid(line, offer);
      }
    }
  }

  /** Looks at who has hours of a source and could be pushed out of it. */
  private void pushOthers(int node, long begin, PriorityQueue<Step> open) {
    for (Bid holder : problem.holders(node - lines)) {
      long lost = problem.offers(holder.line()).get(holder.offer()).gainMicrobits();
      long distance = begin + lost - potentials[holder.line()];
      if (distance < distances[holder.line()]) {
        reach(holder.line(), distance, open);
        pushedOffers[holder.line()] = holder.offer();
      }
    }
  }

  private void reach(int node, long distance, PriorityQueue<Step> open) {
    if (distances[node] == UNREACHED) {
      reached.add(node);
    }
    distances[node] = distance;
    open.add(new Step(distance, found++, node));
  }

  /** Moves as many hours along a path as all its parts allow. */
  private void push(int line, int end) {
    List<Bid> taken = new ArrayList<>();
    List<Bid> pushed = new ArrayList<>();
    long amount = problem.wanted(line);
    int last = end;
    if (end >= lines) {
      amount = Math.min(amount, problem.left(end - lines));
      taken.add(takers[end - lines]);
      last = takers[end - lines].line();
    }
    while (pushedOffers[last] != NONE) {
      Bid out = new Bid(last, pushedOffers[last]);
      Bid in = takers[problem.offers(last).get(out.offer()).source()];
      amount = Math.min(amount, problem.given(last, out.offer()));
      pushed.add(out);
      taken.add(in);
      last = in.line();
    }
    for (Bid out : pushed) {
      problem.give(out.line(), out.offer(), -amount);
    }
    for (Bid in : taken) {
      problem.give(in.line(), in.offer(), amount);
    }
  }
}
