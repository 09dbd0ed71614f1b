package dev.redress.persistence;

import dev.redress.escalation.DutyKey;
import dev.redress.escalation.EscalationLifecycle.Look;
import dev.redress.escalation.Watch;
import dev.redress.escalation.WatchStore;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps watches over duties in the database. */
public final class MyBatisWatchStore implements WatchStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisWatchStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Watch> find(DutyKey duty) {
    return call(mapper -> mapper.find(duty)).map(WatchRow::toWatch);
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
  public void insert(DutyKey duty, Look look) {
    try {
      call(mapper -> mapper.insert(duty, look));
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  @Override
  public boolean move(Watch watch, Look look) {
    return call(mapper -> mapper.move(watch.duty(), watch.version(), look)) == 1;
  }

  @Override
  public void recheck(ProviderName provider, Instant time) {
    call(mapper -> mapper.recheck(provider.provider(), time));
  }

  @Override
  public void delete(Watch watch) {
    call(mapper -> mapper.delete(watch.duty(), watch.version()));
  }

  private <T> T call(Function<WatchMapper, T> statement) {
    return transactions.call(WatchMapper.class, statement);
  }
}
