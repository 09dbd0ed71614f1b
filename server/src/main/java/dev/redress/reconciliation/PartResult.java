package dev.redress.reconciliation;

import java.util.List;

/**
 * What became of a part.
 *
 * @param factsVersion the count of the customer's facts that it rests on
 * @param inconclusive whether no request of the customer was in reach
 * @param shares the coverage, one for each answer and currency that occurs
 */
public record PartResult(
    long factsVersion,
    boolean inconclusive,
    List<Share> shares,
    int disputesOpened,
    int linesDisputed) {

  public PartResult {
    shares = List.copyOf(shares);
  }
}
