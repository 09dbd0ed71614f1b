package dev.redress.journal;

import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;

/** The numbered journal, and the inbox from which it grows. */
public interface EventStore {

  /** The event of this number, if there is one. */
  Optional<Event> find(ProviderName provider, long sequence);

  /** Events with a greater number, in order, at most so many. */
  List<Event> list(ProviderName provider, long afterSequence, int countMax);

  /**
   * The same of the history of one dispute.
   *
   * @param disputeId whatever it is: a dispute that does not exist has no events
   */
  List<Event> listOfDispute(
      ProviderName provider, String disputeId, long afterSequence, int countMax);

  /** Events with a greater number as they stand in the database, in order, at most so many. */
  List<StoredEvent> stored(ProviderName provider, long afterSequence, int countMax);

  /** The last event, as the head of the chain has it. */
  Anchor head(ProviderName provider);

  /** The number of the last event, 0 before the first. */
  long lastSequence(ProviderName provider);

  /** Providers who have entries in the inbox, at most 100. */
  List<ProviderName> providersWithInbox();

  /**
   * Moves entries from the inbox into the journal, in the order in which they were appended,
   * numbering and chaining them. Must run within a transaction; only one server at a time does it
   * for a provider.
   *
   * @return how many were moved, at most {@code countMax}
   */
  int sequence(ProviderName provider, int countMax);
}
