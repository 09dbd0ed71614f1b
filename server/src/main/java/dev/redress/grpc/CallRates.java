package dev.redress.grpc;

import dev.redress.access.Caller;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.PrincipalName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Bounds how many calls a second each principal may make, so that one that runs wild does not take
 * the server from the others. Each may save up the calls of one second. The operator is not
 * bounded.
 */
final class CallRates {
  /** Principals that are counted; when there are more, all are forgiven what they used. */
  private static final int PRINCIPALS_MAX = 10_000;

  private static final double NANOS = 1e9;

  private final int perSecond;
  private final LongSupplier nanoTime;
  private final Map<PrincipalName, Bucket> buckets = new ConcurrentHashMap<>();

  CallRates(int perSecond) {
    this(perSecond, System::nanoTime);
  }

  CallRates(int perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes one of the caller's calls.
   *
   * @throws RedressException {@code RATE_LIMITED}
   */
  void take(Caller caller) {
    caller
        .principal()
        .ifPresent(
            principal -> {
              if (buckets.size() >= PRINCIPALS_MAX) {
                buckets.clear();
              }
              if (!buckets.computeIfAbsent(principal, _ -> new Bucket()).take(1)) {
                throw tooMany();
              }
            });
  }

  /**
   * Takes nothing.
   *
   * @throws RedressException {@code RATE_LIMITED} when the principal could not take one now
   */
  void requireLeft(PrincipalName principal) {
    Bucket bucket = buckets.get(principal);
    if (bucket != null && !bucket.take(0)) {
      throw tooMany();
    }
  }

  private RedressException tooMany() {
    return new RedressException(
        ErrorReason.RATE_LIMITED,
        "you make more than "
            + perSecond
            + " calls a second; wait a moment, or send several things in one call",
        Map.of("callsPerSecond", Integer.toString(perSecond)));
  }

  private final class Bucket {
    private double left = perSecond;
    private long seenNanos = nanoTime.getAsLong();

    /** Takes some, when there is at least one. */
    synchronized boolean take(int count) {
      long now = nanoTime.getAsLong();
      left = Math.min(perSecond, left + (now - seenNanos) / NANOS * perSecond);
      seenNanos = now;
      if (left < 1) {
        return false;
      }
      left -= count;
      return true;
    }
  }
}
