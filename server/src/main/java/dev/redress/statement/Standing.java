package dev.redress.statement;

/** What is known about a labor line, as its customer is told. */
public enum Standing {
  /** Tied to what the customer asked for. */
  MATCHED,
  /** Tied to nothing, and the customer accepted it nevertheless. */
  ACCEPTED,
  /** It may belong to one of several requests. */
  AMBIGUOUS,
  /** Tied to nothing that the customer asked for. */
  UNMATCHED,
  /** Too little is known to say anything. */
  NOT_AUDITABLE,
  /** Nobody has looked at it yet. */
  NOT_CHECKED;

  /** Whether something is known about the line, good or bad. */
  public boolean isConclusive() {
    return this != NOT_AUDITABLE && this != NOT_CHECKED;
  }

  /** Whether nothing is left to ask about the line. */
  public boolean isClear() {
    return this == MATCHED || this == ACCEPTED;
  }
}
