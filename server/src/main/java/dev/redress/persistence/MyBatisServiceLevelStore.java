package dev.redress.persistence;

import dev.redress.identity.ProviderName;
import dev.redress.identity.ServiceLevelName;
import dev.redress.servicelevel.ServiceLevel;
import dev.redress.servicelevel.ServiceLevelStore;
import dev.redress.servicelevel.ServiceScope;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps service levels in the database. */
public final class MyBatisServiceLevelStore implements ServiceLevelStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisServiceLevelStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<ServiceLevel> find(ServiceLevelName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.serviceLevel()))
        .map(ServiceLevelRow::toServiceLevel);
  }

  @Override
  public Optional<ServiceLevel> find(ProviderName provider, ServiceScope scope) {
    return call(mapper ->
            mapper.findScope(
                provider.provider(),
                scope.customerId(),
                scope.tier(),
                ServiceLevelRow.priority(scope)))
        .map(ServiceLevelRow::toServiceLevel);
  }

  @Override
  public List<ServiceLevel> list(ProviderName provider, String afterId, int countMax) {
    return levels(mapper -> mapper.list(provider.provider(), afterId, countMax));
  }

  @Override
  public List<ServiceLevel> all(ProviderName provider) {
    return levels(mapper -> mapper.all(provider.provider()));
  }

  @Override
  public int count(ProviderName provider) {
    return call(mapper -> mapper.count(provider.provider()));
  }

  @Override
  public void put(ServiceLevel level) {
    ServiceLevelRow row = ServiceLevelRow.of(level);
    try {
      int count = call(mapper -> level.version() == 1 ? mapper.insert(row) : mapper.update(row));
      if (count != 1) {
        throw Refusals.stale(level.name());
      }
    } catch (DuplicateKeyException e) {
      throw Refusals.stale(level.name());
    }
  }

  @Override
  public boolean delete(ServiceLevelName name) {
    return call(mapper -> mapper.delete(name.provider().provider(), name.serviceLevel())) == 1;
  }

  private List<ServiceLevel> levels(Function<ServiceLevelMapper, List<ServiceLevelRow>> statement) {
    return call(statement).stream().map(ServiceLevelRow::toServiceLevel).toList();
  }

  private <T> T call(Function<ServiceLevelMapper, T> statement) {
    return transactions.call(ServiceLevelMapper.class, statement);
  }
}
