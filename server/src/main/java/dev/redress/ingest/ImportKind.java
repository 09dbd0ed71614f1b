package dev.redress.ingest;

/** What the rows of a file are. */
public enum ImportKind {
  /** One customer a row. */
  CUSTOMERS,
  /** One logged request a row. */
  REQUESTS,
  /** One time entry a row. */
  TIME_ENTRIES,
  /** One labor line a row, with the columns of its invoice. */
  INVOICES,
  /** One rate of an agreement a row, with the columns of its agreement. */
  AGREEMENTS
}
