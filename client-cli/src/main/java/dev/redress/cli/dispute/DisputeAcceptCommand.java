package dev.redress.cli.dispute;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.handoff.HandoffColumns;
import dev.redress.cli.session.Session;
import dev.redress.v1.AcceptHandoffRequest;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.Handoff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress dispute accept}. */
@Command(
    name = "accept",
    description = "Takes over the dispute that you are asked to, and its call.",
    headerHeading = "Examples:%n",
    header = {"  redress dispute accept 0199d2f0-6c1a-7000-8000-000000000001 --actor mia", ""})
public final class DisputeAcceptCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "a word to who had it")
  private String note = "";

  /** A command of a session. */
  public DisputeAcceptCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Handoff accepted =
        session
            .connection()
            .change(
                DisputeServiceGrpc.getAcceptHandoffMethod(),
                AcceptHandoffRequest.newBuilder()
                    .setName(Disputes.pendingHandoff(session, dispute))
                    .setNote(note)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(accepted, HandoffColumns.all());
    session.say(accepted.getReceiver() + " owns the dispute and its call; no due time has moved.");
    session.sayNext("dispute brief " + ResourceName.lastId(accepted.getDispute()));
  }
}
