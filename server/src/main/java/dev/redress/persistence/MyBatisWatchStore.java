package dev.redress.persistence;

import dev.redress.escalation.EscalationLifecycle.Look;
import dev.redress.escalation.Watch;
import dev.redress.escalation.WatchStore;
import dev.redress.identity.CallbackName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps watches over callbacks in the database. */
public final class MyBatisWatchStore implements WatchStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisWatchStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Watch> find(CallbackName callback) {
    return call(mapper -> mapper.find(callback.provider().provider(), callback.callback()))
        .map(WatchRow::toWatch);
  }

  @Override
  public List<CallbackName> unwatched(int countMax) {
    return call(mapper -> mapper.unwatched(countMax)).stream().map(CallbackKeyRow::toName).toList();
  }

  @Override
  public List<Watch> due(Instant now, int countMax) {
    return call(mapper -> mapper.due(now, countMax)).stream().map(WatchRow::toWatch).toList();
  }

  @Override
  public Optional<Instant> earliest() {
    return call(WatchMapper::earliest);
  }

  @Override
  public void insert(CallbackName callback, Look look) {
    try {
      call(mapper -> mapper.insert(callback.provider().provider(), callback.callback(), look));
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  @Override
  public boolean move(Watch watch, Look look) {
    CallbackName name = watch.callback();
    return call(
            mapper ->
                mapper.move(name.provider().provider(), name.callback(), watch.version(), look))
        == 1;
  }

  @Override
  public void recheck(ProviderName provider, Instant time) {
    call(mapper -> mapper.recheck(provider.provider(), time));
  }

  @Override
  public void delete(Watch watch) {
    CallbackName name = watch.callback();
    call(mapper -> mapper.delete(name.provider().provider(), name.callback(), watch.version()));
  }

  private <T> T call(Function<WatchMapper, T> statement) {
    return transactions.call(WatchMapper.class, statement);
  }
}
