package dev.redress.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lines that want hours, sources that have some, and what each could give to whom: a transportation
 * problem, with the amounts given so far. Hours are counted in ten-thousandths.
 */
final class HoursProblem {
  /** The capacity of a source that never runs out. */
  static final long UNLIMITED = Long.MAX_VALUE / 4;

  private final List<List<Offer>> offers;
  private final List<List<Bid>> bids = new ArrayList<>();

  /** By source, the bids that were given something, in the order of lines. */
  private final List<NavigableMap<Integer, Bid>> holders = new ArrayList<>();

  private final long[] wanted;
  private final long[] left;
  private final long[][] given;

  /**
   * What a line could take from a source.
   *
   * @param gainMicrobits the evidence for it in millionths of a bit, above zero
   */
  record Offer(int source, long gainMicrobits) {}

  /**
   * An offer seen from its source.
   *
   * @param offer its place among the offers of the line
   */
  record Bid(int line, int offer) {}

  /**
   * States a problem.
   *
   * @param offers by line; the order of lines decides between equals
   * @param wanted by line
   * @param capacities by source
   */
  HoursProblem(List<List<Offer>> offers, long[] wanted, long[] capacities) {
    this.offers = List.copyOf(offers);
    this.wanted = wanted.clone();
    this.left = capacities.clone();
    this.given = new long[offers.size()][];
    for (int source = 0; source < capacities.length; source++) {
      bids.add(new ArrayList<>());
      holders.add(new TreeMap<>());
    }
    for (int line = 0; line < offers.size(); line++) {
      given[line] = new long[offers.get(line).size()];
      for (int offer = 0; offer < given[line].length; offer++) {
        bids.get(offers.get(line).get(offer).source()).add(new Bid(line, offer));
      }
    }
  }

  int lines() {
    return offers.size();
  }

  int sources() {
    return left.length;
  }

  /** What a line could take. */
  List<Offer> offers(int line) {
    return offers.get(line);
  }

  /** Who could take from a source, in the order of lines. */
  List<Bid> bids(int source) {
    return bids.get(source);
  }

  /** Who has something of a source, in the order of lines. */
  Collection<Bid> holders(int source) {
    return holders.get(source).values();
  }

  /** Whether lines compete for the source. */
  boolean isLimited(int source) {
    return left[source] < UNLIMITED / 2;
  }

  /** What a line still wants. */
  long wanted(int line) {
    return wanted[line];
  }

  /** What a source still has. */
  long left(int source) {
    return left[source];
  }

  /** What a line has of one of its offers. */
  long given(int line, int offer) {
    return given[line][offer];
  }

  /** Gives a line more of one of its offers, or takes some back if the amount is negative. */
  void give(int line, int offer, long amount) {
    given[line][offer] += amount;
    wanted[line] -= amount;
    int source = offers.get(line).get(offer).source();
    left[source] -= amount;
    if (given[line][offer] == 0) {
      holders.get(source).remove(line);
    } else {
      holders.get(source).put(line, new Bid(line, offer));
    }
  }
}
