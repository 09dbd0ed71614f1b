package dev.redress.attachment;

import dev.redress.identity.DisputeEvidenceName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.DisputeNoteName;
import java.util.List;
import java.util.Optional;

/** Keeps notes and evidence of disputes; nothing is ever deleted. */
public interface AttachmentStore {

  /** Whether there is a dispute of this name. */
  boolean exists(DisputeName dispute);

  /**
   * Keeps others from attaching to a dispute until the transaction ends, so that numbers and sums
   * stay true; the dispute itself does not change.
   *
   * @return whether there is a dispute of this name
   */
  boolean hold(DisputeName dispute);

  /** What is attached to a dispute so far. */
  Total total(DisputeName dispute);

  /** Stores a note: its number is one more than the last one's. */
  void insert(DisputeNote note);

  /** The note, if there is one of this name. */
  Optional<DisputeNote> note(DisputeNoteName name);

  /**
   * Notes of a dispute, the newest first, at most so many: the last ones.
   *
   * @param before only those with a lower number; {@link Integer#MAX_VALUE} to begin
   */
  List<DisputeNote> lastNotes(DisputeName dispute, int before, int countMax);

  /**
   * Stores evidence: its number is one more than the last one's.
   *
   * @param content the bytes of a file; of a reference none
   * @param bytesBefore of all files of the dispute so far
   */
  void insert(DisputeEvidence evidence, byte[] content, int bytesBefore);

  /** The evidence, if there is one of this name. */
  Optional<DisputeEvidence> evidence(DisputeEvidenceName name);

  /** The bytes of a file; none for a reference. */
  byte[] content(DisputeEvidenceName name);

  /**
   * Evidence of a dispute, the oldest first, at most so many.
   *
   * @param after only what has a higher number; 0 to begin
   */
  List<DisputeEvidence> listEvidence(DisputeName dispute, int after, int countMax);

  /**
   * Stores that evidence does not count any more.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when somebody else was first
   */
  void retract(DisputeEvidence evidence);

  /**
   * What is attached to a dispute, those that were retracted included.
   *
   * @param bytes of all files
   */
  record Total(int notes, int evidence, int bytes) {}
}
