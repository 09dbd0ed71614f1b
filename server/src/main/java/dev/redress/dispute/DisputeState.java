package dev.redress.dispute;

/** Where a dispute stands. */
public enum DisputeState {
  /** Nobody has looked at it yet. */
  OPEN,
  /** Somebody of the provider is looking into it. */
  IN_REVIEW,
  /** Waits for somebody of the provider. */
  AWAITING_PROVIDER,
  /** Waits for the customer. */
  AWAITING_CUSTOMER,
  /** Each line has a proposed outcome. */
  PROPOSED,
  /** The proposal was approved. */
  APPROVED,
  /** Ended: credits were issued, the customer was told. */
  RESOLVED,
  /** Ended by the customer. */
  WITHDRAWN,
  /** Opened again. */
  REOPENED,
  /** Ended for good. */
  CLOSED;

  /** Whether the dispute still asks for something; every such one has a live callback (I1). */
  public boolean isOpen() {
    return this != RESOLVED && this != WITHDRAWN && this != CLOSED;
  }
}
