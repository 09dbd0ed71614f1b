package dev.redress.persistence;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.NotificationTargetName;
import dev.redress.identity.ProviderName;
import dev.redress.notification.NotificationTarget;
import dev.redress.notification.TargetStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Keeps notification targets in the database. */
public final class MyBatisTargetStore implements TargetStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisTargetStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<NotificationTarget> find(NotificationTargetName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.target()))
        .map(NotificationTargetRow::toTarget);
  }

  @Override
  public List<NotificationTarget> list(ProviderName provider, String afterId, int countMax) {
    return call(mapper -> mapper.list(provider.provider(), afterId, countMax)).stream()
        .map(NotificationTargetRow::toTarget)
        .toList();
  }

  @Override
  public void insert(NotificationTarget target) {
    NotificationTargetName name = target.name();
    try {
      transactions.run(
          () -> {
            int slot = freeSlot(name.provider());
            return call(mapper -> mapper.insert(NotificationTargetRow.of(target), slot));
          });
    } catch (DuplicateKeyException e) {
      // Else somebody took the same slot at the same time.
      throw e.isOf("notification_target_pk") ? Refusals.exists(name, e) : Refusals.collision(e);
    }
  }

  @Override
  public void update(NotificationTarget target) {
    if (call(mapper -> mapper.update(NotificationTargetRow.of(target))) != 1) {
      throw Refusals.stale(target.name());
    }
  }

  @Override
  public void delete(NotificationTarget target) {
    String provider = target.name().provider().provider();
    String id = target.name().target();
    transactions.run(
        () -> {
          transactions.call(LetterMapper.class, mapper -> mapper.deleteAll(provider, id));
          if (call(mapper -> mapper.delete(provider, id, target.version())) != 1) {
            throw Refusals.stale(target.name());
          }
        });
  }

  /** Slots hold the limit: two who count at the same time cannot both take the last one. */
  private int freeSlot(ProviderName provider) {
    List<Integer> taken = call(mapper -> mapper.slots(provider.provider()));
    return IntStream.rangeClosed(1, TARGETS_MAX)
        .filter(slot -> !taken.contains(slot))
        .findFirst()
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.TOO_MANY_TARGETS,
                    provider
                        + " has "
                        + TARGETS_MAX
                        + " notification targets already; remove one first"));
  }

  private <T> T call(Function<NotificationMapper, T> statement) {
    return transactions.call(NotificationMapper.class, statement);
  }
}
