package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/**
 * Statements on {@code dispute_note}, {@code dispute_evidence} and {@code dispute_evidence_part}.
 */
interface AttachmentMapper {
  int countDisputes(String providerId, String disputeId);

  int holdDispute(String providerId, String disputeId);

  AttachmentTotalRow total(String providerId, String disputeId);

  Optional<DisputeNoteRow> note(String providerId, String disputeId, int number);

  List<DisputeNoteRow> lastNotes(String providerId, String disputeId, int before, int countMax);

  int insertNote(DisputeNoteRow row);

  Optional<DisputeEvidenceRow> evidence(String providerId, String disputeId, int number);

  List<DisputeEvidenceRow> listEvidence(
      String providerId, String disputeId, int after, int countMax);

  int insertEvidence(DisputeEvidenceRow row, int bytesBefore);

  int retract(DisputeEvidenceRow row);

  List<String> parts(String providerId, String disputeId, int number);

  int insertPart(EvidencePartRow row);
}
