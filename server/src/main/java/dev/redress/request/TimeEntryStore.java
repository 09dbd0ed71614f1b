package dev.redress.request;

import dev.redress.identity.CustomerName;
import dev.redress.identity.TimeEntryName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps time entries. A customer's entry ids are unique, whatever their request. */
public interface TimeEntryStore {

  /** The time entry of this id, if it is on the request that the name says. */
  Optional<TimeEntry> find(TimeEntryName name);

  /**
   * Time entries whose id sorts after {@code afterId}, by id, at most so many.
   *
   * @param requestId only those on this request; {@link TimeEntryName#NO_REQUEST}: of the whole
   *     customer
   */
  List<TimeEntry> list(CustomerName customer, String requestId, String afterId, int countMax);

  /** All time entries of a customer, by id. */
  List<TimeEntry> all(CustomerName customer);

  /**
   * The content hashes of those of these entry ids that are stored; at most 1,000 are asked.
   *
   * @param entryIds by customer and the source's id, since an entry can move to another request
   */
  Map<EntryKey, String> contentHashes(Collection<EntryKey> entryIds);

  /**
   * Stores new time entries.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS} when an id is taken
   */
  void insertAll(List<TimeEntry> entries);

  /** Replaces the content of a stored time entry, its request included. */
  void update(TimeEntry entry);

  /** What identifies an entry whatever its request. */
  record EntryKey(CustomerName customer, String entryId) {
    /** Of an entry. */
    public static EntryKey of(TimeEntry entry) {
      return new EntryKey(entry.customer(), entry.name().entry());
    }
  }
}
