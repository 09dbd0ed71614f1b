package dev.redress.journal;

import dev.redress.identity.ContentHash;
import java.util.Map;

/**
 * What the erasure of a customer left of its events. The event that tells of the erasure carries it
 * in its details, so that the chain vouches for what is left, too.
 *
 * @param count of the events that lost text
 * @param hash over their numbers and the hashes of what is left of them, in order
 */
public record Remains(long count, String hash) {
  /** What the event that tells of an erasure is called. */
  public static final String ACTION = "customer.erased";

  /** Before the first event. */
  public static final Remains NONE = new Remains(0, HashChain.ORIGIN);

  private static final String COUNT = "events";
  private static final String HASH = "remainsHash";

  /** With one more event, of a greater number. */
  public Remains and(long sequence, String remainsHash) {
    return new Remains(count + 1, ContentHash.of(hash, sequence, remainsHash));
  }

  /** As the details of the event say it. */
  public Map<String, String> details() {
    return Map.of(COUNT, Long.toString(count), HASH, hash);
  }

  /** Whether an event that tells of an erasure says just this. */
  boolean isToldBy(JournalEntry entry) {
    return Long.toString(count).equals(entry.details().get(COUNT))
        && hash.equals(entry.details().get(HASH));
  }
}
