package dev.redress.cache;

import dev.redress.identity.ModelName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.ModelStore;
import dev.redress.reconciliation.ModelUse;
import dev.redress.reconciliation.ModelVersion;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the models that are asked for by name in memory. Which one is in use is always read: a
 * choice on another server counts at once.
 */
public final class CachedModelStore implements ModelStore {
  private static final long ENTRIES_MAX = 1_000;

  private final ModelStore store;
  private final ReadCache<ModelName, ModelVersion> cache;

  /** In front of a store. */
  public CachedModelStore(ModelStore store, ChangeTracking transactions) {
    this.store = store;
    this.cache = new ReadCache<>(transactions, ENTRIES_MAX);
  }

  @Override
  public Optional<ModelVersion> find(ModelName name) {
    return cache.get(name, store::find);
  }

  @Override
  public List<ModelVersion> list(ProviderName provider, int beforeOrdinal, int countMax) {
    return store.list(provider, beforeOrdinal, countMax);
  }

  @Override
  public void insert(ModelVersion model) {
    cache.change(List.of(model.name()), () -> store.insert(model));
  }

  @Override
  public Optional<ModelUse> use(ProviderName provider) {
    return store.use(provider);
  }

  @Override
  public void put(ModelUse use) {
    store.put(use);
  }

  /** How the cache fares. */
  public CacheStatistics statistics() {
    return cache.statistics("model");
  }
}
