package dev.redress.cli.server;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
