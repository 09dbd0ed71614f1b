package dev.redress.cli.event;

import dev.redress.cli.session.Session;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.ListEventsRequest;
import dev.redress.v1.ListEventsResponse;
import picocli.CommandLine.Command;

/**
 * {@code redress event list}.
 *
 * <p>The journal of the provider from its first entry on. The sequence has no gaps, so a reader can
 * tell that it has everything.
 */
@Command(
    name = "list",
    description = "Lists everything that happened, oldest first.",
    headerHeading = "Examples:%n",
    header = {"  redress event list | tail", "  redress event list -o json > journal.json", ""})
public final class EventListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  /** A command of a session. */
  public EventListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    EventServiceGrpc.getListEventsMethod(),
                    token ->
                        ListEventsRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build(),
                    ListEventsResponse::getEventsList,
                    ListEventsResponse::getNextPageToken),
            EventColumns.all());
  }
}
