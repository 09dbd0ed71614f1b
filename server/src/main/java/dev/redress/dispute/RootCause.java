package dev.redress.dispute;

/** What went wrong at the provider, so that a disputed charge came about. */
public enum RootCause {
  /** The customer asked, and nobody wrote it down. */
  NO_REQUEST_LOGGED,
  /** The work was not described. */
  NOTES_MISSING,
  /** Another customer's work. */
  WRONG_CUSTOMER,
  /** Another price than agreed. */
  WRONG_RATE,
  /** The agreement covers the work. */
  AGREEMENT_MISSED,
  /** The work was entered twice. */
  DUPLICATE_ENTRY,
  /** Hours were rounded in another way than agreed. */
  ROUNDING,
  /** The work went onto a request that takes everything. */
  CATCH_ALL_REQUEST,
  /** The charge was right and nobody had told the customer. */
  CUSTOMER_UNAWARE,
  /** Something else; the comment says what. */
  OTHER
}
