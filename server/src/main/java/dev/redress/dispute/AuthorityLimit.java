package dev.redress.dispute;

import dev.redress.money.Money;

/**
 * What may be conceded on one dispute, in one currency.
 *
 * @param limit in all rounds of the dispute together; 0 or more
 */
public record AuthorityLimit(Holder holder, Money limit) {

  public AuthorityLimit {
    if (limit.minorUnits() < 0) {
      throw new IllegalArgumentException("limit must be 0 or more");
    }
  }

  /** Whose limit it is. */
  public sealed interface Holder {
    /** Everybody of a role who has no limit of his own. */
    record OfRole(Role role) implements Holder {}

    /**
     * One person.
     *
     * @param person 1 to 200 characters
     */
    record OfPerson(String person) implements Holder {}

    /** Nobody: up to here a proposal needs no approval. */
    record Goodwill() implements Holder {}
  }
}
