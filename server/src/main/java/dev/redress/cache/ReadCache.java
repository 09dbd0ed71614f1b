package dev.redress.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Committed values by key. A change on this server is seen at once after its commit, one on another
 * server after 5 seconds at most.
 *
 * <p>A value is loaded outside of the cache's own locks, so that nobody waits for the database
 * while holding them. It is kept only if nothing was changed since the load began: otherwise it may
 * be the value from before the change.
 */
final class ReadCache<K, V> {
  private static final Duration STALE_MAX = Duration.ofSeconds(5);

  private final ChangeTracking transactions;
  private final Cache<K, V> cache;
  private final AtomicLong changes = new AtomicLong();

  /**
   * An empty cache.
   *
   * @param entriesMax it forgets what is seldom asked for beyond that
   */
  ReadCache(ChangeTracking transactions, long entriesMax) {
    this.transactions = transactions;
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(entriesMax)
            .expireAfterWrite(STALE_MAX)
            .recordStats()
            .build();
    transactions.tell(this::forget);
  }

  /** The value of a key; within a transaction that has changed it, what the store says. */
  Optional<V> get(K key, Function<K, Optional<V>> load) {
    if (transactions.hasChanged(key)) {
      return load.apply(key);
    }
    V cached = cache.getIfPresent(key);
    if (cached != null) {
      return Optional.of(cached);
    }
    long before = changes.get();
    Optional<V> loaded = load.apply(key);
    loaded.ifPresent(value -> keep(key, value, before));
    return loaded;
  }

  /** Has a change made; the values are forgotten once its transaction has ended. */
  void change(Iterable<K> keys, Runnable change) {
    change(
        keys,
        () -> {
          change.run();
          return true;
        });
  }

  /** As above, with what the change gives back. */
  <T> T change(Iterable<K> keys, Supplier<T> change) {
    return transactions.run(
        () -> {
          keys.forEach(transactions::markChanged);
          return change.get();
        });
  }

  CacheStatistics statistics(String name) {
    cache.cleanUp();
    CacheStats stats = cache.stats();
    return new CacheStatistics(name, cache.estimatedSize(), stats.hitCount(), stats.missCount());
  }

  /** Atomic with the removal of the key: whichever of the two comes last is right. */
  private void keep(K key, V value, long before) {
    cache.asMap().compute(key, (_, old) -> changes.get() == before ? value : old);
    // A removal of everything may have passed by before the key was there.
    if (changes.get() != before) {
      cache.asMap().remove(key, value);
    }
  }

  private void forget(ChangedKeys changed) {
    changes.incrementAndGet();
    changed.removeFrom(cache.asMap());
  }
}
