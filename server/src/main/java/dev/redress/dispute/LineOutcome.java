package dev.redress.dispute;

/** What was decided for a disputed line. */
public enum LineOutcome {
  /** The charge stands; the customer accepted the explanation. */
  EXPLAINED(Given.NOTHING),
  /** The charge stands; the customer does not agree. */
  DENIED(Given.NOTHING),
  /** The whole disputed amount is given back. */
  CREDITED(Given.ALL),
  /** A part of the disputed amount is given back. */
  PARTIALLY_CREDITED(Given.PART),
  /** The provider gives the charge up without saying that it was wrong; credited as a whole. */
  WRITTEN_OFF(Given.ALL),
  /** Billed anew on another invoice; what is disputed here is credited as a whole. */
  REBILLED(Given.ALL),
  /** The customer took this claim back. */
  WITHDRAWN(Given.NOTHING);

  private final Given given;

  LineOutcome(Given given) {
    this.given = given;
  }

  /** How much of the disputed amount it gives back. */
  public Given given() {
    return given;
  }

  /** How much of the disputed amount an outcome gives back. */
  public enum Given {
    /** Nothing. */
    NOTHING,
    /** More than nothing, less than all. */
    PART,
    /** All of it. */
    ALL
  }
}
