package dev.redress.cli.attachment;

import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.ListDisputeNotesRequest;
import dev.redress.v1.ListDisputeNotesResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress dispute notes}. */
@Command(
    name = "notes",
    description = "Lists the notes of a dispute, the newest first.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute notes 0199d2f0-6c1a-7000-8000-000000000001",
      "  redress dispute notes 0199d2f0-6c1a-7000-8000-000000000001 -o json",
      ""
    })
public final class DisputeNotesCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  /** A command of a session. */
  public DisputeNotesCommand(Session session) {
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
                    AttachmentServiceGrpc.getListDisputeNotesMethod(),
                    token ->
                        ListDisputeNotesRequest.newBuilder()
                            .setParent(parent)
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build(),
                    ListDisputeNotesResponse::getNotesList,
                    ListDisputeNotesResponse::getNextPageToken),
            Attachments.noteColumns());
  }
}
