package dev.redress.cli.dispute;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Session;
import dev.redress.v1.Dispute;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.ListEventsRequest;
import dev.redress.v1.ListEventsResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute history}.
 *
 * <p>The part of the journal that tells of one dispute. It is asked for first, so that a slip of
 * the pen does not look like a dispute without a history.
 */
@Command(
    name = "history",
    description =
        "Lists all that happened to a dispute, oldest first: moves, calls, credits, escalations.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute history 0199d2f0-6c1a-7000-8000-000000000001",
      "  redress dispute history 0199d2f0-6c1a-7000-8000-000000000001 -o json",
      ""
    })
public final class DisputeHistoryCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  /** A command of a session. */
  public DisputeHistoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Dispute found = Disputes.get(session, dispute);
    String provider = "providers/" + ResourceName.id(found.getName(), "providers");
    Filter filter = new Filter().equal("dispute", ResourceName.lastId(found.getName()));
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    EventServiceGrpc.getListEventsMethod(),
                    token ->
                        ListEventsRequest.newBuilder()
                            .setParent(provider)
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .setFilter(filter.toString())
                            .build(),
                    ListEventsResponse::getEventsList,
                    ListEventsResponse::getNextPageToken),
            HistoryColumns.in(session.output().zone()));
  }
}
