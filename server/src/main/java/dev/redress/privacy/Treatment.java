package dev.redress.privacy;

/** What a column holds, and so what the erasure of a customer does with it. */
public enum Treatment {
  /** An id. It stays: others refer to it, and it says nothing by itself. */
  ID(false),
  /** One of a few words that Redress gives: a state, a kind, a currency. It stays. */
  CODE(false),
  /**
   * The name of somebody who works for the provider. It stays: who did what is part of the case.
   */
  STAFF(false),
  /** What the provider agreed on, set up or classifies by. It stays: no person is in it. */
  TERM(false),
  /** What proves who somebody is, a hash of files, or an own matter of Redress. Never exported. */
  SECRET(false),

  /** Words: {@link PersonalData#ERASED} takes their place. */
  TEXT(true),
  /**
   * Words of which a reader wants a form that {@link PersonalData#ERASED} has not: nothing is left.
   */
  EMPTY(true),
  /** As {@link #EMPTY}, where nothing is said by NULL. */
  NULL(true),
  /** A JSON object: an empty one takes its place. */
  JSON(true),
  /** A hash over words, by which guesses could be checked: a fixed text takes its place. */
  HASH(true),
  /**
   * Who wrote or did something: mostly somebody of the provider, who stays; a name that is one of
   * the customer's people is erased as words are.
   */
  AUTHOR(true),
  /** Words within something larger: erased in a way of its own, which the text says. */
  OWN(true);

  private final boolean isErased;

  Treatment(boolean isErased) {
    this.isErased = isErased;
  }

  /** Whether an erasure changes it. */
  public boolean isErased() {
    return isErased;
  }
}
