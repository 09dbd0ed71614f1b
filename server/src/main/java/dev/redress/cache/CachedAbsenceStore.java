package dev.redress.cache;

import dev.redress.absence.Absence;
import dev.redress.absence.AbsenceStore;
import dev.redress.identity.AbsenceName;
import dev.redress.identity.ProviderName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Keeps in memory who is away now and later: each call that is planned asks for it. */
public final class CachedAbsenceStore implements AbsenceStore {
  private static final long ENTRIES_MAX = 1_000;

  /** Calls are seldom about what is longer ago, and then the store is asked. */
  private static final Duration PAST = Duration.ofDays(7);

  /** After the begin of every absence. */
  private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

  private final AbsenceStore store;
  private final InstantSource clock;
  private final ReadCache<ProviderName, Since> cache;

  /** In front of a store. */
  public CachedAbsenceStore(AbsenceStore store, ChangeTracking transactions, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.cache = new ReadCache<>(transactions, ENTRIES_MAX);
  }

  /** All absences of a provider that end after a moment. */
  private record Since(Instant from, List<Absence> absences) {}

  @Override
  public List<Absence> covering(ProviderName provider, Instant from, Instant until) {
    Since since = cache.get(provider, key -> Optional.of(load(key))).orElseThrow();
    if (from.isBefore(since.from())) {
      return store.covering(provider, from, until);
    }
    return since.absences().stream()
        .filter(each -> each.until().isAfter(from) && !each.from().isAfter(until))
        .toList();
  }

  private Since load(ProviderName provider) {
    Instant from = clock.instant().minus(PAST);
    return new Since(from, store.covering(provider, from, FOREVER));
  }

  @Override
  public Optional<Absence> find(AbsenceName name) {
    return store.find(name);
  }

  @Override
  public List<Absence> list(
      ProviderName provider, AbsenceFilter filter, Instant now, String afterId, int countMax) {
    return store.list(provider, filter, now, afterId, countMax);
  }

  @Override
  public Optional<Absence> overlapping(
      ProviderName provider, String person, Instant from, Instant until) {
    return store.overlapping(provider, person, from, until);
  }

  @Override
  public int count(ProviderName provider, Instant endAfter) {
    return store.count(provider, endAfter);
  }

  @Override
  public void hold(ProviderName provider) {
    store.hold(provider);
  }

  @Override
  public void insert(Absence absence) {
    cache.change(List.of(absence.name().provider()), () -> store.insert(absence));
  }

  @Override
  public boolean delete(AbsenceName name) {
    return cache.change(List.of(name.provider()), () -> store.delete(name));
  }

  /** How the cache fares. */
  public CacheStatistics statistics() {
    return cache.statistics("absence");
  }
}
