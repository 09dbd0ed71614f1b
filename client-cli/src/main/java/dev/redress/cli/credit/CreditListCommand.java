package dev.redress.cli.credit;

import dev.redress.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress credit list}.
 *
 * <p>Each credit is a fact that never changes, and so is its reversal, with an amount below 0;
 * {@code credited_total} is what its line was given back with it, which never exceeds what was
 * invoiced (I4).
 */
@Command(
    name = "list",
    description = "Lists the credits that were issued, and those that were taken back.",
    headerHeading = "Examples:%n",
    header = {
      "  redress credit list",
      "  redress credit list --customer VARN -o csv > credits.csv",
      ""
    })
public final class CreditListCommand implements Runnable {
  private final Session session;

  @Option(names = "--dispute", paramLabel = "DISPUTE", description = "only of this dispute")
  private @Nullable String dispute;

  @Option(names = "--customer", paramLabel = "CUSTOMER", description = "only of this customer")
  private @Nullable String customer;

  /** A command of a session. */
  public CreditListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.output().list(Credits.list(session, dispute, customer), Credits.COLUMNS);
  }
}
