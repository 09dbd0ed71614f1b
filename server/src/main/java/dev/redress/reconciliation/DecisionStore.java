package dev.redress.reconciliation;

import dev.redress.identity.CustomerName;
import dev.redress.matching.MatchDecision;
import java.util.List;

/** Keeps what clerks decided about pairs of lines and requests. */
public interface DecisionStore {

  /** The decisions about a customer's lines, by line and request. */
  List<MatchDecision> all(CustomerName customer);

  /** Stores a decision in the place of an earlier one about the same pair. */
  void put(Decision decision);
}
