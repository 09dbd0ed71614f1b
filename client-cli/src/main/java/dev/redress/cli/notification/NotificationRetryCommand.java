package dev.redress.cli.notification;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.NotificationServiceGrpc;
import dev.redress.v1.RetryDeadLettersRequest;
import dev.redress.v1.RetryDeadLettersResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code redress notification retry}. */
@Command(
    name = "retry",
    description = "Has dead letters tried anew, each with all its tries.",
    headerHeading = "Examples:%n",
    header = {
      "  redress notification retry desk 1041 1044",
      "  redress notification retry desk --all",
      ""
    })
public final class NotificationRetryCommand implements Runnable {
  private final Session session;

  @Mixin private final DeadLetterChoice choice = new DeadLetterChoice();

  /** A command of a session. */
  public NotificationRetryCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    RetryDeadLettersResponse done =
        session
            .connection()
            .change(
                NotificationServiceGrpc.getRetryDeadLettersMethod(),
                RetryDeadLettersRequest.newBuilder()
                    .addAllSequences(choice.sequences())
                    .setName(new Lookup(session).notificationTarget(choice.target()))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.say("Trying again: " + done.getDeadLetterCount() + " dead letters.");
  }
}
