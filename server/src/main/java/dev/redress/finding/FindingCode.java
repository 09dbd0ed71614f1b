package dev.redress.finding;

/** What can be wrong with a labor line. */
public enum FindingCode {
  /** No request backs the line. */
  UNCORRELATED(FindingMode.DISPUTE),
  /** The work was done before the request that backs it was logged. */
  BEFORE_REQUEST(FindingMode.NOTE),
  /** The work was done after the request that backs it was closed. */
  AFTER_CLOSE(FindingMode.NOTE),
  /** The same technician, date, hours and words were billed on an earlier line. */
  DUPLICATE(FindingMode.REVIEW),
  /** The technician was at work elsewhere at the same time. */
  OVERLAP(FindingMode.REVIEW),
  /** The technician was billed for more hours than a day has to give. */
  IMPOSSIBLE_DAY(FindingMode.REVIEW),
  /**
   * More hours are billed than were logged: than back the line, or than are left of all requests
   * that it may be for.
   */
  HOURS_EXCESS(FindingMode.REVIEW),
  /** The hours are rounded up otherwise than agreed. */
  ROUNDING(FindingMode.REVIEW),
  /** The price of an hour is above the agreed one. */
  RATE(FindingMode.REVIEW),
  /** The agreement covers the work and had hours left for it. */
  IN_AGREEMENT(FindingMode.REVIEW),
  /** The work was logged as not to be billed. */
  NON_BILLABLE(FindingMode.REVIEW),
  /** The line does not say what was done. */
  NO_NOTES(FindingMode.NOTE),
  /** What the line says could be said of any work. */
  VAGUE(FindingMode.NOTE),
  /** The line lumps several things together, so that none can be checked. */
  BLOCK_BILLED(FindingMode.NOTE),
  /** The work was billed long after it was done. */
  STALE(FindingMode.NOTE),
  /** The work lies outside of the period that is billed. */
  OUT_OF_PERIOD(FindingMode.REVIEW),
  /** The work was logged long after it was done, or its request was. */
  LATE_LOGGED(FindingMode.NOTE),
  /** Hours times rate is not the amount. */
  ARITHMETIC(FindingMode.REVIEW),
  /** The work was logged for another customer. */
  WRONG_CUSTOMER(FindingMode.REVIEW),
  /** Administration or travel that was not agreed. */
  ADMIN_TRAVEL(FindingMode.NOTE),
  /** Less is billed than was agreed or worked; information only, never a claim (I8). */
  UNDERCHARGE(FindingMode.NOTE);

  private final FindingMode shipped;

  FindingCode(FindingMode shipped) {
    this.shipped = shipped;
  }

  /** What follows from it where a provider has not said otherwise. */
  public FindingMode shippedMode() {
    return shipped;
  }

  /**
   * Whether a customer can dispute a charge for it; what cannot be disputed is at most reviewed.
   */
  public boolean isClaimable() {
    return this != LATE_LOGGED && this != UNDERCHARGE;
  }
}
