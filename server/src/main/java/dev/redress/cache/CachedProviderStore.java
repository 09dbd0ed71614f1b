package dev.redress.cache;

import dev.redress.customer.Provider;
import dev.redress.customer.ProviderStore;
import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;

/** Keeps the providers that are asked for by name in memory. */
public final class CachedProviderStore implements ProviderStore {
  private static final long ENTRIES_MAX = 1_000;

  private final ProviderStore store;
  private final ReadCache<ProviderName, Provider> cache;

  /** In front of a store. */
  public CachedProviderStore(ProviderStore store, ChangeTracking transactions) {
    this.store = store;
    this.cache = new ReadCache<>(transactions, ENTRIES_MAX);
  }

  @Override
  public Optional<Provider> find(ProviderName name) {
    return cache.get(name, store::find);
  }

  @Override
  public Optional<Provider> findToChange(ProviderName name) {
    return store.findToChange(name);
  }

  @Override
  public List<Provider> list(String afterId, int countMax) {
    return store.list(afterId, countMax);
  }

  @Override
  public void insert(Provider provider) {
    cache.change(List.of(provider.name()), () -> store.insert(provider));
  }

  @Override
  public void update(Provider provider) {
    cache.change(List.of(provider.name()), () -> store.update(provider));
  }

  /** How the cache fares. */
  public CacheStatistics statistics() {
    return cache.statistics("provider");
  }
}
