package dev.redress.dispute;

/** What can be asked of a dispute. */
public enum DisputeAction {
  /** Dispute more lines of the invoice. */
  ADD_LINES,
  /** Look into it. */
  BEGIN_REVIEW,
  /** Say what should happen with each line. */
  PROPOSE,
  /** Agree to what was proposed. */
  APPROVE,
  /** End it as approved. */
  RESOLVE
}
