package dev.redress.persistence;

import dev.redress.attachment.AttachmentStore;
import dev.redress.attachment.DisputeEvidence;
import dev.redress.attachment.DisputeNote;
import dev.redress.attachment.EvidenceSource;
import dev.redress.identity.DisputeEvidenceName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.DisputeNoteName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps notes and evidence of disputes in the database. */
public final class MyBatisAttachmentStore implements AttachmentStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisAttachmentStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean exists(DisputeName dispute) {
    return call(mapper -> mapper.countDisputes(provider(dispute), dispute.dispute())) == 1;
  }

  @Override
  public boolean hold(DisputeName dispute) {
    return call(mapper -> mapper.holdDispute(provider(dispute), dispute.dispute())) == 1;
  }

  @Override
  public Total total(DisputeName dispute) {
    AttachmentTotalRow row = call(mapper -> mapper.total(provider(dispute), dispute.dispute()));
    return new Total(row.notes(), row.evidence(), row.bytes());
  }

  @Override
  public void insert(DisputeNote note) {
    inserted(mapper -> mapper.insertNote(DisputeNoteRow.of(note)));
  }

  @Override
  public Optional<DisputeNote> note(DisputeNoteName name) {
    return call(mapper ->
            mapper.note(provider(name.dispute()), name.dispute().dispute(), name.number()))
        .map(DisputeNoteRow::toNote);
  }

  @Override
  public List<DisputeNote> lastNotes(DisputeName dispute, int before, int countMax) {
    return call(mapper -> mapper.lastNotes(provider(dispute), dispute.dispute(), before, countMax))
        .stream()
        .map(DisputeNoteRow::toNote)
        .toList();
  }

  @Override
  public void insert(DisputeEvidence evidence, byte[] content, int bytesBefore) {
    DisputeEvidenceRow row = DisputeEvidenceRow.of(evidence);
    inserted(mapper -> mapper.insertEvidence(row, bytesBefore));
    if (evidence.source() instanceof EvidenceSource.File) {
      List<EvidencePartRow> parts = new ArrayList<>();
      for (String piece : PackedText.pack(content)) {
        parts.add(
            new EvidencePartRow(
                row.providerId(), row.disputeId(), row.evidenceNumber(), parts.size(), piece));
      }
      transactions.batch(AttachmentMapper.class, parts, AttachmentMapper::insertPart);
    }
  }

  @Override
  public Optional<DisputeEvidence> evidence(DisputeEvidenceName name) {
    return call(mapper ->
            mapper.evidence(provider(name.dispute()), name.dispute().dispute(), name.number()))
        .map(DisputeEvidenceRow::toEvidence);
  }

  @Override
  public byte[] content(DisputeEvidenceName name) {
    List<String> parts =
        call(
            mapper ->
                mapper.parts(provider(name.dispute()), name.dispute().dispute(), name.number()));
    return parts.isEmpty() ? new byte[0] : PackedText.unpack(parts);
  }

  @Override
  public List<DisputeEvidence> listEvidence(DisputeName dispute, int after, int countMax) {
    return call(
            mapper -> mapper.listEvidence(provider(dispute), dispute.dispute(), after, countMax))
        .stream()
        .map(DisputeEvidenceRow::toEvidence)
        .toList();
  }

  @Override
  public void retract(DisputeEvidence evidence) {
    if (call(mapper -> mapper.retract(DisputeEvidenceRow.of(evidence))) != 1) {
      throw Refusals.stale(evidence.name());
    }
  }

  private static String provider(DisputeName dispute) {
    return dispute.provider().provider();
  }

  /** Somebody who did not hold the dispute took the number. */
  private void inserted(Function<AttachmentMapper, Integer> statement) {
    try {
      call(statement);
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  private <T> T call(Function<AttachmentMapper, T> statement) {
    return transactions.call(AttachmentMapper.class, statement);
  }
}
