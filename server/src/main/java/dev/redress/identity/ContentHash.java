package dev.redress.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells whether a thing's content has changed: SHA-256 over its parts. */
public final class ContentHash {
  private final MessageDigest digest = sha256();

  private ContentHash() {}

  /**
   * The hash of the parts, in their order, as 64 lower-case hexadecimal digits. Absent parts and
   * empty ones differ, and so do parts that are cut at another place. Maps count in the order of
   * their keys.
   */
  public static String of(@Nullable Object... parts) {
    ContentHash hash = new ContentHash();
    for (Object part : parts) {
      hash.add(part);
    }
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  /** A fresh digest of the algorithm that is used throughout. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void add(@Nullable Object part) {
    if (part instanceof Map<?, ?> map) {
      TreeMap<String, Object> sorted = new TreeMap<>();
      map.forEach((key, value) -> sorted.put(String.valueOf(key), String.valueOf(value)));
      add(sorted.size());
      sorted.forEach(
          (key, value) -> {
            add(key);
            add(value);
          });
      return;
    }
    byte[] bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
    String length = part == null ? "-" : Integer.toString(bytes.length);
    digest.update(length.getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) ':');
    digest.update(bytes);
  }
}
