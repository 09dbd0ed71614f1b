package dev.redress.persistence;

import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Event;
import dev.redress.journal.JournalEntry;
import dev.redress.journal.StoredEvent;
import dev.redress.journal.StoredEvent.Taken;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table journal.
 *
 * @param disputeId to whose history it belongs; follows from the entry, and so is no part of the
 *     hash
 * @param erasedCustomerId whose erasure took text out of it; then with the hash of what was left
 */
record JournalRow(
    String providerId,
    long sequenceNumber,
    Instant createTime,
    String actor,
    String action,
    String resource,
    String reason,
    String details,
    String hash,
    @Nullable String disputeId,
    @Nullable String erasedCustomerId,
    @Nullable String remainsHash) {

  /** As it stands here, which need not be what was written. */
  StoredEvent toStoredEvent() {
    Optional<JournalEntry> entry;
    try {
      entry = Optional.of(toEvent().entry());
    } catch (RuntimeException _) {
      // Somebody wrote what no version of Redress would have.
      entry = Optional.empty();
    }
    Optional<Taken> taken =
        erasedCustomerId == null
            ? Optional.empty()
            : Optional.of(new Taken(erasedCustomerId, String.valueOf(remainsHash)));
    return new StoredEvent(sequenceNumber, entry, hash, disputeId == null ? "" : disputeId, taken);
  }

  Event toEvent() {
    return new Event(
        sequenceNumber,
        new JournalEntry(
            new ProviderName(providerId),
            createTime,
            new Actor(actor),
            action,
            resource,
            reason,
            AttributesJson.read(details)),
        hash,
        erasedCustomerId != null);
  }
}
