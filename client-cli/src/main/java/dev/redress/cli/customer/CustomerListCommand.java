package dev.redress.cli.customer;

import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import picocli.CommandLine.Command;

/**
 * {@code redress customer list}.
 *
 * <p>In the order of their ids, as the server has it, and page by page, so that a list of any
 * length passes through.
 */
@Command(
    name = "list",
    description = "Lists the customers of the provider.",
    headerHeading = "Examples:%n",
    header = {"  redress customer list", "  redress customer list -o csv > customers.csv", ""})
public final class CustomerListCommand implements Runnable {
  private final Session session;

  /** A command of a session. */
  public CustomerListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.output().list(new Lookup(session).customers(), CustomerColumns.all());
  }
}
