package dev.redress.journal;

import dev.redress.identity.ContentHash;

/** Links each entry of a provider's journal to the one before it. */
public final class HashChain {

  /** Stands before the first entry. */
  public static final String ORIGIN = "0".repeat(64);

  private HashChain() {}

  /** The hash of an entry that follows the entry with the hash {@code previous}. */
  public static String link(String previous, long sequence, JournalEntry entry) {
    return ContentHash.of(
        previous,
        sequence,
        entry.provider(),
        entry.time(),
        entry.actor().name(),
        entry.action(),
        entry.resource(),
        entry.reason(),
        entry.details());
  }
}
