package dev.redress.resolution;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackStore;
import dev.redress.callback.Outcome;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeStore;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;

/**
 * Stores that a callback took the place of another: the one place that does, so that the end, the
 * successor, the dispute and the journal are always changed together (I2).
 */
final class CallbackSuccession {
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final Journal journal;

  CallbackSuccession(DisputeStore disputes, CallbackStore callbacks, Journal journal) {
    this.disputes = disputes;
    this.callbacks = callbacks;
    this.journal = journal;
  }

  /** In the transaction of the caller. */
  void save(Followed followed, JournalEntry entry) {
    Callback ended = followed.callback();
    Callback successor = followed.successor();
    callbacks.update(ended);
    callbacks.insert(successor);
    Dispute dispute = disputes.find(ended.dispute()).orElseThrow();
    boolean reached = ended.attempt() != null && ended.attempt().outcome() == Outcome.REACHED;
    disputes.update(dispute.withCallback(successor.name(), reached, successor.createTime()));
    journal.append(entry);
  }
}
