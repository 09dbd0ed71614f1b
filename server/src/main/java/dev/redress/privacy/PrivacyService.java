package dev.redress.privacy;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerCalendar;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.FactsVersionStore;
import dev.redress.customer.OwnHolidays;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.journal.EventStore;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.journal.Remains;
import dev.redress.privacy.PrivacyStore.ExportedRow;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The use cases of those who must say what is known of a customer, and forget it. */
public final class PrivacyService {
  private static final int EVENTS_AT_ONCE = 1_000;

  private final Transactions transactions;
  private final CustomerStore customers;
  private final FactsVersionStore factsVersions;
  private final PrivacyStore store;
  private final EventStore events;
  private final Journal journal;
  private final Consumer<CustomerName> forget;
  private final InstantSource clock;

  /**
   * Over the stores that it needs.
   *
   * @param forget drops what this server has in memory of a customer beside the stores' caches
   */
  public PrivacyService(
      Transactions transactions,
      CustomerStore customers,
      FactsVersionStore factsVersions,
      PrivacyStore store,
      EventStore events,
      Journal journal,
      Consumer<CustomerName> forget,
      InstantSource clock) {
    this.transactions = transactions;
    this.customers = customers;
    this.factsVersions = factsVersions;
    this.store = store;
    this.events = events;
    this.journal = journal;
    this.forget = forget;
    this.clock = clock;
  }

  /** That a customer was erased; {@code CUSTOMER_NOT_FOUND}, {@code ERASURE_NOT_FOUND}. */
  public Erasure get(CustomerName name) {
    return transactions.run(
        () -> {
          var _ = customers.require(name);
          return store
              .find(name)
              .orElseThrow(
                  () ->
                      new RedressException(
                          ErrorReason.ERASURE_NOT_FOUND,
                          name + " was not erased",
                          Map.of("customer", name.toString())));
        });
  }

  /** Makes sure that there is such a customer, or {@code CUSTOMER_NOT_FOUND}. */
  public void require(CustomerName name) {
    transactions.run(
        () -> {
          var _ = customers.require(name);
        });
  }

  /**
   * Hands out all that is stored about a customer, in one transaction.
   *
   * @param reader takes a row at a time
   * @throws RedressException {@code CUSTOMER_NOT_FOUND}
   */
  public void export(CustomerName name, Consumer<ExportedRow> reader) {
    transactions.run(
        () -> {
          var _ = customers.requireToChange(name);
          store.export(name, reader);
        });
  }

  /**
   * Erases what is known of a customer's people, in one transaction: money, quantities, dates, ids
   * and states stay, and so does the chain of the journal. Erasing again changes nothing.
   *
   * @param reason 1 to {@value Erasure#REASON_MAX} characters, which stay
   * @throws RedressException {@code CUSTOMER_NOT_FOUND}, {@code CUSTOMER_HAS_OPEN_WORK}
   */
  public Erasure erase(CustomerName name, String reason, Actor actor) {
    return transactions.run(
        () -> {
          var _ = customers.requireToChange(name);
          store.holdAlone(name);
          return store.find(name).orElseGet(() -> erased(name, reason, actor));
        });
  }

  private Erasure erased(CustomerName name, String reason, Actor actor) {
    refuseOpenWork(name);
    Set<String> people = store.people(name);
    // By its own store, whose cache is then told.
    customers.update(nameless(customers.requireToChange(name)));
    factsVersions.advance(List.of(name));
    long rows = store.eraseRows(name, people);
    number(name.provider());
    Remains remains = store.eraseEvents(name, entry -> EventWords.without(entry, people));
    Erasure erasure = new Erasure(name, actor, reason, clock.instant(), rows, remains.count());
    record(erasure, remains);
    store.insert(erasure);
    // Nobody is to see events without their words before the one that says why.
    number(name.provider());
    transactions.afterCommit(() -> forget.accept(name));
    return erasure;
  }

  private void refuseOpenWork(CustomerName name) {
    store
        .openWork(name)
        .sentence()
        .ifPresent(
            said -> {
              throw new RedressException(
                  ErrorReason.CUSTOMER_HAS_OPEN_WORK,
                  name + " has " + said + "; who is owed something is erased when it is done",
                  Map.of("customer", name.toString()));
            });
  }

  /** Gives all that waits in the inbox its number, so that no text is left there. */
  private void number(ProviderName provider) {
    int moved;
    do {
      moved = events.sequence(provider, EVENTS_AT_ONCE);
    } while (moved == EVENTS_AT_ONCE);
  }

  private void record(Erasure erasure, Remains remains) {
    Map<String, String> details = new TreeMap<>(remains.details());
    details.put("rows", Long.toString(erasure.rows()));
    journal.append(
        new JournalEntry(
            erasure.customer().provider(),
            erasure.time(),
            erasure.actor(),
            Remains.ACTION,
            erasure.customer().toString(),
            erasure.reason(),
            details));
  }

  private Customer nameless(Customer customer) {
    Instant now = clock.instant();
    CustomerCalendar calendar = customer.calendar();
    return new Customer(
        customer.name(),
        PersonalData.ERASED,
        customer.timeZone(),
        customer.tier(),
        customer.accountManager(),
        "",
        "",
        customer.annualValue(),
        customer.currency(),
        new CustomerCalendar(calendar.week(), calendar.region(), OwnHolidays.NONE),
        Map.of(),
        customer.createTime(),
        now,
        customer.version() + 1);
  }
}
