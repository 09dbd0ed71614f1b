package dev.redress.cli.notification;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.DiscardDeadLettersRequest;
import dev.redress.v1.DiscardDeadLettersResponse;
import dev.redress.v1.NotificationServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code redress notification discard}. */
@Command(
    name = "discard",
    description = "Forgets dead letters; their events stay in the journal.",
    headerHeading = "Examples:%n",
    header = {
      "  redress notification discard desk 1041 1044",
      "  redress notification discard desk --all",
      ""
    })
public final class NotificationDiscardCommand implements Runnable {
  private final Session session;

  @Mixin private final DeadLetterChoice choice = new DeadLetterChoice();

  /** A command of a session. */
  public NotificationDiscardCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    DiscardDeadLettersResponse done =
        session
            .connection()
            .change(
                NotificationServiceGrpc.getDiscardDeadLettersMethod(),
                DiscardDeadLettersRequest.newBuilder()
                    .addAllSequences(choice.sequences())
                    .setName(new Lookup(session).notificationTarget(choice.target()))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.say("Forgot " + done.getDeadLetterCount() + " dead letters.");
  }
}
