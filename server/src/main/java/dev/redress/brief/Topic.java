package dev.redress.brief;

/** What a section of a brief is about, in the order of the page. */
public enum Topic {
  /** Who is called, and what it is worth. */
  CUSTOMER("Who the customer is"),
  /** The invoice and the disputed lines. */
  BILLED("What was billed"),
  /** Why each line is disputed, and what the records say of it. */
  FOUND("What we found"),
  /** What the customer told us, and was told. */
  SAID("What the customer already said and was told"),
  /** The calls that were made. */
  TRIED("What was tried"),
  /** What the customer has answered. */
  NOT_TO_ASK("What not to ask again"),
  /** What we owe the customer. */
  PROMISED("What is promised"),
  /** Whom we wait for. */
  AWAITED("What is waited for"),
  /** Other disputes and credits of the customer. */
  EARLIER("What there was before"),
  /** How far the caller may go. */
  MAY_CONCEDE("What you may concede"),
  /** What the call is for. */
  NEXT("What must come out of the call");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  /** The heading of the section. */
  public String title() {
    return title;
  }
}
