package dev.redress.persistence;

import org.apache.ibatis.exceptions.PersistenceException;

/** A unique key is taken. Stores catch it and say what that means for the caller. */
final class DuplicateKeyException extends PersistenceException {
  private static final long serialVersionUID = 1;

  DuplicateKeyException(Throwable cause) {
    super("a unique key is taken", cause);
  }

  /** Whether it is the key of this name, in lower case. */
  boolean isOf(String constraint) {
    return SqlFailure.names(this, constraint);
  }
}
