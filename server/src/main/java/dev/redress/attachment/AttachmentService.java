package dev.redress.attachment;

import dev.redress.attachment.AttachmentStore.Total;
import dev.redress.attachment.DisputeEvidence.Retraction;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeEvidenceName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.DisputeNoteName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The use cases of notes and evidence. They are for every state of a dispute, also after its end,
 * and change neither its state nor its version.
 */
public final class AttachmentService {
  private static final byte[] NOTHING = {};

  private final Transactions transactions;
  private final AttachmentStore attachments;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public AttachmentService(
      Transactions transactions,
      AttachmentStore attachments,
      Journal journal,
      InstantSource clock) {
    this.transactions = transactions;
    this.attachments = attachments;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Writes something down about a dispute.
   *
   * @param text 1 to {@value DisputeNote#TEXT_MAX} characters
   * @throws RedressException {@code DISPUTE_NOT_FOUND}, {@code DISPUTE_FULL}
   */
  public DisputeNote addNote(DisputeName dispute, NoteKind kind, String text, Actor author) {
    return transactions.run(
        () -> {
          Total total = hold(dispute);
          if (total.notes() >= DisputeNote.COUNT_MAX) {
            throw full(dispute, "has " + DisputeNote.COUNT_MAX + " notes");
          }
          DisputeNote note =
              new DisputeNote(
                  new DisputeNoteName(dispute, total.notes() + 1),
                  kind,
                  text,
                  author,
                  clock.instant());
          attachments.insert(note);
          append(
              dispute,
              "dispute.note_added",
              note.name().toString(),
              note.createTime(),
              author,
              text,
              Map.of("kind", kind.name()));
          return note;
        });
  }

  /** The note, or {@code NOTE_NOT_FOUND}. */
  public DisputeNote note(DisputeNoteName name) {
    return transactions.run(
        () ->
            attachments
                .note(name)
                .orElseThrow(
                    () ->
                        new RedressException(
                            ErrorReason.NOTE_NOT_FOUND, "there is no note " + name)));
  }

  /** Notes, the newest first, see {@link AttachmentStore#lastNotes}. */
  public List<DisputeNote> lastNotes(DisputeName dispute, int before, int countMax) {
    return transactions.run(() -> attachments.lastNotes(dispute, before, countMax));
  }

  /** What is attached to a dispute, or {@code DISPUTE_NOT_FOUND}. */
  public Total total(DisputeName dispute) {
    return transactions.run(
        () -> {
          require(dispute, attachments.exists(dispute));
          return attachments.total(dispute);
        });
  }

  /**
   * Attaches a file.
   *
   * @param mediaType as {@link EvidenceSource.File#checkMediaType} takes it
   * @param content 1 byte or more
   * @throws RedressException {@code TOO_LARGE}, {@code DISPUTE_NOT_FOUND}, {@code DISPUTE_FULL}
   */
  public DisputeEvidence addFile(
      DisputeName dispute, Label label, String mediaType, byte[] content, Actor author) {
    if (content.length > EvidenceSource.File.SIZE_BYTES_MAX) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the file has "
              + content.length
              + " bytes; at most "
              + EvidenceSource.File.SIZE_BYTES_MAX
              + " are allowed, so give a reference to it instead");
    }
    return add(dispute, label, EvidenceSource.File.of(mediaType, content), content, author);
  }

  /**
   * Attaches something that is kept elsewhere.
   *
   * @throws RedressException {@code DISPUTE_NOT_FOUND}, {@code DISPUTE_FULL}
   */
  public DisputeEvidence addReference(
      DisputeName dispute, Label label, EvidenceSource.Reference reference, Actor author) {
    return add(dispute, label, reference, NOTHING, author);
  }

  /** The evidence, or {@code EVIDENCE_NOT_FOUND}. */
  public DisputeEvidence evidence(DisputeEvidenceName name) {
    return transactions.run(() -> require(name));
  }

  /** The bytes of a file; none for a reference. */
  public byte[] content(DisputeEvidenceName name) {
    return transactions.run(() -> attachments.content(name));
  }

