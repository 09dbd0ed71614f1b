package dev.redress.journal;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Sequencer.Subscription;
import dev.redress.transaction.Transactions;
import java.util.List;

/** What happened, in order, for readers. */
public final class EventFeed {
  private final Transactions transactions;
  private final EventStore events;
  private final Sequencer sequencer;

  /** Over the numbered journal. */
  public EventFeed(Transactions transactions, EventStore events, Sequencer sequencer) {
    this.transactions = transactions;
    this.events = events;
    this.sequencer = sequencer;
  }

  /** The event of this number, or {@code EVENT_NOT_FOUND}. */
  public Event get(ProviderName provider, long sequence) {
    return transactions
        .run(() -> events.find(provider, sequence))
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.EVENT_NOT_FOUND, provider + " has no event " + sequence));
  }

  /** Events with a greater number, in order, at most so many. */
  public List<Event> list(ProviderName provider, long afterSequence, int countMax) {
    return transactions.run(() -> events.list(provider, afterSequence, countMax));
  }

  /** The same of the history of one dispute, see {@link JournalEntry#dispute}. */
  public List<Event> listOfDispute(
      ProviderName provider, String disputeId, long afterSequence, int countMax) {
    return transactions.run(
        () -> events.listOfDispute(provider, disputeId, afterSequence, countMax));
  }

  /** The number of the last event, 0 before the first. */
  public long lastSequence(ProviderName provider) {
    return transactions.run(() -> events.lastSequence(provider));
  }

  /** Calls back, without blocking, whenever there are new events. */
  public Subscription subscribe(ProviderName provider, Runnable onNewEvents) {
    return sequencer.subscribe(provider, onNewEvents);
  }
}
