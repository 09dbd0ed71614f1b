package dev.redress.persistence;

import dev.redress.journal.Anchor;
import dev.redress.journal.HashChain;

/** A row of the table journal_head: number and hash of a provider's last event. */
record HeadRow(String providerId, long sequenceNumber, String hash) {

  /** Before the first event. */
  static HeadRow origin(String providerId) {
    return new HeadRow(providerId, 0, HashChain.ORIGIN);
  }

  /** As it stands here; a hash that is none counts as that of no event. */
  Anchor toAnchor() {
    try {
      return new Anchor(sequenceNumber, hash);
    } catch (IllegalArgumentException _) {
      return new Anchor(Math.max(0, sequenceNumber), HashChain.ORIGIN);
    }
  }

  /** After this event. */
  static HeadRow after(JournalRow event) {
    return new HeadRow(event.providerId(), event.sequenceNumber(), event.hash());
  }
}