  /** Evidence by number, see {@link AttachmentStore#listEvidence}. */
  public List<DisputeEvidence> listEvidence(DisputeName dispute, int after, int countMax) {
    return transactions.run(() -> attachments.listEvidence(dispute, after, countMax));
  }

  /**
   * Says that evidence was wrong.
   *
   * @param reason why, 1 to 2,000 characters
   * @throws RedressException {@code EVIDENCE_NOT_FOUND}, {@code EVIDENCE_RETRACTED}
   */
  public DisputeEvidence retract(DisputeEvidenceName name, String reason, Actor actor) {
    return transactions.run(
        () -> {
          Retraction why = new Retraction(actor, clock.instant(), reason);
          DisputeEvidence after = require(name).retracted(why);
          attachments.retract(after);
          append(
              name.dispute(),
              "dispute.evidence_retracted",
              name.toString(),
              why.time(),
              actor,
              reason,
              facts(after));
          return after;
        });
  }

  private DisputeEvidence add(
      DisputeName dispute, Label label, EvidenceSource source, byte[] content, Actor author) {
    return transactions.run(
        () -> {
          Total total = hold(dispute);
          if (total.evidence() >= DisputeEvidence.COUNT_MAX) {
            throw full(dispute, "has " + DisputeEvidence.COUNT_MAX + " pieces of evidence");
          }
          if (total.bytes() + content.length > DisputeEvidence.TOTAL_BYTES_MAX) {
            throw full(
                dispute,
                "has "
                    + total.bytes()
                    + " bytes of evidence, and with this file more than "
                    + DisputeEvidence.TOTAL_BYTES_MAX);
          }
          DisputeEvidence evidence =
              new DisputeEvidence(
                  new DisputeEvidenceName(dispute, total.evidence() + 1),
                  label.type(),
                  label.title(),
                  source,
                  author,
                  clock.instant(),
                  null);
          attachments.insert(evidence, content, total.bytes());
          append(
              dispute,
              "dispute.evidence_added",
              evidence.name().toString(),
              evidence.createTime(),
              author,
              label.title(),
              facts(evidence));
          return evidence;
        });
  }

  /** The hash stands in the journal's chain, so a file that was exchanged later shows. */
  private static Map<String, String> facts(DisputeEvidence evidence) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("type", evidence.type().name());
    facts.put("title", evidence.title());
    switch (evidence.source()) {
      case EvidenceSource.File file -> {
        facts.put("mediaType", file.mediaType());
        facts.put("sizeBytes", Integer.toString(file.sizeBytes()));
        facts.put("sha256", file.sha256());
      }
      case EvidenceSource.Reference reference -> facts.put("reference", reference.place());
    }
    return facts;
  }

  private Total hold(DisputeName dispute) {
    require(dispute, attachments.hold(dispute));
    return attachments.total(dispute);
  }

  private static void require(DisputeName dispute, boolean exists) {
    if (!exists) {
      throw new RedressException(ErrorReason.DISPUTE_NOT_FOUND, "there is no dispute " + dispute);
    }
  }

  private DisputeEvidence require(DisputeEvidenceName name) {
    return attachments
        .evidence(name)
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.EVIDENCE_NOT_FOUND, "there is no evidence " + name));
  }

  private static RedressException full(DisputeName dispute, String why) {
    return new RedressException(
        ErrorReason.DISPUTE_FULL,
        dispute + " " + why + "; keep the rest in your own systems and write where",
        Map.of("dispute", dispute.toString()));
  }

  private void append(
      DisputeName dispute,
      String action,
      String resource,
      Instant time,
      Actor actor,
      String reason,
      Map<String, String> facts) {
    Map<String, String> details = new TreeMap<>(facts);
    details.put("dispute", dispute.toString());
    journal.append(
        new JournalEntry(dispute.provider(), time, actor, action, resource, reason, details));
  }

  /**
   * What evidence is called.
   *
   * @param title 1 to {@value DisputeEvidence#TITLE_MAX} characters
   */
  public record Label(EvidenceType type, String title) {}
}
