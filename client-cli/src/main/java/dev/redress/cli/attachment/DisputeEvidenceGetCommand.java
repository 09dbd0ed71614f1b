package dev.redress.cli.attachment;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.NewFile;
import dev.redress.cli.session.Session;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.DisputeEvidence;
import dev.redress.v1.GetDisputeEvidenceRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute evidence-get}.
 *
 * <p>It never writes over a file that is there.
 */
@Command(
    name = "evidence-get",
    description = "Writes a file of evidence to this machine.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute evidence-get 0199d2f0-6c1a-7000-8000-000000000001 1 --out week-36.pdf",
      ""
    })
public final class DisputeEvidenceGetCommand implements Runnable {
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

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "the file to write, which must not be there yet")
  @SuppressWarnings("NullAway.Init") // a required option
  private String out;

  /** A command of a session. */
  public DisputeEvidenceGetCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    DisputeEvidence found =
        session
            .connection()
            .read(
                AttachmentServiceGrpc.getGetDisputeEvidenceMethod(),
                GetDisputeEvidenceRequest.newBuilder()
                    .setName(Attachments.evidenceName(session, dispute, evidence))
                    .build());
    if (!found.getReference().isEmpty()) {
      throw new CommandFailure(
          ExitCode.CONFLICT, "it is no file but a reference: look at " + found.getReference());
    }
    NewFile.write(out, found.getContent().toByteArray(), "--out");
    DisputeEvidence described = found.toBuilder().clearContent().build();
    session.output().one(described, Attachments.evidenceColumns());
    session.say("Wrote " + found.getContent().size() + " bytes to " + out + ".");
  }
}
