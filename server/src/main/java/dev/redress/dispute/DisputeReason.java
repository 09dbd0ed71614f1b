package dev.redress.dispute;

/** Why a line is disputed. In brackets the Peppol codes OPStatusReason / OPStatusAction. */
public enum DisputeReason {
  /** No request backs it (UNR/CNP). */
  UNCORRELATED,
  /** It was billed twice (OTH/CNP). */
  DUPLICATE,
  /** More hours are billed than were worked (QTY/CNP). */
  HOURS_EXCESS,
  /** The price is not the agreed one (PRI/CNP). */
  RATE,
  /** Nothing says what was done (REF/PIN). */
  NO_NOTES,
  /** It was billed to the wrong customer (OTH/CNF). */
  WRONG_CUSTOMER,
  /** The work was not done (DEL/CNP). */
  NOT_DELIVERED,
  /** The work was not good (QUA/CNP). */
  REWORK_QUALITY,
  /** The customer does not recognise it (UNR/PIN). */
  CUSTOMER_UNRECOGNIZED,
  /** The arithmetic is wrong (PRI/NIN). */
  ARITHMETIC
}
