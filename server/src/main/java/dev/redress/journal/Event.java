package dev.redress.journal;

/**
 * A numbered entry of a provider's journal.
 *
 * @param sequence 1, 2, 3 and so on for each provider, without a gap
 * @param hash SHA-256 over the entry as it was written and the hash before it, see {@link
 *     HashChain}
 * @param isErased whether text was taken out of it when its customer was erased, so that the hash
 *     does not follow from what is left
 */
public record Event(long sequence, JournalEntry entry, String hash, boolean isErased) {

  /** One that is what was written. */
  public Event(long sequence, JournalEntry entry, String hash) {
    this(sequence, entry, hash, false);
  }
}
