package dev.redress.customer;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The use cases of customers. */
public final class CustomerService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final FactsVersionStore factsVersions;
  private final Calendars calendars;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public CustomerService(
      Transactions transactions,
      ProviderStore providers,
      CustomerStore customers,
      FactsVersionStore factsVersions,
      Calendars calendars,
      Journal journal,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.factsVersions = factsVersions;
    this.calendars = calendars;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Creates a customer.
   *
   * @param wanted its times and version do not count
   * @throws RedressException {@code FIELD_INVALID} when no window is ever open, {@code
   *     PROVIDER_NOT_FOUND}, {@code RESOURCE_EXISTS}
   */
  public Customer create(Customer wanted, Actor actor) {
    return transactions.run(
        () -> {
          requireOpen(wanted, requireProvider(wanted.name().provider()));
          Instant now = clock.instant();
          Customer customer = stamped(wanted, wanted.name(), now, now, 1);
          customers.insertAll(List.of(customer));
          record(actor, "customer.created", customer, facts(customer));
          return customer;
        });
  }

  /** The customer, or {@code CUSTOMER_NOT_FOUND}. */
  public Customer get(CustomerName name) {
    return transactions.run(() -> customers.require(name));
  }

  /** Customers by id, see {@link CustomerStore#list}; or {@code PROVIDER_NOT_FOUND}. */
  public List<Customer> list(ProviderName provider, String afterId, int countMax) {
    return transactions.run(
        () -> {
          Provider _ = requireProvider(provider);
          return customers.list(provider, afterId, countMax);
        });
  }

  /**
   * Changes what is known of a customer. A change that leaves all as it was is no change: the
   * version stays and nothing is recorded.
   *
   * @param expectedVersion absent: whatever it is
   * @param change gives the customer with its new values; name, times and version do not count
   * @throws RedressException {@code FIELD_INVALID} when no window is ever open, {@code
   *     CUSTOMER_NOT_FOUND}, {@code STALE_VERSION}
   */
  public Customer update(
      CustomerName name,
      @Nullable Long expectedVersion,
      UnaryOperator<Customer> change,
      Actor actor) {
    return transactions.run(
        () -> {
          Customer before = customers.requireToChange(name);
          if (expectedVersion != null && before.version() != expectedVersion) {
            throw stale(name);
          }
          Customer after =
              stamped(
                  change.apply(before),
                  name,
                  before.createTime(),
                  clock.instant(),
                  before.version() + 1);
          boolean sameContent = after.contentHash().equals(before.contentHash());
          if (sameContent && after.calendar().equals(before.calendar())) {
            return before;
          }
          if (!after.calendar().equals(before.calendar())) {
            requireOpen(after, requireProvider(name.provider()));
          }
          customers.update(after);
          if (!sameContent) {
            // Work dates are counted in the customer's time zone.
            factsVersions.advance(List.of(name));
          }
          Map<String, String> changed = facts(after);
          changed.entrySet().removeAll(facts(before).entrySet());
          record(actor, "customer.updated", after, changed);
          return after;
        });
  }

  private void record(Actor actor, String action, Customer customer, Map<String, String> details) {
    journal.append(
        new JournalEntry(
            customer.name().provider(),
            customer.updateTime(),
            actor,
            action,
            customer.name().toString(),
            "",
            details));
  }

  /** What can change, by name, as the journal shows it; attributes only by their hash. */
  private static Map<String, String> facts(Customer customer) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("displayName", customer.displayName());
    facts.put("timeZone", customer.timeZone().getId());
    facts.put("tier", customer.tier());
    facts.put("accountManager", customer.accountManager());
    facts.put("phone", customer.phone());
    facts.put("email", customer.email());
    facts.put(
        "annualValue", customer.annualValue() == null ? "" : customer.annualValue().toString());
    facts.put("currency", customer.currency().getCurrencyCode());
    CustomerCalendar calendar = customer.calendar();
    facts.put("businessWeek", calendar.week() == null ? "" : calendar.week().toString());
    facts.put("holidayRegion", calendar.region() == null ? "" : calendar.region().code());
    facts.put("ownHolidays", calendar.ownHolidays().summary());
    facts.put("contentHash", customer.contentHash());
    return facts;
  }

  private static Customer stamped(
      Customer wanted, CustomerName name, Instant createTime, Instant updateTime, long version) {
    return new Customer(
        name,
        wanted.displayName(),
        wanted.timeZone(),
        wanted.tier(),
        wanted.accountManager(),
        wanted.phone(),
        wanted.email(),
        wanted.annualValue(),
        wanted.currency(),
        wanted.calendar(),
        wanted.attributes(),
        createTime,
        updateTime,
        version);
  }

  private Provider requireProvider(ProviderName name) {
    return providers
        .find(name)
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.PROVIDER_NOT_FOUND,
                    "there is no provider " + name,
                    Map.of("provider", name.toString())));
  }

  /** What a provider says alone was checked when it was said. */
  private void requireOpen(Customer customer, Provider provider) {
    if (customer.calendar().equals(CustomerCalendar.AS_PROVIDER)) {
      return;
    }
    try {
      calendars.requireOpen(provider.settings(), customer.calendar());
    } catch (IllegalArgumentException e) {
      throw RedressException.ofField("customer", String.valueOf(e.getMessage()));
    }
  }

  private static RedressException stale(CustomerName name) {
    return new RedressException(
        ErrorReason.STALE_VERSION,
        name + " has changed since it was read; read it again and decide anew",
        Map.of("resource", name.toString()));
  }
}
