package dev.redress.dispute;

/** What can be asked of a dispute. */
public enum DisputeAction {
  /** Dispute more lines of the invoice. */
  ADD_LINES,
  /** Look into it. */
  BEGIN_REVIEW,
  /** Wait for somebody of the provider. */
  AWAIT_PROVIDER,
  /** Wait for the customer. */
  AWAIT_CUSTOMER,
  /** Say what should happen with each line. */
  PROPOSE,
  /** Agree to what was proposed. */
  APPROVE,
  /** End it as approved. */
  RESOLVE,
  /** End it because the customer takes it back. */
  WITHDRAW,
  /** Open it again. */
  REOPEN,
  /** End it for good. */
  CLOSE
}
