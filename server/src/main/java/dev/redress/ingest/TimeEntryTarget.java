package dev.redress.ingest;

import dev.redress.identity.CustomerName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.ingest.ImportProblem.Code;
import dev.redress.request.RequestStore;
import dev.redress.request.TimeEntry;
import dev.redress.request.TimeEntryStore;
import dev.redress.request.TimeEntryStore.EntryKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores time entries. */
final class TimeEntryTarget implements RowTarget<TimeEntry> {
  private final TimeEntryStore entries;
  private final RequestStore requests;
  private final Newcomers<CustomerName> newcomers;

  /** In this store, on requests of that one. */
  TimeEntryTarget(TimeEntryStore entries, RequestStore requests) {
    this.entries = entries;
    this.requests = requests;
    this.newcomers =
        new Newcomers<>(
            customer -> entries.list(customer, TimeEntryName.NO_REQUEST, "", 1).isEmpty());
  }

  @Override
  public String noun() {
    return "time_entry";
  }

  @Override
  public Column idColumn() {
    return Column.ENTRY_ID;
  }

  @Override
  public String id(TimeEntry row) {
    return row.name().entry();
  }

  @Override
  public String key(TimeEntry row) {
    return row.customer().customer() + '\n' + id(row);
  }

  @Override
  public CustomerName customer(TimeEntry row) {
    return row.customer();
  }

  @Override
  public String resource(TimeEntry row) {
    return row.name().toString();
  }

  @Override
  public String contentHash(TimeEntry row) {
    return row.contentHash();
  }

  @Override
  public Batch<TimeEntry> load(List<TimeEntry> rows) {
    List<EntryKey> keys =
        rows.stream().filter(row -> !newcomers.contains(row.customer())).map(EntryKey::of).toList();
    Map<EntryKey, String> stored = keys.isEmpty() ? Map.of() : entries.contentHashes(keys);
    List<RequestName> named =
        rows.stream().map(TimeEntryTarget::request).flatMap(Optional::stream).distinct().toList();
    Collection<RequestName> known =
        named.isEmpty() ? List.of() : requests.contentHashes(named).keySet();
    return new EntryBatch(stored, known);
  }

  private static Optional<RequestName> request(TimeEntry row) {
    return row.request().map(request -> new RequestName(row.customer(), request));
  }

  private final class EntryBatch implements Batch<TimeEntry> {
    private final Map<EntryKey, String> stored;
    private final Collection<RequestName> known;

    EntryBatch(Map<EntryKey, String> stored, Collection<RequestName> known) {
      this.stored = stored;
      this.known = known;
    }

    @Override
    public String storedHash(TimeEntry row) {
      return stored.getOrDefault(EntryKey.of(row), "");
    }

    @Override
    public List<ImportProblem> objections(CheckedRow.Accepted<TimeEntry> row) {
      return request(row.value())
          .filter(request -> !known.contains(request))
          .map(
              request ->
                  ImportProblems.of(
                      row.line(),
                      Code.UNKNOWN_REQUEST,
                      Column.REQUEST_ID,
                      request.request(),
                      "is not known for the customer: import the requests first"))
          .stream()
          .toList();
    }

    @Override
    public void save(List<TimeEntry> created, List<TimeEntry> updated) {
      if (!created.isEmpty()) {
        entries.insertAll(created);
      }
      updated.forEach(entries::update);
    }
  }
}
