package dev.redress.cli.server;

import dev.redress.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code redress serve}, for those who get here: the launcher starts the server itself when {@code
 * serve} is its first argument.
 */
@Command(
    name = "serve",
    description = "Starts a server and stays with it until it is stopped.",
    headerHeading = "Examples:%n",
    header = {
      "  redress serve",
      "  redress serve --data /var/lib/redress --port 7443",
      "  redress serve --db jdbc:postgresql://db.example/redress --bind 0.0.0.0",
      ""
    },
    footerHeading = "%n",
    footer = "All options are the server's own; 'redress serve --help' shows them.")
public final class ServeCommand implements Callable<Integer> {
  private final Session session;

  @Unmatched private List<String> arguments = new ArrayList<>();

  /** A command of a session. */
  public ServeCommand(Session session) {
    this.session = session;
  }

  /**
   * Runs a server in the foreground.
   *
   * @return the exit code of the server
   */
  @Override
  public Integer call() {
    return ServerLauncher.run(session, "serve", arguments);
  }
}
