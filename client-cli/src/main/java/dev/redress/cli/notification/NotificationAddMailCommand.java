package dev.redress.cli.notification;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Session;
import dev.redress.v1.Mail;
import dev.redress.v1.NotificationTarget;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code redress notification add-mail}. */
@Command(
    name = "add-mail",
    description = "Sends mails as events happen; without --actions when a call escalates.",
    headerHeading = "Examples:%n",
    header = {
      "  redress notification add-mail lead@example.com",
      "  redress notification add-mail mia@example.com bo@example.com --actions 'escalation.*'",
      ""
    })
public final class NotificationAddMailCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "to whom, at most 20")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private List<String> addresses;

  @Mixin private final NewTargetOptions options = new NewTargetOptions();

  /** A command of a session. */
  public NotificationAddMailCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    NotificationTarget created =
        options.create(
            session,
            NotificationTarget.newBuilder().setMail(Mail.newBuilder().addAllAddresses(addresses)));
    session.output().one(created, NotificationColumns.one());
    session.sayNext("notification show " + ResourceName.lastId(created.getName()));
  }
}
