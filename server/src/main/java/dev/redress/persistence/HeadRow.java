package dev.redress.persistence;

import dev.redress.journal.HashChain;

/** A row of the table journal_head: number and hash of a provider's last event. */
record HeadRow(String providerId, long sequenceNumber, String hash) {

  /** Before the first event. */
  static HeadRow origin(String providerId) {
    return new HeadRow(providerId, 0, HashChain.ORIGIN);
  }

  /** After this event. */
  static HeadRow after(JournalRow event) {
    return new HeadRow(event.providerId(), event.sequenceNumber(), event.hash());
  }
}
