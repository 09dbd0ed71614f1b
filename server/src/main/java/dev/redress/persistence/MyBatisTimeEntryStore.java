package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.TimeEntryName;
import dev.redress.request.TimeEntry;
import dev.redress.request.TimeEntryStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;

/** Keeps time entries in the database. */
public final class MyBatisTimeEntryStore implements TimeEntryStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisTimeEntryStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<TimeEntry> find(TimeEntryName name) {
    return call(mapper ->
            mapper.find(name.provider().provider(), name.customer().customer(), name.entry()))
        .map(TimeEntryRow::toTimeEntry)
        .filter(entry -> entry.name().equals(name));
  }

  @Override
  public List<TimeEntry> list(
      CustomerName customer, String requestId, String afterId, int countMax) {
    String onlyRequest = requestId.equals(TimeEntryName.NO_REQUEST) ? "" : requestId;
    return call(
            mapper ->
                mapper.list(
                    customer.provider().provider(),
                    customer.customer(),
                    onlyRequest,
                    afterId,
                    countMax))
        .stream()
        .map(TimeEntryRow::toTimeEntry)
        .toList();
  }

  @Override
  public List<TimeEntry> all(CustomerName customer) {
    return call(mapper -> mapper.all(customer.provider().provider(), customer.customer())).stream()
        .map(TimeEntryRow::toTimeEntry)
        .toList();
  }

  @Override
  public Map<EntryKey, String> contentHashes(Collection<EntryKey> entryIds) {
    return transactions.run(
        () -> {
          Map<EntryKey, String> hashes = new HashMap<>();
          Grouped.by(entryIds, EntryKey::customer, EntryKey::entryId)
              .forEach(
                  (customer, ids) ->
                      contentHashes(customer, ids)
                          .forEach((id, hash) -> hashes.put(new EntryKey(customer, id), hash)));
          return hashes;
        });
  }

  @Override
  public void insertAll(List<TimeEntry> entries) {
    try {
      transactions.batch(TimeEntryMapper.class, entries, TimeEntryRow::of, TimeEntryMapper::insert);
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(Refusals.oneOf(entries, TimeEntry::name), e);
    }
  }

  @Override
  public void update(TimeEntry entry) {
    int count = call(mapper -> mapper.update(TimeEntryRow.of(entry)));
    Refusals.requireStored(count, entry.name());
  }

  private Map<String, String> contentHashes(CustomerName customer, NavigableSet<String> ids) {
    return transactions.call(
        TimeEntryMapper.class,
        mapper ->
            HashLookup.find(
                ids,
                transactions.keysMax(),
                new CustomerHashes(mapper, customer.provider().provider(), customer.customer())));
  }

  private <T> T call(Function<TimeEntryMapper, T> statement) {
    return transactions.call(TimeEntryMapper.class, statement);
  }
}
