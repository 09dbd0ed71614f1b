package dev.redress.cli.output;

/** Nobody reads the output any more, as after {@code | head}: a reason to stop, not a fault. */
public final class OutputClosedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutputClosedException() {
    super("the output was closed");
  }
}
