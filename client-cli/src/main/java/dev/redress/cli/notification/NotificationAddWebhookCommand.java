package dev.redress.cli.notification;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Session;
import dev.redress.v1.NotificationTarget;
import dev.redress.v1.Webhook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code redress notification add-webhook}. */
@Command(
    name = "add-webhook",
    description = {
      "Sends events to a URL as they happen, signed by the Standard Webhooks specification.",
      "The secret is shown now and never again."
    },
    headerHeading = "Examples:%n",
    header = {
      "  redress notification add-webhook https://desk.example.com/hooks/redress",
      "  redress notification add-webhook https://desk.example.com/h --actions 'dispute.*' --after 0",
      ""
    })
public final class NotificationAddWebhookCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "URL", description = "where to, beginning with https://")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String url;

  @Mixin private final NewTargetOptions options = new NewTargetOptions();

  /** A command of a session. */
  public NotificationAddWebhookCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String secret = Secrets.make();
    NotificationTarget created =
        options.create(
            session,
            NotificationTarget.newBuilder()
                .setWebhook(Webhook.newBuilder().setUrl(url).setSecret(secret)));
    session.output().one(Secrets.shown(created, secret), NotificationColumns.withSecret());
    session.say("The secret is shown only now; the receiver needs it to check signatures.");
    session.sayNext("notification show " + ResourceName.lastId(created.getName()));
  }
}
