package dev.redress.cli.callback;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Session;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.ListCallbacksRequest;
import dev.redress.v1.ListCallbacksResponse;
import dev.redress.v1.ListDueCallbacksRequest;
import dev.redress.v1.ListDueCallbacksResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress callback list}.
 *
 * <p>The default is the live calls in the order in which they were promised; {@code --due} asks for
 * those due until a moment instead, most overdue first. "Today" ends at midnight in the zone of
 * this machine, because that is when the one who asks goes home.
 */
@Command(
    name = "list",
    description = "Lists the calls that are still to be made.",
    headerHeading = "Examples:%n",
    header = {
      "  redress callback list --due today",
      "  redress callback list --owner 'Sarah Whitlock'",
      "  redress callback list --all -o csv",
      ""
    })
public final class CallbackListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Option(names = "--all", description = "calls that were made or cancelled, too")
  private boolean all;

  @Option(
      names = "--due",
      paramLabel = "WHEN",
      converter = DueChoice.class,
      completionCandidates = DueChoice.class,
      description = "only calls due until then: ${COMPLETION-CANDIDATES}; most overdue first")
  private @Nullable Due due;

  @Option(
      names = "--owner",
      paramLabel = "OWNER",
      description =
          "only calls of this owner; with --due also of those for whom the owner stands in")
  private @Nullable String owner;

  /** A command of a session. */
  public CallbackListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.output().list(due == null ? callbacks() : dueUntil(due), CallbackColumns.all());
  }

  private Iterator<Callback> callbacks() {
    Filter filter = new Filter().isTrue("live", !all).equal("owner", owner);
    return session
        .connection()
        .pages(
            CallbackServiceGrpc.getListCallbacksMethod(),
            token ->
                ListCallbacksRequest.newBuilder()
                    .setParent(session.provider())
                    .setPageSize(PAGE_SIZE)
                    .setPageToken(token)
                    .setFilter(filter.toString())
                    .build(),
            ListCallbacksResponse::getCallbacksList,
            ListCallbacksResponse::getNextPageToken);
  }

  private Iterator<Callback> dueUntil(Due when) {
    Instant until =
        switch (when) {
          case NOW -> session.clock().instant();
          case TODAY ->
              LocalDate.now(session.clock())
                  .plusDays(1)
                  .atStartOfDay(session.clock().getZone())
                  .toInstant();
        };
    return session
        .connection()
        .pages(
            CallbackServiceGrpc.getListDueCallbacksMethod(),
            token ->
                ListDueCallbacksRequest.newBuilder()
                    .setParent(session.provider())
                    .setPageSize(PAGE_SIZE)
                    .setPageToken(token)
                    .setUntilTime(Moments.timestamp(until))
                    .setOwner(owner == null ? "" : owner)
                    .build(),
            ListDueCallbacksResponse::getCallbacksList,
            ListDueCallbacksResponse::getNextPageToken);
  }

  /** Until when a call may be due to be listed. */
  enum Due {
    /** Overdue at this moment. */
    NOW,
    /** Until the end of the day in the zone of this machine. */
    TODAY;

    /** The name as the option has it. */
    @Override
    public String toString() {
      return switch (this) {
        case NOW -> "now";
        case TODAY -> "today";
      };
    }
  }
}
