package dev.redress.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import dev.redress.time.HolidayRegion;
import dev.redress.time.HolidaySource;
import dev.redress.time.HolidayYears;
import dev.redress.time.Holidays;

/**
 * Keeps the public holidays that were asked for in memory. They do not change while a server runs,
 * so nothing expires; a region that is not known is asked for anew.
 */
public final class CachedHolidaySource implements HolidaySource {
  /** Regions with their years; all there are in the world for one span of years are some 1,000. */
  private static final long ENTRIES_MAX = 1_000;

  private final HolidaySource source;
  private final Cache<Key, Holidays> cache =
      Caffeine.newBuilder().maximumSize(ENTRIES_MAX).recordStats().build();

  /** In front of a source. */
  public CachedHolidaySource(HolidaySource source) {
    this.source = source;
  }

  private record Key(HolidayRegion region, HolidayYears years) {}

  @Override
  public Holidays publicHolidays(HolidayRegion region, HolidayYears years) {
    return cache.get(new Key(region, years), key -> source.publicHolidays(key.region, key.years));
  }

  /** How the cache fares. */
  public CacheStatistics statistics() {
    cache.cleanUp();
    CacheStats stats = cache.stats();
    return new CacheStatistics(
        "holiday", cache.estimatedSize(), stats.hitCount(), stats.missCount());
  }
}
