package dev.redress.envelope;

/** How VAT counts for what is credited: those of the codes UNTDID 5305 that labor comes under. */
public enum VatCategory {
  /** Taxed at a rate above 0 (S). */
  STANDARD("S", "", ""),
  /** Taxed at 0 (Z). */
  ZERO_RATED("Z", "", ""),
  /** Exempt, for a reason that has to be said (E). */
  EXEMPT("E", "", ""),
  /** The buyer owes the tax (AE). */
  REVERSE_CHARGE("AE", "VATEX-EU-AE", "Reverse charge"),
  /** VAT has nothing to do with it, such as outside of the European Union (O). */
  NOT_SUBJECT("O", "VATEX-EU-O", "Not subject to VAT");

  private final String code;
  private final String reasonCode;
  private final String reason;

  VatCategory(String code, String reasonCode, String reason) {
    this.code = code;
    this.reasonCode = reasonCode;
    this.reason = reason;
  }

  /** Its code in UNTDID 5305 (BT-118, BT-151). */
  public String code() {
    return code;
  }

  /** Why no tax is due, as a code of the list VATEX (BT-121); empty where there is none. */
  public String reasonCode() {
    return reasonCode;
  }

  /** Why no tax is due, in words (BT-120); empty where it goes without saying or must be said. */
  String reason() {
    return reason;
  }
}
