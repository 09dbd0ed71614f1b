package dev.redress.grpc;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Etags (AIP-154): opaque to callers, the resource's version to us. */
final class Etags {
  private static final String PREFIX = "v";

  private Etags() {}

  /** The etag of a version. */
  static String of(long version) {
    return PREFIX + version;
  }

  /**
   * The version that a caller has seen; absent when it did not say.
   *
   * @param resource that it is about, by name
   * @throws RedressException {@code STALE_VERSION} when it is no etag of ours, since it cannot be
   *     that of the resource
   */
  static @Nullable Long version(String etag, String resource) {
    if (etag.isEmpty()) {
      return null;
    }
    try {
      long version = Long.parseLong(etag.substring(PREFIX.length()));
      if (of(version).equals(etag)) {
        return version;
      }
    } catch (NumberFormatException e) {
      // Reported below, like every other text that is not an etag.
    }
    throw new RedressException(
        ErrorReason.STALE_VERSION,
        "the etag is not one of " + resource + "; read it again and decide anew",
        Map.of("resource", resource));
  }
}
