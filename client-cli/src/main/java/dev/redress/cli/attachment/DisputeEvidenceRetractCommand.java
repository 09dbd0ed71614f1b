package dev.redress.cli.attachment;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Session;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.DisputeEvidence;
import dev.redress.v1.RetractDisputeEvidenceRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress dispute evidence-retract}. */
@Command(
    name = "evidence-retract",
    description = "Says that evidence was wrong: it does not count any more, and stays to be read.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute evidence-retract 0199d2f0-6c1a-7000-8000-000000000001 1 --reason 'of another customer'",
      ""
    })
public final class DisputeEvidenceRetractCommand implements Runnable {
  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "DISPUTE",
      description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Parameters(index = "1", paramLabel = "NUMBER", description = "its number within the dispute")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String evidence;

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  /** A command of a session. */
  public DisputeEvidenceRetractCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    DisputeEvidence retracted =
        session
            .connection()
            .change(
                AttachmentServiceGrpc.getRetractDisputeEvidenceMethod(),
                RetractDisputeEvidenceRequest.newBuilder()
                    .setName(Attachments.evidenceName(session, dispute, evidence))
                    .setReason(reason)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(retracted, Attachments.evidenceColumns());
    session.say("Retracted; it can still be read.");
  }
}
