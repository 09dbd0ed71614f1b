package dev.redress.privacy;

/** How the rows of a table are found that belong to a customer. */
public enum Scope {
  /** By their column {@code customer_id}. */
  CUSTOMER,
  /** They belong to a dispute of the customer. */
  DISPUTE,
  /** They belong to somebody who may call for the customer. */
  PRINCIPAL,
  /** They are events of the journal about the customer, or say how far one came. */
  EVENT,
  /** None does: they are the provider's, or cannot be told apart by customer. */
  NONE
}
