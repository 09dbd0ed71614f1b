package dev.redress.attachment;

import dev.redress.identity.Actor;
import dev.redress.identity.DisputeNoteName;
import java.time.Instant;

/**
 * What somebody wrote down about a dispute. It is never changed: what was wrong is put right by
 * another note.
 *
 * @param text 1 to {@value #TEXT_MAX} characters, as many as the journal keeps of it
 */
public record DisputeNote(
    DisputeNoteName name, NoteKind kind, String text, Actor author, Instant createTime) {

  /** Most characters of a note. */
  public static final int TEXT_MAX = 2_000;

  /** Most notes of a dispute. */
  public static final int COUNT_MAX = 500;

  public DisputeNote {
    if (text.isBlank() || text.length() > TEXT_MAX) {
      throw new IllegalArgumentException("a note has 1 to " + TEXT_MAX + " characters");
    }
  }
}
