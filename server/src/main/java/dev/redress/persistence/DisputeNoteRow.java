package dev.redress.persistence;

import dev.redress.attachment.DisputeNote;
import dev.redress.attachment.NoteKind;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeName;
import dev.redress.identity.DisputeNoteName;
import dev.redress.identity.ProviderName;
import java.time.Instant;

/** A row of the table dispute_note. */
record DisputeNoteRow(
    String providerId,
    String disputeId,
    int noteNumber,
    NoteKind kind,
    String content,
    String author,
    Instant createTime) {

  static DisputeNoteRow of(DisputeNote note) {
    DisputeName dispute = note.name().dispute();
    return new DisputeNoteRow(
        dispute.provider().provider(),
        dispute.dispute(),
        note.name().number(),
        note.kind(),
        note.text(),
        note.author().name(),
        note.createTime());
  }

  DisputeNote toNote() {
    DisputeName dispute = new DisputeName(new ProviderName(providerId), disputeId);
    return new DisputeNote(
        new DisputeNoteName(dispute, noteNumber), kind, content, new Actor(author), createTime);
  }
}
