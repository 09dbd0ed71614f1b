package dev.redress.dispute;

/** What was decided for a disputed line. */
public enum LineOutcome {
  /** The charge stands; the customer accepted the explanation. */
  EXPLAINED,
  /** The whole disputed amount is given back. */
  CREDITED,
  /** A part of the disputed amount is given back. */
  PARTIALLY_CREDITED,
  /** The charge stands; the customer does not agree. */
  DENIED
}
