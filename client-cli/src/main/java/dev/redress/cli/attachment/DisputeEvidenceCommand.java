package dev.redress.cli.attachment;

import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.ListDisputeEvidenceRequest;
import dev.redress.v1.ListDisputeEvidenceResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress dispute evidence}. */
@Command(
    name = "evidence",
    description = "Lists the evidence of a dispute, the oldest first, with what was retracted.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute evidence 0199d2f0-6c1a-7000-8000-000000000001",
      "  redress dispute evidence 0199d2f0-6c1a-7000-8000-000000000001 -o json",
      ""
    })
public final class DisputeEvidenceCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  /** A command of a session. */
  public DisputeEvidenceCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String parent = new Lookup(session).dispute(dispute);
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    AttachmentServiceGrpc.getListDisputeEvidenceMethod(),
                    token ->
                        ListDisputeEvidenceRequest.newBuilder()
                            .setParent(parent)
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build(),
                    ListDisputeEvidenceResponse::getEvidenceList,
                    ListDisputeEvidenceResponse::getNextPageToken),
            Attachments.evidenceColumns());
  }
}
