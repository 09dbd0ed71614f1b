package dev.redress.cli.failure;

/** How a command ends, for scripts. The numbers are fixed. */
public enum ExitCode {
  /** Done. */
  OK(0),
  /**
   * An invariant is broken, or a run did not replay; only from {@code verify} and {@code model
   * replay}.
   */
  INVARIANT_BROKEN(1),
  /** The command line is wrong. */
  USAGE(2),
  /** A value is wrong, or a file cannot be read. */
  INVALID_INPUT(3),
  /** Something that was named does not exist. */
  NOT_FOUND(4),
  /** The caller may not do this. */
  NOT_ALLOWED(5),
  /** The state of things does not allow this now. */
  CONFLICT(6),
  /** No server answers, or not in time. */
  UNREACHABLE(7),
  /** An import is done but rows of it were rejected. */
  ROWS_REJECTED(8),
  /** A fault of Redress. */
  BUG(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The exit status of the process. */
  public int number() {
    return number;
  }
}
