package dev.redress.access;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts wrong keys and tokens by where they come from, so that somebody who tries many costs the
 * server little. Nobody can guess a key; this is about load only. The count begins anew each
 * second.
 */
final class WrongGuesses {
  /** Wrong ones from one place within a second, above which no more are looked at in it. */
  static final int A_SECOND_MAX = 20;

  /** Places that are counted; more than that within a second share a count. */
  private static final int PEERS_MAX = 10_000;

  private static final String OTHERS = "";

  private final InstantSource clock;
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private volatile long second;

  WrongGuesses(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Lets a place through that has not guessed too much.
   *
   * @throws RedressException {@code RATE_LIMITED}
   */
  void requireFew(String peer) {
    startSecond();
    AtomicInteger count = counts.get(place(peer));
    if (count != null && count.get() >= A_SECOND_MAX) {
      throw new RedressException(
          ErrorReason.RATE_LIMITED,
          "too many wrong keys came from this address; try again in a second");
    }
  }

  /** Notes a wrong one. */
  void add(String peer) {
    startSecond();
    counts.computeIfAbsent(place(peer), _ -> new AtomicInteger()).incrementAndGet();
  }

  private String place(String peer) {
    return counts.size() < PEERS_MAX || counts.containsKey(peer) ? peer : OTHERS;
  }

  /** Two threads may both clear at the turn of a second: a few guesses more are no harm. */
  private void startSecond() {
    long now = clock.instant().getEpochSecond();
    if (now != second) {
      second = now;
      counts.clear();
    }
  }
}
