package dev.redress.persistence;

/** The database cannot be opened; the message says why and what to do, in one sentence. */
public final class DatabaseOpenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DatabaseOpenException(String message) {
    super(message);
  }

  DatabaseOpenException(String message, Throwable cause) {
    super(message, cause);
  }
}
