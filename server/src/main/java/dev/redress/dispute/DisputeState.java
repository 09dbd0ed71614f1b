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

  /** Whether somebody is waited for. */
  public boolean isWaiting() {
    return this == AWAITING_PROVIDER || this == AWAITING_CUSTOMER;
  }

  /** Whether the dispute has ended and may be opened again. */
  public boolean isReopenable() {
    return this == RESOLVED || this == WITHDRAWN;
  }

  /** Whether its business time counts: not while the customer is waited for. */
  public boolean isClockRunning() {
    return isOpen() && this != AWAITING_CUSTOMER;
  }
}
