package dev.redress.persistence;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps customers in the database. */
public final class MyBatisCustomerStore implements CustomerStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisCustomerStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Customer> find(CustomerName name) {
    return transactions
        .call(
            CustomerMapper.class,
            mapper -> mapper.find(name.provider().provider(), name.customer()))
        .map(CustomerRow::toCustomer);
  }

  @Override
  public List<Customer> list(ProviderName provider, String afterId, int countMax) {
    return transactions
        .call(CustomerMapper.class, mapper -> mapper.list(provider.provider(), afterId, countMax))
        .stream()
        .map(CustomerRow::toCustomer)
        .toList();
  }

  @Override
  public Map<CustomerName, String> contentHashes(Collection<CustomerName> names) {
    Map<CustomerName, String> hashes = new HashMap<>();
    Grouped.by(names, CustomerName::provider, CustomerName::customer)
        .forEach(
            (provider, ids) ->
                contentHashes(provider, ids)
                    .forEach((id, hash) -> hashes.put(new CustomerName(provider, id), hash)));
    return hashes;
  }

  @Override
  public Set<CustomerName> erased(ProviderName provider) {
    return transactions
        .call(PrivacyMapper.class, mapper -> mapper.erased(provider.provider()))
        .stream()
        .map(id -> new CustomerName(provider, id))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void insertAll(List<Customer> customers) {
    try {
      transactions.batch(
          CustomerMapper.class,
          customers,
          (mapper, customer) -> mapper.insert(CustomerRow.of(customer)));
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(Refusals.oneOf(customers, Customer::name), e);
    }
  }

  @Override
  public void update(Customer customer) {
    int count =
        transactions.call(CustomerMapper.class, mapper -> mapper.update(CustomerRow.of(customer)));
    if (count != 1) {
      throw Refusals.stale(customer.name());
    }
  }

  private Map<String, String> contentHashes(ProviderName provider, NavigableSet<String> ids) {
    return transactions.call(
        CustomerMapper.class,
        mapper ->
            HashLookup.find(ids, transactions.keysMax(), new Hashes(mapper, provider.provider())));
  }

  private record Hashes(CustomerMapper mapper, String providerId) implements HashLookup.Reads {
    @Override
    public Optional<String> one(String id) {
      return mapper.contentHash(providerId, id);
    }

    @Override
    public List<HashRow> all(List<String> ids) {
      return mapper.contentHashes(providerId, ids);
    }

    @Override
    public List<HashRow> between(String firstId, String lastId, int countMax) {
      return mapper.contentHashesBetween(providerId, firstId, lastId, countMax);
    }
  }
}
