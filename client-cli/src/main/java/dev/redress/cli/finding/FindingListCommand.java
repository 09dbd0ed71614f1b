package dev.redress.cli.finding;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Session;
import dev.redress.v1.Finding;
import dev.redress.v1.ListFindingsRequest;
import dev.redress.v1.ListFindingsResponse;
import dev.redress.v1.ReconciliationServiceGrpc;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress finding list}.
 *
 * <p>What a clerk dismissed is left out unless it is asked for.
 */
@Command(
    name = "list",
    description = "Lists what is wrong with labor lines, those with most money at stake first.",
    headerHeading = "Examples:%n",
    header = {
      "  redress finding list --mode review",
      "  redress finding list --code DUPLICATE --customer VARN",
      "  redress finding list --all -o csv > findings.csv",
      ""
    })
public final class FindingListCommand implements Runnable {
  private static final int PAGE_SIZE = 500;

  private final Session session;

  @Option(
      names = "--code",
      paramLabel = "CODE",
      converter = CodeChoice.class,
      completionCandidates = CodeChoice.class,
      description = "only this kind: ${COMPLETION-CANDIDATES}")
  private Finding.@Nullable Code code;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      converter = ModeChoice.class,
      completionCandidates = ModeChoice.class,
      description = "only those from which this follows: NOTE, REVIEW or DISPUTE")
  private Finding.@Nullable Mode mode;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      description = "only on lines of this customer")
  private @Nullable String customer;

  @Option(
      names = "--invoice",
      paramLabel = "INVOICE",
      description = "only on lines of this invoice")
  private @Nullable String invoice;

  @Option(names = "--line", paramLabel = "LINE", description = "only on this line")
  private @Nullable String line;

  @Option(names = "--all", description = "also what was dismissed")
  private boolean all;

  /** A command of a session. */
  public FindingListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Filter filter =
        new Filter()
            .equal("code", code == null ? null : code.name())
            .equal("mode", mode == null ? null : mode.name())
            .equal("dismissed", all ? null : "false")
            .equal("customer", customer == null ? null : ResourceName.lastId(customer))
            .equal("invoice", invoice == null ? null : ResourceName.lastId(invoice))
            .equal("line_id", line == null ? null : ResourceName.lastId(line));
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    ReconciliationServiceGrpc.getListFindingsMethod(),
                    token ->
                        ListFindingsRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .setFilter(filter.toString())
                            .build(),
                    ListFindingsResponse::getFindingsList,
                    ListFindingsResponse::getNextPageToken),
            FindingColumns.columns());
  }
}
