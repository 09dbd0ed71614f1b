package dev.redress.access;

import dev.redress.customer.CustomerStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.ApiKeyName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.IdSource;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The use cases of those who let others in and shut them out. */
public final class AccessService {
  /** Most principals of a provider. */
  public static final int PRINCIPALS_MAX = 1_000;

  /** Most keys of a principal that are neither expired nor revoked. */
  public static final int LIVE_KEYS_MAX = 10;

  /** How long a key that is replaced may go on at most. */
  public static final Duration OVERLAP_MAX = Duration.ofDays(90);

  private final Transactions transactions;
  private final CustomerStore customers;
  private final AccessStore store;
  private final Journal journal;
  private final IdSource ids;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public AccessService(
      Transactions transactions,
      CustomerStore customers,
      AccessStore store,
      Journal journal,
      IdSource ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.customers = customers;
    this.store = store;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Lets somebody in.
   *
   * @param drafted makes the principal of the moment
   * @throws RedressException {@code CUSTOMER_NOT_FOUND}, {@code RESOURCE_EXISTS}, {@code TOO_LARGE}
   */
  public Principal create(Draft drafted, Actor by) {
    return transactions.run(
        () -> {
          Instant now = clock.instant();
          Principal principal =
              new Principal(
                  drafted.name(),
                  drafted.actor(),
                  drafted.role(),
                  drafted.customer(),
                  drafted.subject(),
                  false,
                  now,
                  1);
          ProviderName provider = principal.name().provider();
          store.hold(provider);
          if (store.count(provider) >= PRINCIPALS_MAX) {
            throw new RedressException(
                ErrorReason.TOO_LARGE,
                "the provider has "
                    + PRINCIPALS_MAX
                    + " principals and may not have more; use one that is there for another person",
                Map.of("provider", provider.toString()));
          }
          requireCustomer(principal);
          store.insert(principal);
          record(principal, "principal.created", now, by);
          return principal;
        });
  }

  /** The principal, or {@code PRINCIPAL_NOT_FOUND}. */
  public Principal get(PrincipalName name) {
    return transactions.run(() -> require(name));
  }

  /** Principals by id, see {@link AccessStore#list}. */
  public List<Principal> list(ProviderName provider, String afterId, int countMax) {
    return transactions.run(() -> store.list(provider, afterId, countMax));
  }

  /**
   * Changes what a principal may do.
   *
   * @param seen the version that the caller knows; absent: whatever it is
   * @param change keeps name, actor and times
   * @throws RedressException {@code PRINCIPAL_NOT_FOUND}, {@code STALE_VERSION}, {@code
   *     CUSTOMER_NOT_FOUND}, {@code RESOURCE_EXISTS}
   */
  public Principal update(
      PrincipalName name, @Nullable Long seen, UnaryOperator<Principal> change, Actor by) {
    return transactions.run(
        () -> {
          Principal stored = require(name);
          if (seen != null && stored.version() != seen) {
            throw new RedressException(
                ErrorReason.STALE_VERSION,
                "principal " + name + " was changed meanwhile; read it again and decide anew",
                Map.of("resource", name.toString()));
          }
          Principal wanted = change.apply(stored);
          if (wanted.equals(stored)) {
            return stored;
          }
          Principal changed =
              new Principal(
                  stored.name(),
                  stored.actor(),
                  wanted.role(),
                  wanted.customer(),
                  wanted.subject(),
                  wanted.disabled(),
                  stored.createTime(),
                  stored.version() + 1);
          requireCustomer(changed);
          store.update(changed);
          record(changed, "principal.updated", clock.instant(), by);
          return changed;
        });
  }

  /**
   * Makes a key.
   *
   * @param expireTime from when on it is refused; absent: after {@link ApiKey#LIFE_DEFAULT}
   * @param replaced a key that ends when the overlap does; absent: none
   * @param overlap from now, at most {@link #OVERLAP_MAX}
   * @throws RedressException {@code FIELD_INVALID}, {@code PRINCIPAL_NOT_FOUND}, {@code
   *     API_KEY_NOT_FOUND}, {@code TOO_LARGE}
   */
  public Made createKey(
      PrincipalName principal,
      @Nullable Instant expireTime,
      @Nullable ApiKeyName replaced,
      Duration overlap,
      Actor by) {
    return transactions.run(
        () -> {
          Instant now = clock.instant();
          // Whoever comes second counts the keys that the first has made.
          store.hold(principal.provider());
          require(principal);
          if (replaced != null) {
            end(replaced, now.plus(overlap), by);
          }
          if (store.countLiveKeys(principal, now) >= LIVE_KEYS_MAX) {
            throw new RedressException(
                ErrorReason.TOO_LARGE,
                "the principal has "
                    + LIVE_KEYS_MAX
                    + " live keys and may not have more; revoke one first",
                Map.of("principal", principal.toString()));
          }
          KeySecret secret = KeySecret.create(new ApiKeyName(principal, ids.next()));
          Instant end = expireTime == null ? now.plus(ApiKey.LIFE_DEFAULT) : expireTime;
          ApiKey key = key(secret, now, end);
          store.insertKey(key);
          record(key, "api_key.created", now, by);
          return new Made(key, secret.text());
        });
  }

  /** Keys of a principal by id, or {@code PRINCIPAL_NOT_FOUND}. */
  public List<ApiKey> listKeys(PrincipalName principal, String afterId, int countMax) {
    return transactions.run(
        () -> {
          require(principal);
          return store.listKeys(principal, afterId, countMax);
        });
  }

  /** Revokes a key, or {@code API_KEY_NOT_FOUND}. */
  public ApiKey revokeKey(ApiKeyName name, Actor by) {
    return transactions.run(() -> end(name, clock.instant(), by));
  }

  private ApiKey end(ApiKeyName name, Instant end, Actor by) {
    Instant now = clock.instant();
    ApiKey key =
        store
            .findKey(name)
            .orElseThrow(
                () ->
                    new RedressException(ErrorReason.API_KEY_NOT_FOUND, "there is no key " + name));
    ApiKey ended = end.isAfter(now) ? key.endingBy(end) : key.revoked(now);
    if (!ended.equals(key)) {
      store.updateKey(ended);
      record(ended, "api_key.ended", now, by);
    }
    return ended;
  }

  private static ApiKey key(KeySecret secret, Instant now, Instant end) {
    try {
      return new ApiKey(secret.name(), secret.hash(), now, end, Optional.empty());
    } catch (IllegalArgumentException e) {
      throw RedressException.ofField("api_key", String.valueOf(e.getMessage()));
    }
  }

  private void requireCustomer(Principal principal) {
    principal
        .customer()
        .ifPresent(
            customer -> {
              if (customers.find(customer).isEmpty()) {
                throw new RedressException(
                    ErrorReason.CUSTOMER_NOT_FOUND, "there is no customer " + customer);
              }
            });
  }

  private Principal require(PrincipalName name) {
    return store
        .find(name)
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.PRINCIPAL_NOT_FOUND, "there is no principal " + name));
  }

  private void record(Principal principal, String action, Instant time, Actor by) {
    journal.append(
        new JournalEntry(
            principal.name().provider(),
            time,
            by,
            action,
            principal.name().toString(),
            "",
            Map.of(
                "actor", principal.actor().name(),
                "role", principal.role().name(),
                "customer", principal.customer().map(CustomerName::toString).orElse(""),
                "disabled", Boolean.toString(principal.disabled()))));
  }

  private void record(ApiKey key, String action, Instant time, Actor by) {
    journal.append(
        new JournalEntry(
            key.name().principal().provider(),
            time,
            by,
            action,
            key.name().toString(),
            "",
            Map.of(
                "expireTime", key.expireTime().toString(),
                "revokeTime", key.revokeTime().map(Instant::toString).orElse(""))));
  }

  /**
   * Somebody to be let in.
   *
   * @param subject empty: none
   */
  public record Draft(
      PrincipalName name,
      Actor actor,
      Role role,
      Optional<CustomerName> customer,
      String subject) {}

  /**
   * A key with its secret, which is told here and nowhere else.
   *
   * @param secret what its holder sends
   */
  public record Made(ApiKey key, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
      return key.name().toString();
    }
  }
}
