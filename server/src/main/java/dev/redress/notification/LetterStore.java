package dev.redress.notification;

import dev.redress.identity.NotificationTargetName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the events that targets did not take. */
public interface LetterStore {
  /** Most letters of a target, waiting and dead together. */
  int LETTERS_MAX = 1_000;

  /** The letter of this event, if there is one. */
  Optional<Letter> find(NotificationTargetName target, long sequence);

  /** The waiting letter whose time came first, if one has come. */
  Optional<Letter> due(NotificationTargetName target, Instant now);

  /** Dead letters of later events, by sequence, at most so many. */
  List<Letter> dead(NotificationTargetName target, long afterSequence, int countMax);

  /** How many letters a target has. */
  LetterCounts count(NotificationTargetName target);

  /**
   * Stores a new letter.
   *
   * @throws dev.redress.error.RedressException {@code CONCURRENT_CHANGE} when the event has one
   */
  void insert(Letter letter);

  /** Stores what became of a letter, unless somebody else changed it since it was read. */
  void update(Letter before, Letter after);

  /** Takes a letter away. */
  void delete(Letter letter);

  /** Has all dead letters of a target tried anew from now on; how many there were. */
  int revive(NotificationTargetName target, Instant now);

  /** Takes away all dead letters of a target; how many there were. */
  int discard(NotificationTargetName target);

  /**
   * How many letters a target has.
   *
   * @param waiting that are tried again
   * @param dead that are not
   */
  record LetterCounts(int waiting, int dead) {
    /** All of them. */
    public int total() {
      return waiting + dead;
    }
  }
}
