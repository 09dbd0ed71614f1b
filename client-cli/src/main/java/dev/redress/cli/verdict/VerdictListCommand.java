package dev.redress.cli.verdict;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Session;
import dev.redress.v1.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress verdict list}.
 *
 * <p>One row a line, in the order of customer, invoice and line. JSON has the five best candidates
 * of every line too, matched or not, for those who measure.
 */
@Command(
    name = "list",
    description = "Lists the current verdict of each labor line that has one.",
    headerHeading = "Examples:%n",
    header = {
      "  redress verdict list --verdict UNMATCHED",
      "  redress verdict list --customer VARN --invoice INV-26091",
      "  redress verdict list -o json > verdicts.json",
      ""
    })
public final class VerdictListCommand implements Runnable {
  private final Session session;

  @Option(
      names = "--verdict",
      paramLabel = "VERDICT",
      converter = AnswerChoice.class,
      completionCandidates = AnswerChoice.class,
      description = "only this answer: ${COMPLETION-CANDIDATES}")
  private Verdict.@Nullable Answer verdict;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      description = "only lines of this customer")
  private @Nullable String customer;

  @Option(names = "--invoice", paramLabel = "INVOICE", description = "only lines of this invoice")
  private @Nullable String invoice;

  /** A command of a session. */
  public VerdictListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Filter filter =
        new Filter()
            .equal("verdict", verdict == null ? null : verdict.name())
            .equal("customer", customer == null ? null : ResourceName.lastId(customer))
            .equal("invoice", invoice == null ? null : ResourceName.lastId(invoice));
    session.output().list(Verdicts.list(session, filter), Verdicts.columns());
  }
}
