package dev.redress.cli.handoff;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Session;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.Handoff;
import dev.redress.v1.ListHandoffsRequest;
import dev.redress.v1.ListHandoffsResponse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redress handoff list}. */
@Command(
    name = "list",
    description = "Lists the handoffs that wait for an answer.",
    headerHeading = "Examples:%n",
    header = {
      "  redress handoff list --to mia",
      "  redress handoff list --dispute 0199d2f0-6c1a-7000-8000-000000000001 --all",
      ""
    })
public final class HandoffListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Option(names = "--all", description = "those that were answered, too")
  private boolean all;

  @Option(names = "--to", paramLabel = "PERSON", description = "only those that ask this person")
  private @Nullable String receiver;

  @Option(names = "--dispute", paramLabel = "DISPUTE", description = "only of this dispute")
  private @Nullable String dispute;

  /** A command of a session. */
  public HandoffListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Filter filter =
        new Filter()
            .equal("state", all ? null : Handoff.State.PENDING.name())
            .equal("dispute", dispute == null ? null : ResourceName.lastId(dispute))
            .equal("receiver", receiver);
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    DisputeServiceGrpc.getListHandoffsMethod(),
                    token ->
                        ListHandoffsRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .setFilter(filter.toString())
                            .build(),
                    ListHandoffsResponse::getHandoffsList,
                    ListHandoffsResponse::getNextPageToken),
            HandoffColumns.all());
  }
}
