package dev.redress.persistence;

import dev.redress.customer.Provider;
import dev.redress.customer.ProviderStore;
import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;

/** Keeps providers in the database. */
public final class MyBatisProviderStore implements ProviderStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisProviderStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Provider> find(ProviderName name) {
    return transactions
        .call(ProviderMapper.class, mapper -> mapper.find(name.provider()))
        .map(ProviderRow::toProvider);
  }

  @Override
  public List<Provider> list(String afterId, int countMax) {
    return transactions
        .call(ProviderMapper.class, mapper -> mapper.list(afterId, countMax))
        .stream()
        .map(ProviderRow::toProvider)
        .toList();
  }

  @Override
  public void insert(Provider provider) {
    try {
      transactions.call(ProviderMapper.class, mapper -> mapper.insert(ProviderRow.of(provider)));
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(provider.name(), e);
    }
  }

  @Override
  public void update(Provider provider) {
    int count =
        transactions.call(ProviderMapper.class, mapper -> mapper.update(ProviderRow.of(provider)));
    if (count != 1) {
      throw Refusals.stale(provider.name());
    }
  }
}
