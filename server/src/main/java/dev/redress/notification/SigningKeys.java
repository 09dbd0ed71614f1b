package dev.redress.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that requests to a webhook are signed with.
 *
 * @param current signs every request
 * @param previous signs as well until {@code previousEnd}, so that the receiver has time to change;
 *     absent unless the secret was changed
 * @param previousEnd with the one before
 */
public record SigningKeys(
    SigningSecret current, @Nullable SigningSecret previous, @Nullable Instant previousEnd) {

  /** How long a secret goes on to sign after it was replaced. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  /** With one secret. */
  public static SigningKeys of(SigningSecret secret) {
    return new SigningKeys(secret, null, null);
  }

  /** Those that sign a request at this time, the current one first. */
  public List<SigningSecret> at(Instant now) {
    return previous == null || previousEnd == null || !now.isBefore(previousEnd)
        ? List.of(current)
        : List.of(current, previous);
  }

  /** With another secret; the current one becomes the previous one. */
  public SigningKeys rotated(SigningSecret secret, Instant now) {
    return secret.equals(current) ? this : new SigningKeys(secret, current, now.plus(OVERLAP));
  }
}
