package dev.redress.cli.dispute;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.handoff.HandoffColumns;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.HandOffDisputeRequest;
import dev.redress.v1.Handoff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress dispute handoff}. */
@Command(
    name = "handoff",
    description = "Asks somebody to take a dispute over; until then its owner has it.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute handoff 0199d2f0-6c1a-7000-8000-000000000001 --to mia \\",
      "      --reason 'away from Friday on' --note 'Dr. Kim prefers mornings'",
      ""
    })
public final class DisputeHandoffCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Option(names = "--to", required = true, paramLabel = "PERSON", description = "who is asked")
  @SuppressWarnings("NullAway.Init") // a required option
  private String receiver;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "what else to know, beside the brief")
  private String note = "";

  /** A command of a session. */
  public DisputeHandoffCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Handoff asked =
        session
            .connection()
            .change(
                DisputeServiceGrpc.getHandOffDisputeMethod(),
                HandOffDisputeRequest.newBuilder()
                    .setName(new Lookup(session).dispute(dispute))
                    .setReceiver(receiver)
                    .setReason(reason)
                    .setNote(note)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(asked, HandoffColumns.all());
    session.say(
        asked.getReceiver()
            + " is asked to answer by "
            + Moments.local(asked.getDueTime(), session.output().zone())
            + "; until then "
            + asked.getSender()
            + " owns the dispute and its call.");
    session.sayNext("handoff show " + ResourceName.lastId(asked.getName()));
  }
}
