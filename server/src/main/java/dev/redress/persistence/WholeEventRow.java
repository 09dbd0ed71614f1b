package dev.redress.persistence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table journal from which nothing was taken.
 *
 * @param previousHash of the event before; absent for the first
 */
record WholeEventRow(
    String providerId,
    long sequenceNumber,
    Instant createTime,
    String actor,
    String action,
    String resource,
    String reason,
    String details,
    String hash,
    @Nullable String previousHash) {

  JournalRow toRow() {
    return new JournalRow(
        providerId,
        sequenceNumber,
        createTime,
        actor,
        action,
        resource,
        reason,
        details,
        hash,
        null,
        null,
        null);
  }
}
