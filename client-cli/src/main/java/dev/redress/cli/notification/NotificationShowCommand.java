package dev.redress.cli.notification;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.GetNotificationTargetRequest;
import dev.redress.v1.NotificationServiceGrpc;
import dev.redress.v1.NotificationTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress notification show}. */
@Command(
    name = "show",
    description = "Shows a target, how far it is, and what went wrong last.",
    headerHeading = "Examples:%n",
    header = {"  redress notification show desk", ""})
public final class NotificationShowCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "TARGET", description = "the target's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String target;

  /** A command of a session. */
  public NotificationShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    NotificationTarget found =
        session
            .connection()
            .read(
                NotificationServiceGrpc.getGetNotificationTargetMethod(),
                GetNotificationTargetRequest.newBuilder()
                    .setName(new Lookup(session).notificationTarget(target))
                    .build());
    session.output().one(found, NotificationColumns.one());
    String id = ResourceName.lastId(found.getName());
    if (found.getDeadLetterCount() > 0) {
      session.sayNext("notification dead-letters " + id);
    } else if (found.getState() == NotificationTarget.State.PAUSED) {
      session.sayNext("notification resume " + id);
    }
  }
}
