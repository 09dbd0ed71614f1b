package dev.redress.persistence;

import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Event;
import dev.redress.journal.JournalEntry;
import java.time.Instant;

/** A row of the table journal. */
record JournalRow(
    String providerId,
    long sequenceNumber,
    Instant createTime,
    String actor,
    String action,
    String resource,
    String reason,
    String details,
    String hash) {

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
        hash);
  }
}
