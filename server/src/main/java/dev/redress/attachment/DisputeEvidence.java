package dev.redress.attachment;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeEvidenceName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document that shows who is right in a dispute. It is never edited; one that was wrong is
 * retracted, and stays to be read.
 *
 * @param title what it shows, 1 to {@value #TITLE_MAX} characters
 * @param retraction absent while it counts
 */
public record DisputeEvidence(
    DisputeEvidenceName name,
    EvidenceType type,
    String title,
    EvidenceSource source,
    Actor author,
    Instant createTime,
    @Nullable Retraction retraction) {

  /** Most characters of a title. */
  public static final int TITLE_MAX = 200;

  /** Most pieces of a dispute, those that were retracted included. */
  public static final int COUNT_MAX = 50;

  /** Most bytes of all files of a dispute, those that were retracted included. */
  public static final int TOTAL_BYTES_MAX = 5 * 1024 * 1024;

  public DisputeEvidence {
    if (title.isBlank() || title.length() > TITLE_MAX) {
      throw new IllegalArgumentException("a title has 1 to " + TITLE_MAX + " characters");
    }
  }

  /** How many bytes of it are kept here. */
  public int sizeBytes() {
    return switch (source) {
      case EvidenceSource.File file -> file.sizeBytes();
      case EvidenceSource.Reference _ -> 0;
    };
  }

  /**
   * The same, which counts no more.
   *
   * @throws RedressException {@code EVIDENCE_RETRACTED} when that was said already
   */
  DisputeEvidence retracted(Retraction why) {
    if (retraction != null) {
      throw new RedressException(
          ErrorReason.EVIDENCE_RETRACTED,
          name + " was retracted already by " + retraction.actor().name(),
          Map.of("evidence", name.toString()));
    }
    return new DisputeEvidence(name, type, title, source, author, createTime, why);
  }

  /**
   * Who said why evidence does not count.
   *
   * @param reason 1 to 2,000 characters
   */
  public record Retraction(Actor actor, Instant time, String reason) {}
}
