package dev.redress.persistence;

import dev.redress.identity.Actor;
import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;
import dev.redress.journal.HashChain;
import dev.redress.journal.JournalEntry;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of the table journal_inbox.
 *
 * @param inboxId given by the database when the row is stored
 */
record InboxRow(
    String providerId,
    long inboxId,
    Instant createTime,
    String actor,
    String action,
    String resource,
    String reason,
    String details) {

  static InboxRow of(JournalEntry entry) {
    return new InboxRow(
        entry.provider().provider(),
        0,
        entry.time(),
        entry.actor().name(),
        entry.action(),
        entry.resource(),
        entry.reason(),
        AttributesJson.write(withVia(entry)));
  }

  /** The details, and who proved that the actor may act: both are part of the chain. */
  private static Map<String, String> withVia(JournalEntry entry) {
    if (entry.actor().via().isEmpty()) {
      return entry.details();
    }
    Map<String, String> details = new TreeMap<>(entry.details());
    details.put("via", entry.actor().via());
    return details;
  }

  /** This entry as the next one of the journal. */
  JournalRow follow(HeadRow head) {
    long number = head.sequenceNumber() + 1;
    JournalEntry entry =
        new JournalEntry(
            new ProviderName(providerId),
            createTime,
            new Actor(actor),
            action,
            resource,
            reason,
            AttributesJson.read(details));
    return new JournalRow(
        providerId,
        number,
        createTime,
        actor,
        action,
        resource,
        reason,
        details,
        HashChain.link(head.hash(), number, entry),
        entry.dispute().map(DisputeName::dispute).orElse(null),
        null,
        null);
  }
}
