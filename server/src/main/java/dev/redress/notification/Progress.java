package dev.redress.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a target is.
 *
 * @param sequence of the last event that is done with: sent, not wanted, or set aside as a letter
 * @param tries how often the next wanted event was tried in vain
 * @param nextTime before it nothing is sent
 * @param lastError why the last try in vain was one, at most 500 characters; empty before any
 * @param lastErrorTime with it
 */
public record Progress(
    long sequence, int tries, Instant nextTime, String lastError, @Nullable Instant lastErrorTime) {

  /** Begins after this event. */
  public static Progress after(long sequence, Instant now) {
    return new Progress(sequence, 0, now, "", null);
  }

  /** The event of this sequence is done with. */
  public Progress done(long done, Instant now) {
    return new Progress(done, 0, now, lastError, lastErrorTime);
  }

  /** The event after this sequence was tried in vain once more. */
  public Progress failed(long done, String error, Instant now, Instant again) {
    return new Progress(done, tries + 1, again, error, now);
  }

  /** The event of this sequence was set aside because of an error. */
  public Progress setAside(long done, String error, Instant now) {
    return new Progress(done, 0, now, error, now);
  }

  /** A letter was tried in vain. */
  public Progress troubled(String error, Instant now) {
    return new Progress(sequence, tries, nextTime, error, now);
  }
}
