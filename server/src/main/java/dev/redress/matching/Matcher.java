package dev.redress.matching;

import java.util.List;

/**
 * Ties labor lines to requests: finds candidates, compares them (Fellegi & Sunter 1969), spreads
 * the hours over all lines together, and decides. A pure function: the same input and model give
 * the same verdicts, whatever the order of the lists.
 */
public final class Matcher {
  private Matcher() {}

  /** Answers for the lines of one customer by the shipped model, ordered by line name. */
  public static List<Verdict> match(MatchingInput input) {
    return match(input, MatchingModel.shipped());
  }

  /** Answers for the lines of one customer, ordered by line name. */
  public static List<Verdict> match(MatchingInput input, MatchingModel model) {
    return SolvedCustomer.solve(input, model).verdicts();
  }
}
