package dev.redress.journal;

/**
 * A numbered entry of a provider's journal.
 *
 * @param sequence 1, 2, 3 and so on for each provider, without a gap
 * @param hash SHA-256 over the entry and the hash before it, see {@link HashChain}
 */
public record Event(long sequence, JournalEntry entry, String hash) {}
