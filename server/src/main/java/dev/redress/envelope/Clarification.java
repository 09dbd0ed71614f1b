package dev.redress.envelope;

import java.util.List;

/**
 * Why a buyer does not simply accept an invoice, or what it asks for.
 *
 * @param text the same in plain words
 * @param values what the buyer proposes instead
 */
public record Clarification(CodeList list, String code, String text, List<ProposedValue> values) {

  public Clarification {
    values = List.copyOf(values);
  }

  /** The list that a code is from. */
  public enum CodeList {
    /** Why. */
    REASON("OPStatusReason"),
    /** What is asked for. */
    ACTION("OPStatusAction");

    private final String id;

    CodeList(String id) {
      this.id = id;
    }

    /** Its name in Peppol. */
    public String id() {
      return id;
    }
  }

  /**
   * What a business term of the invoice should say.
   *
   * @param term of EN 16931, such as {@code BT-131}
   */
  public record ProposedValue(String term, String value) {}
}
