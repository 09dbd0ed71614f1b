package dev.redress.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When an event that a target did not take is tried again: after 5 s, 30 s, 2 min, 10 min, 1 h and
 * 6 h, each stretched by up to a fifth so that targets which failed together do not come back
 * together. While the first three waits last, later events of the target wait behind it, so that an
 * order is kept through every short fault; then it is set aside as a letter and others pass.
 */
public final class RetrySchedule {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6));

  /** Tries of an event, the first one included. */
  public static final int TRIES_MAX = WAITS.size() + 1;

  /** Failed tries after which others pass. */
  private static final int IN_ORDER_TRIES_MAX = 3;

  /** Most that a receiver can ask to be left alone. */
  private static final Duration RETRY_AFTER_MAX = Duration.ofHours(1);

  private static final double JITTER = 0.2;

  private RetrySchedule() {}

  /**
   * What follows a failed try.
   *
   * @param tries that have failed, this one included: 1 or more
   * @param chance from 0 to 1, another one each time
   */
  public static Next after(int tries, Receipt.Failed failure, Instant now, double chance) {
    if (tries >= TRIES_MAX) {
      return new Next.Dead();
    }
    Duration wait = WAITS.get(tries - 1);
    wait = wait.plusMillis((long) (wait.toMillis() * JITTER * chance));
    Duration asked = failure.retryAfter();
    if (asked != null) {
      wait = longer(wait, shorter(asked, RETRY_AFTER_MAX));
    }
    return tries <= IN_ORDER_TRIES_MAX
        ? new Next.InOrder(now.plus(wait))
        : new Next.SetAside(now.plus(wait));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** What becomes of an event after a failed try. */
  public sealed interface Next {
    /** It is tried again at this time, and no later event before it. */
    record InOrder(Instant time) implements Next {}

    /** It is tried again at this time, and later events need not wait for it. */
    record SetAside(Instant time) implements Next {}

    /** It is not tried again. */
    record Dead() implements Next {}
  }
}
