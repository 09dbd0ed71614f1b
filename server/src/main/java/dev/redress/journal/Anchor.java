package dev.redress.journal;

import java.util.regex.Pattern;

/**
 * The last event of a journal at some time.
 *
 * @param sequence its number; 0 before the first
 * @param hash of it
 */
public record Anchor(long sequence, String hash) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public Anchor {
    if (sequence < 0) {
      throw new IllegalArgumentException("sequence must be 0 or more");
    }
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("hash must be 64 lower-case hexadecimal digits");
    }
  }

  /** Of a journal without events. */
  static final Anchor ORIGIN = new Anchor(0, HashChain.ORIGIN);
}
