package dev.redress.dispute;

/** Who brought a dispute up. */
public enum RaisedBy {
  /** Somebody of the provider. */
  PROVIDER,
  /** A reconciliation that could not tie a line to any request. */
  RECONCILIATION,
  /** The customer, through a system of the provider. */
  CUSTOMER
}
