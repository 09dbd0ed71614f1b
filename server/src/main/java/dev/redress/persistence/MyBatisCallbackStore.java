package dev.redress.persistence;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackStore;
import dev.redress.identity.CallbackName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps callbacks in the database. */
public final class MyBatisCallbackStore implements CallbackStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisCallbackStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Callback> find(CallbackName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.callback()))
        .map(CallbackRow::toCallback);
  }

  @Override
  public List<Callback> list(
      ProviderName provider, CallbackFilter filter, String afterId, int countMax) {
    return call(mapper -> mapper.list(provider.provider(), filter, afterId, countMax)).stream()
        .map(CallbackRow::toCallback)
        .toList();
  }

  @Override
  public List<Callback> listDue(
      ProviderName provider,
      Instant until,
      String owner,
      Instant after,
      String afterId,
      int countMax) {
    // No callback is that old, and a column cannot hold Instant.MIN.
    Instant from = after.isBefore(Instant.EPOCH) ? Instant.EPOCH : after;
    return call(
            mapper -> mapper.listDue(provider.provider(), until, owner, from, afterId, countMax))
        .stream()
        .map(CallbackRow::toCallback)
        .toList();
  }

  @Override
  public void insert(Callback callback) {
    try {
      call(mapper -> mapper.insert(CallbackRow.of(callback)));
    } catch (DuplicateKeyException e) {
      // The dispute got another live callback, or the predecessor another successor, meanwhile.
      throw Refusals.collision(e);
    }
  }

  @Override
  public void update(Callback callback) {
    if (call(mapper -> mapper.update(CallbackRow.of(callback))) != 1) {
      throw Refusals.stale(callback.name());
    }
  }

  private <T> T call(Function<CallbackMapper, T> statement) {
    return transactions.call(CallbackMapper.class, statement);
  }
}
