package dev.redress.persistence;

import dev.redress.identity.NotificationTargetName;
import dev.redress.notification.ChannelKind;
import dev.redress.notification.DeliveryStore;
import dev.redress.notification.NotificationTarget;
import dev.redress.notification.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Shares notification targets among workers through the database. */
public final class MyBatisDeliveryStore implements DeliveryStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisDeliveryStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<NotificationTargetName> due(Set<ChannelKind> kinds, Instant now, int countMax) {
    return kinds.isEmpty()
        ? List.of()
        : call(mapper -> mapper.due(kinds, now, countMax)).stream()
            .map(TargetKeyRow::toName)
            .toList();
  }

  @Override
  public boolean claim(NotificationTargetName name, String worker, Instant now, Instant until) {
    return call(
            mapper -> mapper.claim(name.provider().provider(), name.target(), worker, now, until))
        == 1;
  }

  @Override
  public Optional<NotificationTarget> held(NotificationTargetName name, String worker) {
    return call(mapper -> mapper.held(name.provider().provider(), name.target(), worker))
        .map(NotificationTargetRow::toTarget);
  }

  @Override
  public boolean advance(
      NotificationTargetName name, String worker, Progress progress, Instant until) {
    return call(
            mapper ->
                mapper.advance(name.provider().provider(), name.target(), worker, progress, until))
        == 1;
  }

  @Override
  public boolean pause(NotificationTargetName name, String worker, String reason, Instant now) {
    return call(
            mapper -> mapper.pause(name.provider().provider(), name.target(), worker, reason, now))
        == 1;
  }

  @Override
  public void release(NotificationTargetName name, String worker) {
    call(mapper -> mapper.release(name.provider().provider(), name.target(), worker));
  }

  @Override
  public void releaseAll(String worker) {
    call(mapper -> mapper.releaseAll(worker));
  }

  @Override
  public Backlog backlog() {
    return call(NotificationMapper::backlog).toBacklog();
  }

  private <T> T call(Function<NotificationMapper, T> statement) {
    return transactions.call(NotificationMapper.class, statement);
  }
}
