package dev.redress.cli.attachment;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.DisputeEvidence;
import dev.redress.v1.DisputeNote;
import dev.redress.v1.ListDisputeEvidenceRequest;
import dev.redress.v1.ListDisputeNotesRequest;
import dev.redress.v1.ListDisputeNotesResponse;
import java.util.List;

/** What is shown of the notes and the evidence of a dispute. */
public final class Attachments {
  /** Notes that the screen of a dispute has. */
  private static final int NOTES_SHOWN = 3;

  private static final List<Column<DisputeNote>> NOTE_COLUMNS =
      List.of(
          new Column.Name<>("note", DisputeNote::getName),
          new Column.Moment<>("when", DisputeNote::getCreateTime),
          new Column.Text<>("who", DisputeNote::getAuthor),
          new Column.State<>("kind", DisputeNote::getKind),
          new Column.Text<>("text", DisputeNote::getText));

  private static final List<Column<DisputeEvidence>> EVIDENCE_COLUMNS =
      List.of(
          new Column.Name<>("evidence", DisputeEvidence::getName),
          new Column.State<>("state", DisputeEvidence::getState),
          new Column.State<>("type", DisputeEvidence::getType),
          new Column.Text<>("title", DisputeEvidence::getTitle),
          new Column.Moment<>("when", DisputeEvidence::getCreateTime),
          new Column.Text<>("who", DisputeEvidence::getAuthor),
          new Column.Text<>("media_type", DisputeEvidence::getMediaType),
          new Column.Numeric<>("bytes", Attachments::bytes),
          new Column.Text<>("sha256", DisputeEvidence::getSha256),
          new Column.Text<>("reference", DisputeEvidence::getReference),
          new Column.Text<>("retracted", it -> it.getRetraction().getReason()));

  private Attachments() {}

  /** The columns of notes. */
  static List<Column<DisputeNote>> noteColumns() {
    return NOTE_COLUMNS;
  }

  /** The columns of evidence. */
  static List<Column<DisputeEvidence>> evidenceColumns() {
    return EVIDENCE_COLUMNS;
  }

  /** The name of evidence: its full name, or its number and the dispute it belongs to. */
  static String evidenceName(Session session, String dispute, String evidence) {
    return ResourceName.isFull(evidence)
        ? evidence
        : ResourceName.of(new Lookup(session).dispute(dispute), "evidence", evidence);
  }

  /**
   * Writes how many notes and pieces of evidence a dispute has, and its last notes; nothing where
   * there are none.
   *
   * @param dispute its name
   */
  public static void print(Session session, String dispute) {
    ListDisputeNotesResponse notes =
        session
            .connection()
            .read(
                AttachmentServiceGrpc.getListDisputeNotesMethod(),
                ListDisputeNotesRequest.newBuilder()
                    .setParent(dispute)
                    .setPageSize(NOTES_SHOWN)
                    .build());
    int evidence =
        session
            .connection()
            .read(
                AttachmentServiceGrpc.getListDisputeEvidenceMethod(),
                ListDisputeEvidenceRequest.newBuilder().setParent(dispute).setPageSize(1).build())
            .getTotalSize();
    if (notes.getTotalSize() == 0 && evidence == 0) {
      return;
    }
    Output output = session.output();
    output.line("");
    output.heading("Notes: " + notes.getTotalSize() + ", evidence: " + evidence);
    if (notes.getNotesCount() > 0) {
      output.table(notes.getNotesList(), NOTE_COLUMNS, "  ");
    }
  }

  private static String bytes(DisputeEvidence evidence) {
    return evidence.getReference().isEmpty() ? Integer.toString(evidence.getSizeBytes()) : "";
  }
}
