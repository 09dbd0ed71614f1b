package dev.redress.cli.notification;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.ListDeadLettersRequest;
import dev.redress.v1.ListDeadLettersResponse;
import dev.redress.v1.NotificationServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress notification dead-letters}. */
@Command(
    name = "dead-letters",
    description = "Lists the events that a target did not take after all tries.",
    headerHeading = "Examples:%n",
    header = {"  redress notification dead-letters desk", ""})
public final class NotificationDeadLettersCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Parameters(paramLabel = "TARGET", description = "the target's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String target;

  /** A command of a session. */
  public NotificationDeadLettersCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String name = new Lookup(session).notificationTarget(target);
    long rows =
        session
            .output()
            .list(
                session
                    .connection()
                    .pages(
                        NotificationServiceGrpc.getListDeadLettersMethod(),
                        token ->
                            ListDeadLettersRequest.newBuilder()
                                .setParent(name)
                                .setPageSize(PAGE_SIZE)
                                .setPageToken(token)
                                .build(),
                        ListDeadLettersResponse::getDeadLettersList,
                        ListDeadLettersResponse::getNextPageToken),
                NotificationColumns.deadLetters());
    if (rows > 0) {
      session.sayNext("notification retry " + ResourceName.lastId(name) + " --all");
    }
  }
}
