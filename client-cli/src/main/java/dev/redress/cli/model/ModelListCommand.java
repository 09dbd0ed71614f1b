package dev.redress.cli.model;

import dev.redress.cli.session.Session;
import picocli.CommandLine.Command;

/** {@code redress model list}. */
@Command(
    name = "list",
    description = "Lists the models of the provider, the newest first.",
    headerHeading = "Examples:%n",
    header = {"  redress model list", ""})
public final class ModelListCommand implements Runnable {
  private final Session session;

  /** A command of a session. */
  public ModelListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.output().list(Models.list(session), Models.columns());
  }
}
