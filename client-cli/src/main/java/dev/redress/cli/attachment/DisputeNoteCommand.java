package dev.redress.cli.attachment;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AddDisputeNoteRequest;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.DisputeNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute note}.
 *
 * <p>A note is never changed; what was wrong is put right by another one.
 */
@Command(
    name = "note",
    description = "Writes something down about a dispute, whatever its state.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute note 0199d2f0-6c1a-7000-8000-000000000001 --text 'the order is from May'",
      "  redress dispute note 0199d2f0-6c1a-7000-8000-000000000001 --kind customer-said --text 'nobody asked for it'",
      ""
    })
public final class DisputeNoteCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      required = true,
      description = "what to write down, at most 2,000 characters")
  @SuppressWarnings("NullAway.Init") // a required option
  private String text;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "INTERNAL",
      converter = NoteKindChoice.class,
      completionCandidates = NoteKindChoice.class,
      description = "what it is about: ${COMPLETION-CANDIDATES}; INTERNAL unless said")
  @SuppressWarnings("NullAway.Init") // has a default
  private DisputeNote.Kind kind;

  /** A command of a session. */
  public DisputeNoteCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    DisputeNote note =
        session
            .connection()
            .change(
                AttachmentServiceGrpc.getAddDisputeNoteMethod(),
                AddDisputeNoteRequest.newBuilder()
                    .setParent(new Lookup(session).dispute(dispute))
                    .setNote(DisputeNote.newBuilder().setKind(kind).setText(text))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(note, Attachments.noteColumns());
    session.say("Note " + ResourceName.lastId(note.getName()) + " of the dispute is written.");
  }
}
