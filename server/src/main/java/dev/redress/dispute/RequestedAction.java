package dev.redress.dispute;

/** What a customer asks for. In brackets the Peppol code OPStatusAction. */
public enum RequestedAction {
  /** Nothing (NOA). */
  NONE("NOA"),
  /** Say more (PIN). */
  PROVIDE_INFORMATION("PIN"),
  /** Bill anew (NIN). */
  NEW_INVOICE("NIN"),
  /** Give back all of the line (CNF). */
  CREDIT_FULLY("CNF"),
  /** Give back a part (CNP). */
  CREDIT_PARTIALLY("CNP"),
  /** Give back what was promised (CNA). */
  CREDIT_THE_AMOUNT("CNA");

  private final String code;

  RequestedAction(String code) {
    this.code = code;
  }

  /** OPStatusAction. */
  public String code() {
    return code;
  }
}
