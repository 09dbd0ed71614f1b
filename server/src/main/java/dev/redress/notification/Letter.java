package dev.redress.notification;

import dev.redress.identity.NotificationTargetName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a target did not take and that others have passed since.
 *
 * @param sequence of the event
 * @param tries how often it was tried in vain
 * @param nextTime when it is tried again; absent when it is dead
 * @param lastError why the last try was in vain, at most 500 characters
 * @param createTime when it was set aside
 * @param updateTime when it was tried last, or somebody had it tried anew
 */
public record Letter(
    NotificationTargetName target,
    long sequence,
    LetterState state,
    int tries,
    @Nullable Instant nextTime,
    String lastError,
    Instant createTime,
    Instant updateTime) {

  public Letter {
    if ((state == LetterState.WAITING) != (nextTime != null)) {
      throw new IllegalArgumentException("a letter has a next time exactly while it waits");
    }
  }

  /** An event that was just set aside; without another time it is dead. */
  static Letter setAside(
      NotificationTargetName target,
      long sequence,
      int tries,
      @Nullable Instant again,
      String error,
      Instant now) {
    return new Letter(target, sequence, state(again), tries, again, error, now, now);
  }

  /** The same after one more try in vain; without another time it is dead. */
  Letter failed(@Nullable Instant again, String error, Instant now) {
    return new Letter(target, sequence, state(again), tries + 1, again, error, createTime, now);
  }

  /** The same, to be tried anew with all tries. */
  Letter revived(Instant now) {
    return new Letter(target, sequence, LetterState.WAITING, 0, now, lastError, createTime, now);
  }

  private static LetterState state(@Nullable Instant again) {
    return again == null ? LetterState.DEAD : LetterState.WAITING;
  }
}
