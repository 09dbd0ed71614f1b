package dev.redress.journal;

import java.util.Optional;

/**
 * An event as it stands in the database, whatever was done to it.
 *
 * @param entry empty when what stands there can be no entry
 * @param dispute the id of the dispute to whose history it is said to belong; empty: none
 */
public record StoredEvent(
    long sequence, Optional<JournalEntry> entry, String hash, String dispute) {}
