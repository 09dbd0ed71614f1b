package dev.redress.envelope;

/**
 * How a buyer stands to an invoice: those codes of UNCL 4343 (Peppol subset) that a dispute can
 * lead to. The other two, AB (it arrived) and PD (it was paid), are for the buyer's own systems.
 */
public enum ResponseStatus {
  /** It is looked at, and nothing is asked (IP). */
  IN_PROCESS("IP"),
  /** It is not accepted before something was answered (UQ). */
  UNDER_QUERY("UQ"),
  /** It is accepted but for what the clarifications say (CA). */
  CONDITIONALLY_ACCEPTED("CA"),
  /** Nothing of it is accepted (RE). */
  REJECTED("RE"),
  /** It is accepted (AP). */
  ACCEPTED("AP");

  private final String code;

  ResponseStatus(String code) {
    this.code = code;
  }

  /** UNCL 4343. */
  public String code() {
    return code;
  }
}
