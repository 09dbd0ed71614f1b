package dev.redress.cli.dispute;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.handoff.HandoffColumns;
import dev.redress.cli.session.Session;
import dev.redress.v1.DeclineHandoffRequest;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.Handoff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress dispute decline}. */
@Command(
    name = "decline",
    description = "Does not take over the dispute that you are asked to.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute decline 0199d2f0-6c1a-7000-8000-000000000001 --reason 'on leave' \\",
      "      --actor mia",
      ""
    })
public final class DisputeDeclineCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  /** A command of a session. */
  public DisputeDeclineCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Handoff declined =
        session
            .connection()
            .change(
                DisputeServiceGrpc.getDeclineHandoffMethod(),
                DeclineHandoffRequest.newBuilder()
                    .setName(Disputes.pendingHandoff(session, dispute))
                    .setReason(reason)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(declined, HandoffColumns.all());
    session.say("Declined: " + declined.getSender() + " owns the dispute on.");
  }
}
