package dev.redress.cli.audit;

import dev.redress.cli.session.Session;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.ListEventsRequest;
import dev.redress.v1.ListEventsResponse;
import java.util.Iterator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redress audit export}. */
@Command(
    name = "export",
    description = {
      "Prints the journal, a line of JSON for each event, with the hash of each.",
      "Anybody can compute the chain anew from it; docs/audit.md says how."
    },
    headerHeading = "Examples:%n",
    header = {
      "  redress audit export > journal.jsonl",
      "  redress audit export --after 12000 >> journal.jsonl",
      ""
    })
public final class AuditExportCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Option(
      names = "--after",
      paramLabel = "N",
      defaultValue = "0",
      description = "only events with a greater number")
  private long after;

  /** A command of a session. */
  public AuditExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Iterator<Event> events =
        session
            .connection()
            .pages(
                EventServiceGrpc.getListEventsMethod(),
                token ->
                    ListEventsRequest.newBuilder()
                        .setParent(session.provider())
                        .setPageSize(PAGE_SIZE)
                        .setPageToken(token)
                        .setAfterSequence(after)
                        .build(),
                ListEventsResponse::getEventsList,
                ListEventsResponse::getNextPageToken);
    events.forEachRemaining(event -> session.output().line(JsonLine.of(event)));
  }
}
