package dev.redress.cli.server;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The launcher {@code redress}, which alone knows how to start a server. */
final class ServerLauncher {
  /** The system property in which the launcher names itself. */
  static final String PROPERTY = "redress.launcher";

  private ServerLauncher() {}

  /**
   * The launcher's file.
   *
   * @throws CommandFailure when this program was not started by the launcher
   */
  static String path() {
    String launcher = System.getProperty(PROPERTY, "");
    if (launcher.isEmpty() || !Files.isExecutable(Path.of(launcher))) {
      throw new CommandFailure(
          ExitCode.CONFLICT,
          "a server can only be started through the launcher 'redress' at the top of the"
              + " repository; start this command with it");
    }
    return launcher;
  }

  /**
   * Runs the server's program in the foreground.
   *
   * @return its exit code
   * @throws CommandFailure when it cannot be started
   */
  static int run(Session session, String command, List<String> arguments) {
    session.terminal().flush();
    try {
      Process server = new ProcessBuilder(command(command, arguments)).inheritIO().start();
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::destroy));
      return server.waitFor();
    } catch (IOException e) {
      throw notStarted(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Runs the server's program to its end.
   *
   * @return all that it said
   * @throws CommandFailure when it cannot be started
   */
  static Said ask(String command, List<String> arguments) {
    try {
      Process server =
          new ProcessBuilder(command(command, arguments)).redirectErrorStream(true).start();
      server.getOutputStream().close();
      String said = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(server.waitFor(), said.lines().toList());
    } catch (IOException e) {
      throw notStarted(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** How the server's program ended, and what it said. */
  record Said(int exitCode, List<String> lines) {
    Said {
      lines = List.copyOf(lines);
    }
  }

  private static List<String> command(String command, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of(path(), command));
    all.addAll(arguments);
    return all;
  }

  private static CommandFailure notStarted(IOException failure) {
    return new CommandFailure(
        ExitCode.INVALID_INPUT, "the server cannot be started: " + failure.getMessage(), failure);
  }

  private static CommandFailure interrupted(InterruptedException failure) {
    Thread.currentThread().interrupt();
    return new CommandFailure(ExitCode.CONFLICT, "the server was interrupted", failure);
  }
}
