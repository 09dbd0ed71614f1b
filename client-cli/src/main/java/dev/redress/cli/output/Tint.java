package dev.redress.cli.output;

/** The colours of a terminal (ECMA-48 SGR) that mean something here. */
enum Tint {
  /** Good. */
  GREEN("32"),
  /** To be looked at. */
  YELLOW("33"),
  /** Bad. */
  RED("31"),
  /** Over, or nothing to say. */
  GRAY("90"),
  /** A heading. */
  BOLD("1"),
  /** As the terminal shows text. */
  NONE("");

  private final String code;

  Tint(String code) {
    this.code = code;
  }

  /** A text in this colour. */
  String apply(String text) {
    return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  /** The colour of a state or an answer. */
  static Tint of(String state) {
    return switch (state) {
      case "MATCHED", "SUCCEEDED", "RESOLVED", "COMPLETED", "CREDITED", "EXPLAINED", "YES" -> GREEN;
      case "AMBIGUOUS",
          "IN_REVIEW",
          "AWAITING_PROVIDER",
          "AWAITING_CUSTOMER",
          "PROPOSED",
          "INCONCLUSIVE",
          "PARTIALLY_CREDITED",
          "ACKNOWLEDGED",
          "DUE" ->
          YELLOW;
      case "UNMATCHED", "REJECTED", "FAILED", "OPEN", "REOPENED", "EXHAUSTED", "NO" -> RED;
      case "NOT_AUDITABLE", "CLOSED", "WITHDRAWN", "CANCELLED", "SUPERSEDED" -> GRAY;
      default -> NONE;
    };
  }
}
