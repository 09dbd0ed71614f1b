package dev.redress.cli.credit;

import dev.redress.cli.output.Format;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress credit export}.
 *
 * <p>The same rows as {@code credit list}, always as CSV (RFC 4180), for the books.
 */
@Command(
    name = "export",
    description = "Writes all credits and reversals as CSV to standard output.",
    headerHeading = "Examples:%n",
    header = {
      "  redress credit export > credits.csv",
      "  redress credit export --customer VARN > varn.csv",
      ""
    })
public final class CreditExportCommand implements Runnable {
  private final Session session;

  @Option(names = "--dispute", paramLabel = "DISPUTE", description = "only of this dispute")
  private @Nullable String dispute;

  @Option(names = "--customer", paramLabel = "CUSTOMER", description = "only of this customer")
  private @Nullable String customer;

  /** A command of a session. */
  public CreditExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Output csv = new Output(session.terminal(), Format.CSV, session.output().zone());
    long count = csv.list(Credits.list(session, dispute, customer), Credits.COLUMNS);
    session.say("Wrote " + count + (count == 1 ? " row." : " rows."));
  }
}
