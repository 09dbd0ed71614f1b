package dev.redress.persistence;

import dev.redress.identity.ModelName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.ModelStore;
import dev.redress.reconciliation.ModelUse;
import dev.redress.reconciliation.ModelVersion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Keeps models in the database. */
public final class MyBatisModelStore implements ModelStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisModelStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<ModelVersion> find(ModelName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.model()))
        .map(ModelVersionRow::toVersion);
  }

  @Override
  public List<ModelVersion> list(ProviderName provider, int beforeOrdinal, int countMax) {
    return call(mapper -> mapper.list(provider.provider(), beforeOrdinal, countMax)).stream()
        .map(ModelVersionRow::toVersion)
        .toList();
  }

  @Override
  public void insert(ModelVersion model) {
    ModelVersion.Origin origin = Objects.requireNonNull(model.origin(), "shipped models are code");
    try {
      call(mapper -> mapper.insert(ModelVersionRow.of(model, origin)));
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  @Override
  public Optional<ModelUse> use(ProviderName provider) {
    return call(mapper -> mapper.use(provider.provider())).map(ModelUseRow::toUse);
  }

  @Override
  public void put(ModelUse use) {
    ModelUseRow row = ModelUseRow.of(use);
    try {
      int count =
          call(mapper -> use.version() == 1 ? mapper.insertUse(row) : mapper.updateUse(row));
      if (count != 1) {
        throw Refusals.stale(use.model());
      }
    } catch (DuplicateKeyException e) {
      throw Refusals.stale(use.model());
    }
  }

  private <T> T call(Function<ModelMapper, T> statement) {
    return transactions.call(ModelMapper.class, statement);
  }
}
