package dev.redress.cli.server;

import dev.redress.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code redress restore}, for those who get here: the launcher runs the server's program itself
 * when {@code restore} is its first argument.
 */
@Command(
    name = "restore",
    description = "Makes a data folder of a backup, and looks at all of it.",
    headerHeading = "Examples:%n",
    header = {
      "  redress restore /backup/2026-11-25 --data /var/lib/redress-new",
      "  redress restore /backup/2026-11-25 --data NEW_DIR --roll-forward-from OLD_DIR",
      ""
    },
    footerHeading = "%n",
    footer = "All options are the server's own; 'redress restore --help' shows them.")
public final class RestoreCommand implements Callable<Integer> {
  private final Session session;

  @Unmatched private List<String> arguments = new ArrayList<>();

  /** A command of a session. */
  public RestoreCommand(Session session) {
    this.session = session;
  }

  /**
   * Restores in a process of its own.
   *
   * @return its exit code
   */
  @Override
  public Integer call() {
    return ServerLauncher.run(session, "restore", arguments);
  }
}
