package dev.redress.app;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The server's way in. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int EXIT_FAILED = 70;

  /** The first argument of what is no server. */
  private static final String RESTORE = "restore";

  private Main() {}

  /** Runs {@code redress restore} when that is the first argument, else {@code redress serve}. */
  public static void main(String[] arguments) {
    boolean restores = arguments.length > 0 && arguments[0].equals(RESTORE);
    CommandLine command =
        new CommandLine(restores ? new RestoreCommand() : new ServeCommand())
            .setOverwrittenOptionsAllowed(true);
    command.setParameterExceptionHandler(
        (exception, given) -> {
          say(exception, command.getCommandName());
          return CommandLine.ExitCode.USAGE;
        });
    command.setExecutionExceptionHandler(
        (exception, given, parsed) -> {
          String what = restores ? "the restore" : "the server";
          LOG.error("{} cannot go on", what, exception);
          System.err.println("redress: " + what + " cannot go on: " + exception.getMessage());
          return EXIT_FAILED;
        });
    String[] expanded;
    try {
      LogSettings.check(System.getenv());
      expanded =
          restores
              ? Arrays.copyOfRange(arguments, 1, arguments.length)
              : ConfigFile.expand(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("redress: " + e.getMessage());
      System.exit(CommandLine.ExitCode.USAGE);
      return;
    }
    System.exit(command.execute(expanded));
  }

  private static void say(ParameterException exception, String command) {
    System.err.println("redress: " + exception.getMessage() + "; see '" + command + " --help'");
  }
}
