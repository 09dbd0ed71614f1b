package dev.redress.cli.failure;

/** Ends a command: its message is one sentence that says what is wrong and what to do. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exitCode;
  private final String field;
  private final String flaw;

  /**
   * A failure that the command line found itself.
   *
   * @param message a sentence without the leading {@code redress: } and without a final stop
   */
  public CommandFailure(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
    this.field = "";
    this.flaw = "";
  }

  /** A failure with the exception that it came from, which is shown only for debugging. */
  public CommandFailure(ExitCode exitCode, String message, Throwable cause) {
    this(exitCode, message, cause, "", "");
  }

  /**
   * A failure that is about a field of what was sent.
   *
   * @param field its path, such as {@code header.time_zone}; empty: about no field
   * @param flaw what is wrong with it, without the path
   */
  public CommandFailure(
      ExitCode exitCode, String message, Throwable cause, String field, String flaw) {
    super(message, cause);
    this.exitCode = exitCode;
    this.field = field;
    this.flaw = flaw;
  }

  /** The path of the field of what was sent that it is about; empty: it is about none. */
  public String field() {
    return field;
  }

  /** What is wrong with the field. */
  public String flaw() {
    return flaw;
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
