package dev.redress.cache;

import dev.redress.identity.ProviderName;
import dev.redress.identity.ServiceLevelName;
import dev.redress.servicelevel.ServiceLevel;
import dev.redress.servicelevel.ServiceLevelStore;
import dev.redress.servicelevel.ServiceScope;
import java.util.List;
import java.util.Optional;

/** Keeps the service levels of providers in memory: each deadline of each dispute asks for them. */
public final class CachedServiceLevelStore implements ServiceLevelStore {
  private static final long ENTRIES_MAX = 1_000;

  private final ServiceLevelStore store;
  private final ReadCache<ProviderName, List<ServiceLevel>> cache;

  /** In front of a store. */
  public CachedServiceLevelStore(ServiceLevelStore store, ChangeTracking transactions) {
    this.store = store;
    this.cache = new ReadCache<>(transactions, ENTRIES_MAX);
  }

  @Override
  public List<ServiceLevel> all(ProviderName provider) {
    return cache.get(provider, key -> Optional.of(store.all(key))).orElseThrow();
  }

  @Override
  public Optional<ServiceLevel> find(ServiceLevelName name) {
    return store.find(name);
  }

  @Override
  public Optional<ServiceLevel> find(ProviderName provider, ServiceScope scope) {
    return store.find(provider, scope);
  }

  @Override
  public List<ServiceLevel> list(ProviderName provider, String afterId, int countMax) {
    return store.list(provider, afterId, countMax);
  }

  @Override
  public int count(ProviderName provider) {
    return store.count(provider);
  }

  @Override
  public void put(ServiceLevel level) {
    cache.change(List.of(level.name().provider()), () -> store.put(level));
  }

  @Override
  public boolean delete(ServiceLevelName name) {
    return cache.change(List.of(name.provider()), () -> store.delete(name));
  }

  /** How the cache fares. */
  public CacheStatistics statistics() {
    return cache.statistics("service_level");
  }
}
