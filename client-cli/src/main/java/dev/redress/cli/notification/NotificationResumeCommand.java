package dev.redress.cli.notification;

import dev.redress.cli.session.Session;
import dev.redress.v1.NotificationTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress notification resume}. */
@Command(
    name = "resume",
    description = "Sends to a target again, beginning with what waited.",
    headerHeading = "Examples:%n",
    header = {"  redress notification resume desk", ""})
public final class NotificationResumeCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "TARGET", description = "the target's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String target;

  /** A command of a session. */
  public NotificationResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    NotificationTarget changed =
        TargetChange.of(
            session,
            target,
            "state",
            NotificationTarget.newBuilder().setState(NotificationTarget.State.ENABLED));
    session.output().one(changed, NotificationColumns.one());
    session.say("Enabled; what waited is sent first.");
  }
}
