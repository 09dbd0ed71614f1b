package dev.redress.escalation;

import dev.redress.customer.CustomerStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.IdSource;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ServiceLevelName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.servicelevel.ServiceLevel;
import dev.redress.servicelevel.ServiceLevelStore;
import dev.redress.servicelevel.ServiceScope;
import dev.redress.servicelevel.ServiceValues;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The use cases of those who decide what is promised to whom. They have all duties of the provider
 * looked at anew, since levels are reached at other times; what was promised stays.
 */
public final class ServiceLevelService {
  /** Most service levels of a provider. */
  public static final int COUNT_MAX = 10_000;

  private final Transactions transactions;
  private final CustomerStore customers;
  private final ServiceLevelStore levels;
  private final WatchStore watches;
  private final Journal journal;
  private final IdSource ids;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public ServiceLevelService(
      Transactions transactions,
      CustomerStore customers,
      ServiceLevelStore levels,
      WatchStore watches,
      Journal journal,
      IdSource ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.customers = customers;
    this.levels = levels;
    this.watches = watches;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** The service level, or {@code SERVICE_LEVEL_NOT_FOUND}. */
  public ServiceLevel get(ServiceLevelName name) {
    return transactions.run(() -> require(name));
  }

  /** Service levels by id, see {@link ServiceLevelStore#list}. */
  public List<ServiceLevel> list(ProviderName provider, String afterId, int countMax) {
    return transactions.run(() -> levels.list(provider, afterId, countMax));
  }

  /**
   * Says what is promised to a scope, or changes it. A change that leaves all as it was is no
   * change.
   *
   * @param provider one that exists
   * @param expectedVersion absent: whatever it is
   * @param change gives the values that are wanted for those that are stored
   * @throws RedressException {@code FIELD_INVALID}, {@code CUSTOMER_NOT_FOUND}, {@code
   *     STALE_VERSION}, {@code TOO_LARGE} when there are {@link #COUNT_MAX} already
   */
  public ServiceLevel set(
      ProviderName provider,
      ServiceScope scope,
      @Nullable Long expectedVersion,
      UnaryOperator<ServiceValues> change,
      Actor actor) {
    return transactions.run(
        () -> {
          requireCustomer(provider, scope);
          Optional<ServiceLevel> before = levels.find(provider, scope);
          long version = before.map(ServiceLevel::version).orElse(0L);
          if (expectedVersion != null && version != expectedVersion) {
            throw stale(provider);
          }
          ServiceValues stored = before.map(ServiceLevel::values).orElse(ServiceValues.NONE);
          ServiceValues wanted = change.apply(stored);
          if (before.isPresent() && wanted.equals(stored)) {
            return before.get();
          }
          Instant now = clock.instant();
          ServiceLevel after =
              checked(
                  before.map(ServiceLevel::name).orElseGet(() -> newName(provider)),
                  scope,
                  wanted,
                  now,
                  version + 1);
          levels.put(after);
          changed(after, "service_level.set", now, actor);
          return after;
        });
  }

  /**
   * Takes a service level away: what is wider counts again.
   *
   * @throws RedressException {@code SERVICE_LEVEL_NOT_FOUND}
   */
  public void delete(ServiceLevelName name, Actor actor) {
    transactions.run(
        () -> {
          ServiceLevel level = require(name);
          if (!levels.delete(name)) {
            throw notFound(name);
          }
          changed(level, "service_level.deleted", clock.instant(), actor);
        });
  }

  private ServiceLevelName newName(ProviderName provider) {
    if (levels.count(provider) >= COUNT_MAX) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the provider has "
              + COUNT_MAX
              + " service levels and may not have more; delete one first",
          Map.of("provider", provider.toString()));
    }
    return new ServiceLevelName(provider, ids.next());
  }

  private void changed(ServiceLevel level, String action, Instant time, Actor actor) {
    ProviderName provider = level.name().provider();
    watches.recheck(provider, time);
    journal.append(
        new JournalEntry(provider, time, actor, action, level.name().toString(), "", facts(level)));
  }

  /** A scope and what is said for it, as the journal shows it. */
  private static Map<String, String> facts(ServiceLevel level) {
    ServiceValues values = level.values();
    Map<String, String> facts = new TreeMap<>();
    facts.put("customer", level.scope().customerId());
    facts.put("tier", level.scope().tier());
    facts.put("priority", said(level.scope().priority()));
    facts.put("firstCallbackDays", said(values.firstCallbackDays()));
    facts.put("attemptsMax", said(values.attemptsMax()));
    facts.put("attemptGap", said(values.attemptGap()));
    facts.put("hangUpCoolDown", said(values.hangUpCoolDown()));
    ServiceValues.Percents percents = values.percents();
    facts.put(
        "percents",
        percents == null
            ? ""
            : percents.owner() + ", " + percents.lead() + ", " + percents.accountManager());
    facts.put("repeatGap", said(values.repeatGap()));
    facts.put("resolutionTarget", said(values.resolutionTarget()));
    return facts;
  }

  private static String said(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static ServiceLevel checked(
      ServiceLevelName name, ServiceScope scope, ServiceValues values, Instant time, long version) {
    try {
      return new ServiceLevel(name, scope, values, time, version);
    } catch (IllegalArgumentException e) {
      throw RedressException.ofField("service_level", String.valueOf(e.getMessage()));
    }
  }

  private void requireCustomer(ProviderName provider, ServiceScope scope) {
    if (scope.customerId().isEmpty()) {
      return;
    }
    CustomerName customer = new CustomerName(provider, scope.customerId());
    if (customers.find(customer).isEmpty()) {
      throw new RedressException(
          ErrorReason.CUSTOMER_NOT_FOUND,
          "there is no customer " + customer,
          Map.of("customer", customer.toString()));
    }
  }

  private ServiceLevel require(ServiceLevelName name) {
    return levels.find(name).orElseThrow(() -> notFound(name));
  }

  private static RedressException notFound(ServiceLevelName name) {
    return new RedressException(
        ErrorReason.SERVICE_LEVEL_NOT_FOUND, "there is no service level " + name);
  }

  private static RedressException stale(ProviderName provider) {
    return new RedressException(
        ErrorReason.STALE_VERSION,
        "the service level has changed since it was read; read it again and decide anew",
        Map.of("resource", provider + "/serviceLevels"));
  }
}
