package dev.redress.backup;

/** What was named is no whole backup; the message says why, in one sentence. */
public final class DamagedBackupException extends Exception {
  private static final long serialVersionUID = 1;

  DamagedBackupException(String message) {
    super(message);
  }

  DamagedBackupException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The message, never absent. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
