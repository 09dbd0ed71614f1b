package dev.redress.dispute;

/**
 * Why a line is disputed. In brackets the Peppol codes OPStatusReason / OPStatusAction; the second
 * is what a customer asks for that does not say otherwise.
 */
public enum DisputeReason {
  /** No request backs it (UNR/CNP). */
  UNCORRELATED("UNR", RequestedAction.CREDIT_PARTIALLY),
  /** The work was done before it was asked for (UNR/PIN). */
  BEFORE_REQUEST("UNR", RequestedAction.PROVIDE_INFORMATION),
  /** The work was done after the request was closed (UNR/PIN). */
  AFTER_CLOSE("UNR", RequestedAction.PROVIDE_INFORMATION),
  /** It was billed twice (OTH/CNP). */
  DUPLICATE("OTH", RequestedAction.CREDIT_PARTIALLY),
  /** More hours are billed than were worked (QTY/CNP). */
  HOURS_EXCESS("QTY", RequestedAction.CREDIT_PARTIALLY),
  /** The hours are rounded otherwise than agreed (QTY/CNP). */
  ROUNDING("QTY", RequestedAction.CREDIT_PARTIALLY),
  /** The technician was at two places at once (QTY/CNP). */
  OVERLAP("QTY", RequestedAction.CREDIT_PARTIALLY),
  /** The technician worked more hours than a day has to give (QTY/CNP). */
  IMPOSSIBLE_DAY("QTY", RequestedAction.CREDIT_PARTIALLY),
  /** The price is not the agreed one (PRI/CNP). */
  RATE("PRI", RequestedAction.CREDIT_PARTIALLY),
  /** The agreement had hours left for it (FIN/CNP). */
  IN_AGREEMENT("FIN", RequestedAction.CREDIT_PARTIALLY),
  /** The work is not billed by agreement (ITM/CNP). */
  NON_BILLABLE("ITM", RequestedAction.CREDIT_PARTIALLY),
  /** Administration or travel that was not agreed (ITM/CNP). */
  ADMIN_TRAVEL("ITM", RequestedAction.CREDIT_PARTIALLY),
  /** Nothing says what was done (REF/PIN). */
  NO_NOTES("REF", RequestedAction.PROVIDE_INFORMATION),
  /** What it says could be anything (REF/PIN). */
  VAGUE("REF", RequestedAction.PROVIDE_INFORMATION),
  /** Several things in one line, so that none can be checked (REF/PIN). */
  BLOCK_BILLED("REF", RequestedAction.PROVIDE_INFORMATION),
  /** It was billed long after the work (OTH/PIN). */
  STALE("OTH", RequestedAction.PROVIDE_INFORMATION),
  /** The work lies outside the period that is billed (OTH/PIN). */
  OUT_OF_PERIOD("OTH", RequestedAction.PROVIDE_INFORMATION),
  /** It was billed to the wrong customer (OTH/CNF). */
  WRONG_CUSTOMER("OTH", RequestedAction.CREDIT_FULLY),
  /** The work was not done (DEL/CNP). */
  NOT_DELIVERED("DEL", RequestedAction.CREDIT_PARTIALLY),
  /** The work was not good (QUA/CNP). */
  REWORK_QUALITY("QUA", RequestedAction.CREDIT_PARTIALLY),
  /** The arithmetic is wrong (PRI/NIN). */
  ARITHMETIC("PRI", RequestedAction.NEW_INVOICE),
  /** A credit that was promised is missing (FIN/CNA). */
  CREDIT_NOT_APPLIED("FIN", RequestedAction.CREDIT_THE_AMOUNT),
  /** The customer does not recognise it (UNR/PIN). */
  CUSTOMER_UNRECOGNIZED("UNR", RequestedAction.PROVIDE_INFORMATION),
  /** Less was billed than agreed; for information only, never a claim (NON/NOA, I8). */
  UNDERCHARGE("NON", RequestedAction.NONE);

  private final String code;
  private final RequestedAction action;

  DisputeReason(String code, RequestedAction action) {
    this.code = code;
    this.action = action;
  }

  /** OPStatusReason. */
  public String code() {
    return code;
  }

  /** What is asked for where nothing else was said. */
  public RequestedAction action() {
    return action;
  }
}
