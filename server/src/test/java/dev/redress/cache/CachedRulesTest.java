package dev.redress.cache;

import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.absence.Absence;
import dev.redress.dispute.AuthorityLimit;
import dev.redress.dispute.AuthorityLimit.Holder;
import dev.redress.dispute.Role;
import dev.redress.identity.AbsenceName;
import dev.redress.identity.ServiceLevelName;
import dev.redress.money.Money;
import dev.redress.persistence.MyBatisAbsenceStore;
import dev.redress.persistence.MyBatisAuthorityStore;
import dev.redress.persistence.MyBatisServiceLevelStore;
import dev.redress.persistence.MyBatisTransactions;
import dev.redress.persistence.OnBothDatabases;
import dev.redress.persistence.Samples;
import dev.redress.persistence.TestDatabase;
import dev.redress.servicelevel.ServiceLevel;
import dev.redress.servicelevel.ServiceScope;
import dev.redress.servicelevel.ServiceValues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rules that each step of a dispute asks for are read once, and seen changed at once. */
class CachedRulesTest {
  private static final Duration DAY = Duration.ofDays(1);

  @OnBothDatabases
  void absences_areReadOnceFromAWeekAgoOn(TestDatabase database) {
    MyBatisTransactions plain = stored(database);
    CachedAbsenceStore cached =
        new CachedAbsenceStore(
            new MyBatisAbsenceStore(plain), new ChangeTracking(plain), () -> NOW);
    Absence past = absence("1", NOW.minus(DAY.multipliedBy(30)), NOW.minus(DAY.multipliedBy(10)));
    Absence now = absence("2", NOW, NOW.plus(DAY));
    Absence later = absence("3", NOW.plus(DAY.multipliedBy(20)), NOW.plus(DAY.multipliedBy(30)));
    for (Absence each : List.of(past, now, later)) {
      cached.insert(each);
    }

    for (Instant until : List.of(NOW, NOW.plus(DAY), NOW.plus(DAY.multipliedBy(19)))) {
      assertThat(cached.covering(PROVIDER, NOW, until)).containsExactly(now);
    }
    assertThat(cached.covering(PROVIDER, NOW.plus(DAY), NOW.plus(DAY.multipliedBy(20))))
        .containsExactly(later);
    assertThat(cached.statistics()).isEqualTo(new CacheStatistics("absence", 1, 3, 1));

    Instant longAgo = NOW.minus(DAY.multipliedBy(20));
    assertThat(cached.covering(PROVIDER, longAgo, longAgo)).containsExactly(past);

    cached.delete(now.name());
    assertThat(cached.covering(PROVIDER, NOW, NOW)).isEmpty();
  }

  @OnBothDatabases
  void serviceLevels_areReadOnce(TestDatabase database) {
    MyBatisTransactions plain = stored(database);
    CachedServiceLevelStore cached =
        new CachedServiceLevelStore(new MyBatisServiceLevelStore(plain), new ChangeTracking(plain));
    ServiceLevel gold = level(2, 1);
    cached.put(gold);

    assertThat(cached.all(PROVIDER)).containsExactly(gold);
    assertThat(cached.all(PROVIDER)).containsExactly(gold);
    assertThat(cached.statistics()).isEqualTo(new CacheStatistics("service_level", 1, 1, 1));

    ServiceLevel quicker = level(1, 2);
    cached.put(quicker);
    assertThat(cached.all(PROVIDER)).containsExactly(quicker);
    cached.delete(quicker.name());
    assertThat(cached.all(PROVIDER)).isEmpty();
  }

  @OnBothDatabases
  void limits_areReadOnceByThoseWhoShowThemAndAlwaysByThoseWhoApprove(TestDatabase database) {
    MyBatisTransactions plain = stored(database);
    MyBatisAuthorityStore store = new MyBatisAuthorityStore(plain);
    CachedAuthorityStore cached = new CachedAuthorityStore(store, new ChangeTracking(plain));
    AuthorityLimit high = limit(100);
    AuthorityLimit low = limit(50);
    cached.put(PROVIDER, high);
    assertThat(cached.all(PROVIDER).all()).containsExactly(high);

    store.put(PROVIDER, low); // as another server does

    assertThat(cached.all(PROVIDER).all()).containsExactly(high);
    assertThat(cached.uncached().all(PROVIDER).all()).containsExactly(low);
    cached.remove(PROVIDER, low.holder(), Samples.USD);
    assertThat(cached.all(PROVIDER).all()).isEmpty();
  }

  private static MyBatisTransactions stored(TestDatabase database) {
    Samples.storeLines(database.transactions());
    return database.transactions();
  }

  private static Absence absence(String number, Instant from, Instant until) {
    return new Absence(new AbsenceName(PROVIDER, "a" + number), "mia", from, until, "bo", "", NOW);
  }

  private static ServiceLevel level(int firstCallbackDays, long version) {
    return new ServiceLevel(
        new ServiceLevelName(PROVIDER, "gold"),
        new ServiceScope("", "gold", null),
        new ServiceValues(firstCallbackDays, null, null, null, null, null, null),
        NOW,
        version);
  }

  private static AuthorityLimit limit(long amount) {
    return new AuthorityLimit(new Holder.OfRole(Role.CLERK), new Money(amount, Samples.USD));
  }
}
