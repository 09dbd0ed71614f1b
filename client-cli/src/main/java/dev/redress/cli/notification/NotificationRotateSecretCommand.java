package dev.redress.cli.notification;

import dev.redress.cli.session.Session;
import dev.redress.v1.NotificationTarget;
import dev.redress.v1.Webhook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress notification rotate-secret}. */
@Command(
    name = "rotate-secret",
    description = {
      "Gives a webhook a new secret; the old one signs as well for 24 hours.",
      "The secret is shown now and never again."
    },
    headerHeading = "Examples:%n",
    header = {"  redress notification rotate-secret desk", ""})
public final class NotificationRotateSecretCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "TARGET", description = "the target's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String target;

  /** A command of a session. */
  public NotificationRotateSecretCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String secret = Secrets.make();
    NotificationTarget changed =
        TargetChange.of(
            session,
            target,
            "webhook.secret",
            NotificationTarget.newBuilder().setWebhook(Webhook.newBuilder().setSecret(secret)));
    session.output().one(Secrets.shown(changed, secret), NotificationColumns.withSecret());
    session.say("Both secrets sign for 24 hours; give the receiver the new one by then.");
  }
}
