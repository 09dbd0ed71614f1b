package dev.redress.reconciliation;

import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import java.util.List;

/**
 * What doing a run again came to for one customer.
 *
 * @param differing lines whose verdict came out otherwise than it is stored, by invoice and id
 */
public record Replay(CustomerName customer, Outcome outcome, List<LineName> differing) {

  public Replay {
    differing = List.copyOf(differing);
  }

  /** How the two compare. */
  public enum Outcome {
    /** Every verdict is the same to the byte. */
    SAME,
    /** Some are not, although model and facts are. */
    DIFFERENT,
    /** The customer's facts have changed since, so that the run cannot be done again. */
    FACTS_CHANGED,
    /** The run was done before it was noted on which facts, or the customer was never finished. */
    UNKNOWN
  }
}
