package dev.redress.cache;

import dev.redress.dispute.AuthorityLimit;
import dev.redress.dispute.AuthorityLimit.Holder;
import dev.redress.dispute.AuthorityLimits;
import dev.redress.dispute.AuthorityStore;
import dev.redress.identity.ProviderName;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Keeps in memory who may concede what, for those who only show it. Whoever lets somebody concede
 * must ask the store itself: a limit that was lowered on another server counts at once.
 */
public final class CachedAuthorityStore implements AuthorityStore {
  private static final long ENTRIES_MAX = 1_000;

  private final AuthorityStore store;
  private final ReadCache<ProviderName, AuthorityLimits> cache;

  /** In front of a store. */
  public CachedAuthorityStore(AuthorityStore store, ChangeTracking transactions) {
    this.store = store;
    this.cache = new ReadCache<>(transactions, ENTRIES_MAX);
  }

  @Override
  public AuthorityLimits all(ProviderName provider) {
    return cache.get(provider, key -> Optional.of(store.all(key))).orElseThrow();
  }

  @Override
  public void put(ProviderName provider, AuthorityLimit limit) {
    cache.change(List.of(provider), () -> store.put(provider, limit));
  }

  @Override
  public boolean remove(ProviderName provider, Holder holder, Currency currency) {
    return cache.change(List.of(provider), () -> store.remove(provider, holder, currency));
  }

  /** The limits as they are, for whoever lets somebody concede. */
  public AuthorityStore uncached() {
    return store;
  }

  /** How the cache fares. */
  public CacheStatistics statistics() {
    return cache.statistics("authority");
  }
}
