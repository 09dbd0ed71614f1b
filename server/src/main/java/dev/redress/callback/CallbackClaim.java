package dev.redress.callback;

import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody's word that he is about to make a call. It keeps others off for a while; it moves no due
 * time and stops no escalation.
 *
 * @param actor who calls
 * @param time when he first said so, without a break since
 * @param expireTime from when on it counts for nothing, unless it is renewed
 */
public record CallbackClaim(Actor actor, Instant time, Instant expireTime) {
  /** How long a claim counts when nobody says otherwise. */
  public static final Duration LEASE_DEFAULT = Duration.ofMinutes(30);

  private static final Duration LEASE_MIN = Duration.ofMinutes(1);
  private static final Duration LEASE_MAX = Duration.ofHours(4);

  public CallbackClaim {
    if (!expireTime.isAfter(time)) {
      throw new IllegalArgumentException("a claim must count for some time");
    }
  }

  /** Whether it counts at a moment. */
  public boolean countsAt(Instant now) {
    return now.isBefore(expireTime);
  }

  /**
   * The same length of time, if a claim may have it: 1 minute to 4 hours; {@code FIELD_INVALID}.
   */
  public static Duration checkedLease(Duration lease) {
    if (lease.compareTo(LEASE_MIN) < 0 || lease.compareTo(LEASE_MAX) > 0) {
      throw RedressException.ofField("lease", "must be from 1 minute to 4 hours");
    }
    return lease;
  }
}
