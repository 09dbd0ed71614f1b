package dev.redress.customer;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The use cases of providers, the tenants. */
public final class ProviderService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public ProviderService(
      Transactions transactions, ProviderStore providers, Journal journal, InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Creates a provider.
   *
   * @throws RedressException {@code RESOURCE_EXISTS} when the id is taken
   */
  public Provider create(
      ProviderName name, String displayName, ProviderSettings settings, Actor actor) {
    return transactions.run(
        () -> {
          Instant now = clock.instant();
          Provider provider = new Provider(name, displayName, settings, now, now, 1);
          providers.insert(provider);
          record(actor, "provider.created", provider, facts(provider));
          return provider;
        });
  }

  /** The provider, or {@code PROVIDER_NOT_FOUND}. */
  public Provider get(ProviderName name) {
    return transactions.run(() -> required(providers.find(name), name));
  }

  /** Providers by id, see {@link ProviderStore#list}. */
  public List<Provider> list(String afterId, int countMax) {
    return transactions.run(() -> providers.list(afterId, countMax));
  }

  /**
   * Changes the display name or the settings of a provider. A change that leaves all as it was is
   * no change: the version stays and nothing is recorded.
   *
   * @param expectedVersion absent: whatever it is
   * @param change gives the provider with its new values; name, times and version do not count
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code STALE_VERSION}
   */
  public Provider update(
      ProviderName name,
      @Nullable Long expectedVersion,
      UnaryOperator<Provider> change,
      Actor actor) {
    return transactions.run(
        () -> {
          Provider before = required(providers.findToChange(name), name);
          if (expectedVersion != null && before.version() != expectedVersion) {
            throw stale(name);
          }
          Provider wanted = change.apply(before);
          Provider after =
              new Provider(
                  name,
                  wanted.displayName(),
                  wanted.settings(),
                  before.createTime(),
                  clock.instant(),
                  before.version() + 1);
          Map<String, String> changed = facts(after);
          changed.entrySet().removeAll(facts(before).entrySet());
          if (changed.isEmpty()) {
            return before;
          }
          providers.update(after);
          record(actor, "provider.updated", after, changed);
          return after;
        });
  }

  /** Gives an empty database its first provider; safe when several servers start at once. */
  public void ensureDefault() {
    if (!ProviderScope.allProviders().call(() -> list("", 1)).isEmpty()) {
      return;
    }
    try {
      ProviderScope.of(Provider.DEFAULT)
          .run(
              () ->
                  create(
                      Provider.DEFAULT,
                      "Default provider",
                      ProviderSettings.DEFAULT,
                      Actor.REDRESS));
    } catch (RedressException e) {
      if (e.reason() != ErrorReason.RESOURCE_EXISTS) {
        throw e;
      }
      // Another server was faster, which is just as well.
    }
  }

  private void record(Actor actor, String action, Provider provider, Map<String, String> details) {
    journal.append(
        new JournalEntry(
            provider.name(),
            provider.updateTime(),
            actor,
            action,
            provider.name().toString(),
            "",
            details));
  }

  /** What can change, by name, as the journal shows it. */
  private static Map<String, String> facts(Provider provider) {
    ProviderSettings settings = provider.settings();
    Map<String, String> facts = new TreeMap<>();
    facts.put("displayName", provider.displayName());
    facts.put("defaultOwner", settings.defaultOwner());
    facts.put("businessWeek", settings.businessWeek().toString());
    facts.put(
        "holidayRegion", settings.holidayRegion() == null ? "" : settings.holidayRegion().code());
    facts.put("ownHolidays", settings.ownHolidays().summary());
    facts.put("firstCallbackDays", Integer.toString(settings.firstCallbackDays()));
    facts.put("attemptGap", settings.attemptGap().toString());
    facts.put("attemptsMax", Integer.toString(settings.attemptsMax()));
    facts.put(
        "requestLogCompleteFrom",
        settings.requestLogCompleteFrom() == null
            ? ""
            : settings.requestLogCompleteFrom().toString());
    return facts;
  }

  private static Provider required(Optional<Provider> found, ProviderName name) {
    return found.orElseThrow(
        () ->
            new RedressException(
                ErrorReason.PROVIDER_NOT_FOUND,
                "there is no provider " + name,
                Map.of("provider", name.toString())));
  }

  private static RedressException stale(ProviderName name) {
    return new RedressException(
        ErrorReason.STALE_VERSION,
        name + " has changed since it was read; read it again and decide anew",
        Map.of("resource", name.toString()));
  }
}
