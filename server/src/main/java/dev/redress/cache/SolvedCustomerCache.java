package dev.redress.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.redress.identity.CustomerName;
import dev.redress.reconciliation.SolvedCustomers;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Keeps solved customers in memory. A customer is solved by one caller at a time; the others wait
 * and take what that one found.
 */
public final class SolvedCustomerCache implements SolvedCustomers {
  /** Lines, requests and time entries of all customers that are kept; some 3 KB each. */
  public static final int FACTS_MAX = 50_000;

  private static final Duration UNUSED_MAX = Duration.ofMinutes(10);

  /** An engine remembers a little of each line it was asked about. */
  private static final Duration AGE_MAX = Duration.ofHours(1);

  private final Cache<Key, Solved> cache =
      Caffeine.newBuilder()
          .maximumWeight(FACTS_MAX)
          .weigher((Key _, Solved solved) -> 1 + solved.size())
          .expireAfterAccess(UNUSED_MAX)
          .expireAfterWrite(AGE_MAX)
          .recordStats()
          .build();

  private final Object[] locks = new Object[64];

  /** An empty cache. */
  public SolvedCustomerCache() {
    Arrays.setAll(locks, _ -> new Object());
  }

  private record Key(CustomerName customer, Basis basis) {}

  @Override
  public Solved get(CustomerName customer, Basis basis, long factsVersion, Supplier<Solved> solve) {
    Key key = new Key(customer, basis);
    Solved known = cache.getIfPresent(key);
    if (known != null && known.facts().version() >= factsVersion) {
      return known;
    }
    synchronized (locks[Math.floorMod(key.hashCode(), locks.length)]) {
      Solved meanwhile = cache.getIfPresent(key);
      if (meanwhile != null && meanwhile.facts().version() >= factsVersion) {
        return meanwhile;
      }
      Solved solved = solve.get();
      cache.put(key, solved);
      return solved;
    }
  }

  /** Drops what is known of a customer. */
  public void forget(CustomerName customer) {
    cache.asMap().keySet().removeIf(key -> key.customer().equals(customer));
  }

  /** How the cache fares. */
  public CacheStatistics statistics() {
    cache.cleanUp();
    CacheStats stats = cache.stats();
    return new CacheStatistics(
        "solved-customer", cache.estimatedSize(), stats.hitCount(), stats.missCount());
  }
}
