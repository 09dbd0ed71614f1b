package dev.redress.persistence;

import dev.redress.identity.PromiseName;
import dev.redress.identity.ProviderName;
import dev.redress.promise.Promise;
import dev.redress.promise.PromiseStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps promises in the database. */
public final class MyBatisPromiseStore implements PromiseStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisPromiseStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Promise> find(PromiseName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.promise()))
        .map(PromiseRow::toPromise);
  }

  @Override
  public List<Promise> list(
      ProviderName provider,
      PromiseFilter filter,
      Instant now,
      Instant after,
      String afterId,
      int countMax) {
    // No promise is that old, and a column cannot hold Instant.MIN.
    Instant from = after.isBefore(Instant.EPOCH) ? Instant.EPOCH : after;
    return call(mapper -> mapper.list(provider.provider(), filter, now, from, afterId, countMax))
        .stream()
        .map(PromiseRow::toPromise)
        .toList();
  }

  @Override
  public void insert(Promise promise) {
    call(mapper -> mapper.insert(PromiseRow.of(promise)));
  }

  @Override
  public void update(Promise promise) {
    if (call(mapper -> mapper.end(PromiseRow.of(promise))) != 1) {
      throw Refusals.stale(promise.name());
    }
  }

  private <T> T call(Function<PromiseMapper, T> statement) {
    return transactions.call(PromiseMapper.class, statement);
  }
}
