package dev.redress.cache;

import dev.redress.transaction.Transactions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Transactions that remember which cached things they change, so that no cache keeps what may still
 * be taken back, or what has been replaced. Caches work only within these transactions: all
 * services must use them.
 */
public final class ChangeTracking implements Transactions {
  private final Transactions inner;
  private final ScopedValue<ChangedKeys> changed = ScopedValue.newInstance();
  private final List<Consumer<ChangedKeys>> caches = new CopyOnWriteArrayList<>();

  /** Around other transactions. */
  public ChangeTracking(Transactions inner) {
    this.inner = inner;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    if (changed.isBound()) {
      return inner.run(work);
    }
    ChangedKeys keys = new ChangedKeys();
    try {
      // A second try of the work finds the changes of the first one: it reads more from the store
      // than it has to, and nothing else.
      return ScopedValue.where(changed, keys).call(() -> inner.run(work));
    } finally {
      // After a failure as well: a commit that fails may have taken place.
      if (!keys.isEmpty()) {
        caches.forEach(cache -> cache.accept(keys));
      }
    }
  }

  @Override
  public void afterCommit(Runnable action) {
    inner.afterCommit(action);
  }

  /** Has a cache told what a transaction has changed, once that has ended. */
  void tell(Consumer<ChangedKeys> cache) {
    caches.add(cache);
  }

  /** Notes that the current transaction, which there must be, changes this. */
  void markChanged(Object key) {
    changed.get().add(key);
  }

  /** Whether the current transaction has changed this. */
  boolean hasChanged(Object key) {
    return changed.isBound() && changed.get().contains(key);
  }
}
