package dev.redress.identity;

/** A resource name or an id that cannot be one; the message says what it must look like. */
public final class InvalidNameException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** With one sentence for the caller. */
  public InvalidNameException(String message) {
    super(message);
  }
}
