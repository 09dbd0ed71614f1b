package dev.redress.attachment;

/** What a note is about, and so whether its words may reach the customer. */
public enum NoteKind {
  /** For the provider's own people, not for the customer. */
  INTERNAL,
  /** What the customer said, so that nobody asks again. */
  CUSTOMER_SAID,
  /** What the customer was told. */
  CUSTOMER_TOLD
}
