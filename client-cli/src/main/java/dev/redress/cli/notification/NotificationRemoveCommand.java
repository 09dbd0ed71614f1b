package dev.redress.cli.notification;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.DeleteNotificationTargetRequest;
import dev.redress.v1.NotificationServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress notification remove}. */
@Command(
    name = "remove",
    description = "Ends a target for good, with its dead letters.",
    headerHeading = "Examples:%n",
    header = {"  redress notification remove desk", ""})
public final class NotificationRemoveCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "TARGET", description = "the target's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String target;

  /** A command of a session. */
  public NotificationRemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String name = new Lookup(session).notificationTarget(target);
    var _ =
        session
            .connection()
            .change(
                NotificationServiceGrpc.getDeleteNotificationTargetMethod(),
                DeleteNotificationTargetRequest.newBuilder()
                    .setName(name)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.say("Removed " + ResourceName.lastId(name) + "; nothing is sent to it any more.");
  }
}
