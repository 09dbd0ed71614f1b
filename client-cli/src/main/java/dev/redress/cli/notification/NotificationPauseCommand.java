package dev.redress.cli.notification;

import dev.redress.cli.session.Session;
import dev.redress.v1.NotificationTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress notification pause}. */
@Command(
    name = "pause",
    description = "Sends nothing more to a target; events wait.",
    headerHeading = "Examples:%n",
    header = {"  redress notification pause desk", ""})
public final class NotificationPauseCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "TARGET", description = "the target's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String target;

  /** A command of a session. */
  public NotificationPauseCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    NotificationTarget changed =
        TargetChange.of(
            session,
            target,
            "state",
            NotificationTarget.newBuilder().setState(NotificationTarget.State.PAUSED));
    session.output().one(changed, NotificationColumns.one());
    session.say("Paused; events wait in the journal until it is resumed.");
  }
}
