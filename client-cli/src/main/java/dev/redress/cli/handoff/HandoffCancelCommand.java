package dev.redress.cli.handoff;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.CancelHandoffRequest;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.Handoff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress handoff cancel}. */
@Command(
    name = "cancel",
    description = "Takes back that somebody was asked to take a dispute over.",
    headerHeading = "Examples:%n",
    header = {"  redress handoff cancel 01m81j8cgca2902rtrh42mvrsf --note 'dana is back'", ""})
public final class HandoffCancelCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "HANDOFF", description = "the handoff's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String handoff;

  @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "why")
  private String note = "";

  /** A command of a session. */
  public HandoffCancelCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Handoff cancelled =
        session
            .connection()
            .change(
                DisputeServiceGrpc.getCancelHandoffMethod(),
                CancelHandoffRequest.newBuilder()
                    .setName(new Lookup(session).handoff(handoff))
                    .setNote(note)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(cancelled, HandoffColumns.all());
    session.say(
        cancelled.getReceiver() + " is not asked any more; " + cancelled.getSender() + " owns it.");
  }
}
