package dev.redress.cli.notification;

import dev.redress.cli.session.Session;
import dev.redress.v1.ListNotificationTargetsRequest;
import dev.redress.v1.ListNotificationTargetsResponse;
import dev.redress.v1.NotificationServiceGrpc;
import picocli.CommandLine.Command;

/** {@code redress notification list}. */
@Command(
    name = "list",
    description = "Lists who is told what happens, and how far each is.",
    headerHeading = "Examples:%n",
    header = {"  redress notification list", "  redress notification list -o json", ""})
public final class NotificationListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  /** A command of a session. */
  public NotificationListCommand(Session session) {
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
                    NotificationServiceGrpc.getListNotificationTargetsMethod(),
                    token ->
                        ListNotificationTargetsRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build(),
                    ListNotificationTargetsResponse::getNotificationTargetsList,
                    ListNotificationTargetsResponse::getNextPageToken),
            NotificationColumns.list());
  }
}
