package dev.redress.persistence;

import dev.redress.identity.ProviderName;
import dev.redress.journal.Anchor;
import dev.redress.journal.Event;
import dev.redress.journal.EventStore;
import dev.redress.journal.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the journal in the database. */
public final class MyBatisEventStore implements EventStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisEventStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Event> find(ProviderName provider, long sequence) {
    return call(mapper -> mapper.find(provider.provider(), sequence)).map(JournalRow::toEvent);
  }

  @Override
  public List<Event> list(ProviderName provider, long afterSequence, int countMax) {
    return call(mapper -> mapper.list(provider.provider(), afterSequence, countMax)).stream()
        .map(JournalRow::toEvent)
        .toList();
  }

  @Override
  public List<Event> listOfDispute(
      ProviderName provider, String disputeId, long afterSequence, int countMax) {
    return call(
            mapper -> mapper.listOfDispute(provider.provider(), disputeId, afterSequence, countMax))
        .stream()
        .map(JournalRow::toEvent)
        .toList();
  }

  @Override
  public List<StoredEvent> stored(ProviderName provider, long afterSequence, int countMax) {
    return call(mapper -> mapper.list(provider.provider(), afterSequence, countMax)).stream()
        .map(JournalRow::toStoredEvent)
        .toList();
  }

  @Override
  public Anchor head(ProviderName provider) {
    return call(mapper -> mapper.head(provider.provider()))
        .orElseGet(() -> HeadRow.origin(provider.provider()))
        .toAnchor();
  }

  @Override
  public long lastSequence(ProviderName provider) {
    return call(mapper -> mapper.head(provider.provider())).map(HeadRow::sequenceNumber).orElse(0L);
  }

  @Override
  public List<ProviderName> providersWithInbox() {
    return call(JournalMapper::providersWithInbox).stream().map(ProviderName::new).toList();
  }

  @Override
  public int sequence(ProviderName provider, int countMax) {
    try {
      return transactions.run(() -> move(provider.provider(), countMax));
    } catch (DuplicateKeyException e) {
      // Another server wrote the provider's first event.
      throw Refusals.collision(e);
    }
  }

  private int move(String providerId, int countMax) {
    HeadRow head = lockedHead(providerId);
    List<InboxRow> inbox = call(mapper -> mapper.inbox(providerId, countMax));
    List<JournalRow> events = new ArrayList<>();
    for (InboxRow entry : inbox) {
      JournalRow event = entry.follow(head);
      events.add(event);
      head = HeadRow.after(event);
    }
    transactions.batch(JournalMapper.class, events, JournalMapper::insert);
    // One by one: an entry with a lower number may have been committed meanwhile.
    transactions.batch(
        JournalMapper.class,
        inbox,
        (mapper, entry) -> mapper.deleteInbox(providerId, entry.inboxId()));
    HeadRow last = head;
    call(mapper -> mapper.updateHead(last));
    return inbox.size();
  }

  /** The head, which nobody else can move until this transaction ends. */
  private HeadRow lockedHead(String providerId) {
    if (call(mapper -> mapper.lockHead(providerId)) == 0) {
      call(mapper -> mapper.insertHead(HeadRow.origin(providerId)));
    }
    return call(mapper -> mapper.head(providerId)).orElseThrow();
  }

  private <T> T call(Function<JournalMapper, T> statement) {
    return transactions.call(JournalMapper.class, statement);
  }
}
