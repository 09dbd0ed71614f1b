package dev.redress.reconciliation;

import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.matching.MatchDecision;
import java.util.List;

/** Keeps what clerks decided about lines. */
public interface DecisionStore {

  /** The decisions about a customer's lines, by line and request. */
  List<MatchDecision> all(CustomerName customer);

  /** Stores a decision in the place of an earlier one about the same pair. */
  void put(Decision decision);

  /** Removes the decision about a pair. Tells whether there was one. */
  boolean remove(LineName line, String request);

  /** Removes every confirmation about a line, the parts of a split among them. */
  void removeConfirmed(LineName line);

  /** Removes the parts over which a line is split; other decisions stay. */
  void removeParts(LineName line);

  /** The accepted lines of a customer, by name. */
  List<Acceptance> acceptances(CustomerName customer);

  /** Stores an acceptance in the place of an earlier one of the same line. */
  void accept(Acceptance acceptance);

  /** Removes the acceptance of a line. Tells whether there was one. */
  boolean removeAcceptance(LineName line);
}
