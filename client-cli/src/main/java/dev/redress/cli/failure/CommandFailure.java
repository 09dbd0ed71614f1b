package dev.redress.cli.failure;

/** Ends a command: its message is one sentence that says what is wrong and what to do. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exitCode;

  /**
   * A failure that the command line found itself.
   *
   * @param message a sentence without the leading {@code redress: } and without a final stop
   */
  public CommandFailure(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** A failure with the exception that it came from, which is shown only for debugging. */
  public CommandFailure(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** The exit status that goes with it. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** The message, never absent. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
