package dev.redress.access;

import dev.redress.identity.ApiKeyName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A key without its secret.
 *
 * @param hash of the secret, see {@link KeySecret}
 * @param expireTime from when on it is refused
 * @param revokeTime when it was revoked, if it was
 */
public record ApiKey(
    ApiKeyName name,
    String hash,
    Instant createTime,
    Instant expireTime,
    Optional<Instant> revokeTime) {

  /** How long a key lives of which nothing else is said. */
  public static final Duration LIFE_DEFAULT = Duration.ofDays(365);

  /** How long a key may live. */
  public static final Duration LIFE_MAX = Duration.ofDays(1_826);

  public ApiKey {
    if (!expireTime.isAfter(createTime)) {
      throw new IllegalArgumentException("expire_time must be in the future");
    }
    if (expireTime.isAfter(createTime.plus(LIFE_MAX))) {
      throw new IllegalArgumentException(
          "expire_time must be at most " + LIFE_MAX.toDays() + " days ahead");
    }
  }

  /** Whether it is taken at this moment. */
  public boolean isLive(Instant now) {
    return revokeTime.isEmpty() && now.isBefore(expireTime);
  }

  /** The same, revoked; a key that is revoked already stays so since then. */
  ApiKey revoked(Instant now) {
    return revokeTime.isPresent()
        ? this
        : new ApiKey(name, hash, createTime, expireTime, Optional.of(now));
  }

  /** The same, refused from then on at the latest. */
  ApiKey endingBy(Instant end) {
    if (!end.isBefore(expireTime)) {
      return this;
    }
    return end.isAfter(createTime)
        ? new ApiKey(name, hash, createTime, end, revokeTime)
        : revoked(end);
  }
}
