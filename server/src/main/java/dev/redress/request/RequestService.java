package dev.redress.request;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.FactsVersionStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.Transactions;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The use cases of requests and of the time that was logged on them. */
public final class RequestService {
  /** Most requests or time entries that one call can create. */
  public static final int BATCH_MAX = 1_000;

  private final Transactions transactions;
  private final CustomerStore customers;
  private final RequestStore requests;
  private final TimeEntryStore entries;
  private final FactsVersionStore factsVersions;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public RequestService(
      Transactions transactions,
      CustomerStore customers,
      RequestStore requests,
      TimeEntryStore entries,
      FactsVersionStore factsVersions,
      Journal journal,
      InstantSource clock) {
    this.transactions = transactions;
    this.customers = customers;
    this.requests = requests;
    this.entries = entries;
    this.factsVersions = factsVersions;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Logs a request.
   *
   * @throws RedressException {@code CUSTOMER_NOT_FOUND}, {@code RESOURCE_EXISTS}
   */
  public Request create(Request request, Actor actor) {
    return transactions.run(
        () -> {
          begin(request.customer());
          requests.insertAll(List.of(request));
          record(
              request.customer(),
              actor,
              "request.created",
              request.name().toString(),
              Map.of("openTime", request.openedAt().toString(), "summary", request.summary()));
          return request;
        });
  }

  /**
   * Logs several requests of one customer, all or none.
   *
   * @param logged 1 to {@value #BATCH_MAX} of the customer
   * @throws RedressException {@code CUSTOMER_NOT_FOUND}, {@code RESOURCE_EXISTS}
   */
  public List<Request> createAll(CustomerName customer, List<Request> logged, Actor actor) {
    return transactions.run(
        () -> {
          begin(customer);
          requests.insertAll(logged);
          record(
              customer,
              actor,
              "requests.created",
              customer.toString(),
              Map.of(
                  "count", Integer.toString(logged.size()),
                  "first", logged.getFirst().name().request(),
                  "last", logged.getLast().name().request()));
          return logged;
        });
  }

  /** The request, or {@code REQUEST_NOT_FOUND}. */
  public Request get(RequestName name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  /** The request, if there is one of this name. */
  public Optional<Request> find(RequestName name) {
    return transactions.run(() -> requests.find(name));
  }

  /** Requests by id, see {@link RequestStore#list}; or {@code CUSTOMER_NOT_FOUND}. */
  public List<Request> list(CustomerName customer, String afterId, int countMax) {
    return transactions.run(
        () -> {
          var _ = customers.require(customer);
          return requests.list(customer, afterId, countMax);
        });
  }

  /**
   * Records several time entries of one customer, all or none.
   *
   * @param worked gives 1 to {@value #BATCH_MAX} entries of the customer, by the customer's time
   *     zone, in which their dates count
   * @throws RedressException {@code CUSTOMER_NOT_FOUND}, {@code REQUEST_NOT_FOUND} when an entry
   *     names a request that is not logged, {@code RESOURCE_EXISTS}
   */
  public List<TimeEntry> createAllEntries(
      CustomerName customer, Function<ZoneId, List<TimeEntry>> worked, Actor actor) {
    return transactions.run(
        () -> {
          List<TimeEntry> added = worked.apply(begin(customer).timeZone());
          requireRequests(customer, added);
          entries.insertAll(added);
          record(
              customer,
              actor,
              "time_entries.created",
              customer.toString(),
              Map.of(
                  "count", Integer.toString(added.size()),
                  "first", added.getFirst().name().entry(),
                  "last", added.getLast().name().entry()));
          return added;
        });
  }

  /** The time entry, or {@code TIME_ENTRY_NOT_FOUND}. */
  public TimeEntry getEntry(TimeEntryName name) {
    return transactions.run(
        () ->
            entries
                .find(name)
                .orElseThrow(
                    () ->
                        new RedressException(
                            ErrorReason.TIME_ENTRY_NOT_FOUND,
                            "there is no time entry " + name,
                            Map.of("timeEntry", name.toString()))));
  }

  /**
   * Time entries by id, see {@link TimeEntryStore#list}.
   *
   * @param request whose; with the id {@link TimeEntryName#NO_REQUEST}: of the whole customer
   * @throws RedressException {@code CUSTOMER_NOT_FOUND}, {@code REQUEST_NOT_FOUND}
   */
  public List<TimeEntry> listEntries(RequestName request, String afterId, int countMax) {
    return transactions.run(
        () -> {
          var _ = customers.require(request.customer());
          if (!request.request().equals(TimeEntryName.NO_REQUEST)
              && requests.find(request).isEmpty()) {
            throw missing(request);
          }
          return entries.list(request.customer(), request.request(), afterId, countMax);
        });
  }

  /**
   * Checks the customer and counts the change. Counting comes first: it locks the customer, and
   * whoever first read-locked the customer by a foreign key could no longer get at it.
   */
  private Customer begin(CustomerName name) {
    Customer customer = customers.require(name);
    factsVersions.advance(List.of(name));
    return customer;
  }

  private void requireRequests(CustomerName customer, List<TimeEntry> added) {
    Set<RequestName> named = new LinkedHashSet<>();
    for (TimeEntry entry : added) {
      entry.request().ifPresent(id -> named.add(new RequestName(customer, id)));
    }
    if (named.isEmpty()) {
      return;
    }
    named.removeAll(requests.contentHashes(named).keySet());
    if (!named.isEmpty()) {
      throw missing(named.iterator().next());
    }
  }

  private void record(
      CustomerName customer,
      Actor actor,
      String action,
      String resource,
      Map<String, String> details) {
    journal.append(
        new JournalEntry(
            customer.provider(), clock.instant(), actor, action, resource, "", details));
  }

  private static RedressException missing(RequestName name) {
    return new RedressException(
        ErrorReason.REQUEST_NOT_FOUND,
        "there is no request " + name,
        Map.of("request", name.toString()));
  }
}
