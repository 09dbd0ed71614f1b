package dev.redress.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The server's way in. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int EXIT_FAILED = 70;

  private Main() {}

  /** Runs {@code redress serve} with these options. */
  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new ServeCommand()).setOverwrittenOptionsAllowed(true);
    command.setParameterExceptionHandler(
        (exception, given) -> {
          say(exception);
          return CommandLine.ExitCode.USAGE;
        });
    command.setExecutionExceptionHandler(
        (exception, given, parsed) -> {
          LOG.error("the server cannot go on", exception);
          System.err.println("redress: the server cannot go on: " + exception.getMessage());
          return EXIT_FAILED;
        });
    String[] expanded;
    try {
      expanded = ConfigFile.expand(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("redress: " + e.getMessage());
      System.exit(CommandLine.ExitCode.USAGE);
      return;
    }
    System.exit(command.execute(expanded));
  }

  private static void say(ParameterException exception) {
    System.err.println("redress: " + exception.getMessage() + "; see 'redress serve --help'");
  }
}
