package dev.redress.app;

import org.jspecify.annotations.Nullable;

/** A restore that left nothing; the message says why, in one sentence. */
final class RestoreFailedException extends Exception {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  private RestoreFailedException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** What was restored does not hold. */
  static RestoreFailedException broken(String message) {
    return new RestoreFailedException(1, message);
  }

  /** What was named cannot be restored. */
  static RestoreFailedException invalid(@Nullable String message) {
    return new RestoreFailedException(3, String.valueOf(message));
  }

  /** The place is taken. */
  static RestoreFailedException conflict(String message) {
    return new RestoreFailedException(6, message);
  }

  /** The exit status of the process. */
  int exitCode() {
    return exitCode;
  }
}
