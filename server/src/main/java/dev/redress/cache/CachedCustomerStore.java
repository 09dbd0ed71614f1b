package dev.redress.cache;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps the customers that are asked for by name in memory. */
public final class CachedCustomerStore implements CustomerStore {
  private static final long ENTRIES_MAX = 10_000;

  private final CustomerStore store;
  private final ReadCache<CustomerName, Customer> cache;

  /** In front of a store. */
  public CachedCustomerStore(CustomerStore store, ChangeTracking transactions) {
    this.store = store;
    this.cache = new ReadCache<>(transactions, ENTRIES_MAX);
  }

  @Override
  public Optional<Customer> find(CustomerName name) {
    return cache.get(name, store::find);
  }

  @Override
  public Optional<Customer> findToChange(CustomerName name) {
    return store.findToChange(name);
  }

  @Override
  public List<Customer> list(ProviderName provider, String afterId, int countMax) {
    return store.list(provider, afterId, countMax);
  }

  @Override
  public Map<CustomerName, String> contentHashes(Collection<CustomerName> names) {
    return store.contentHashes(names);
  }

  @Override
  public Set<CustomerName> erased(ProviderName provider) {
    return store.erased(provider);
  }

  @Override
  public void insertAll(List<Customer> customers) {
    cache.change(customers.stream().map(Customer::name).toList(), () -> store.insertAll(customers));
  }

  @Override
  public void update(Customer customer) {
    cache.change(List.of(customer.name()), () -> store.update(customer));
  }

  /** How the cache fares. */
  public CacheStatistics statistics() {
    return cache.statistics("customer");
  }
}
