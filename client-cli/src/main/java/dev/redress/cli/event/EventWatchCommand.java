package dev.redress.cli.event;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.RowStream;
import dev.redress.cli.session.Session;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.WatchEventsRequest;
import dev.redress.v1.WatchEventsResponse;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress event watch}.
 *
 * <p>At least once and in order: after a break it asks for what follows the last sequence that it
 * saw, heartbeats included, so nothing is missed and a pause costs nothing.
 */
@Command(
    name = "watch",
    description = "Prints each change as it happens, until it is stopped.",
    headerHeading = "Examples:%n",
    header = {"  redress event watch", "  redress event watch --after 0 -o json", ""},
    footerHeading = "%n",
    footer =
        "When the connection is lost it goes on after the last event that was printed. JSON is one"
            + " object a line.")
public final class EventWatchCommand implements Runnable {
  private final Session session;

  @Option(
      names = "--after",
      paramLabel = "N",
      description = "begin after this sequence, 0 for all (default: with the next event)")
  private @Nullable Long after;

  /** A command of a session. */
  public EventWatchCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    RowStream<Event> rows = session.output().stream(EventColumns.all());
    boolean more = true;
    while (more) {
      // Each round begins where the one before broke off; its tries are counted anew.
      more = session.connection().retrying(() -> watch(rows));
    }
  }

  /**
   * Follows the events until the stream ends.
   *
   * @return whether to go on: the stream broke off after it had brought something
   */
  private boolean watch(RowStream<Event> rows) {
    WatchEventsRequest.Builder request =
        WatchEventsRequest.newBuilder().setParent(session.provider());
    if (after != null) {
      request.setAfterSequence(after);
    }
    Iterator<WatchEventsResponse> messages =
        session.connection().stream(EventServiceGrpc.getWatchEventsMethod(), request.build());
    boolean received = false;
    try {
      while (messages.hasNext()) {
        WatchEventsResponse message = messages.next();
        received = true;
        if (message.hasEvent()) {
          rows.row(message.getEvent());
        }
        after = message.getSequence();
      }
      return false;
    } catch (CommandFailure e) {
      // Unreachable is a lost connection; a conflict is a reader that did not keep up.
      boolean resumable = e.exitCode() == ExitCode.UNREACHABLE || e.exitCode() == ExitCode.CONFLICT;
      if (received && resumable) {
        return true;
      }
      throw e;
    }
  }
}
