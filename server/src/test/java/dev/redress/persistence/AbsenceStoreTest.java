package dev.redress.persistence;

import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.absence.Absence;
import dev.redress.absence.AbsenceStore;
import dev.redress.absence.AbsenceStore.AbsenceFilter;
import dev.redress.error.ErrorReason;
import dev.redress.identity.AbsenceName;
import dev.redress.identity.ProviderName;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class AbsenceStoreTest {
  private static final Instant LATER = NOW.plus(Duration.ofDays(2));
  private static final Instant LAST = NOW.plus(Duration.ofDays(4));
  private static final AbsenceFilter ANY = new AbsenceFilter(null, "");

  @OnBothDatabases
  void absence_comesBackAsItWasStored(TestDatabase database) {
    AbsenceStore store = stored(database);
    Absence first = absence("1", "mia", NOW, LATER, "bo");
    Absence second = absence("2", "bo", NOW, LAST, "");
    store.insert(first);
    store.insert(second);

    assertThat(store.find(first.name())).contains(first);
    assertThat(store.find(name("9"))).isEmpty();
    assertThat(store.find(new AbsenceName(new ProviderName("other"), "a1"))).isEmpty();
    assertThat(store.list(PROVIDER, ANY, NOW, "", 9)).containsExactly(first, second);
    assertThat(store.list(PROVIDER, ANY, NOW, "a1", 1)).containsExactly(second);
    Refused.assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insert(first));
    assertThat(store.delete(first.name())).isTrue();
    assertThat(store.delete(first.name())).isFalse();
    assertThat(store.find(first.name())).isEmpty();
  }

  @OnBothDatabases
  void list_isNarrowedByEachPartOfTheFilter(TestDatabase database) {
    AbsenceStore store = stored(database);
    Absence short1 = absence("1", "mia", NOW, LATER, "bo");
    Absence long1 = absence("2", "bo", NOW, LAST, "");
    store.insert(short1);
    store.insert(long1);

    assertThat(store.list(PROVIDER, new AbsenceFilter(true, ""), LATER, "", 9))
        .containsExactly(short1);
    assertThat(store.list(PROVIDER, new AbsenceFilter(false, ""), LATER, "", 9))
        .containsExactly(long1);
    assertThat(store.list(PROVIDER, new AbsenceFilter(null, "mia"), LATER, "", 9))
        .containsExactly(short1);
    assertThat(store.count(PROVIDER, NOW)).isEqualTo(2);
    assertThat(store.count(PROVIDER, LATER)).isEqualTo(1);
    assertThat(store.count(new ProviderName("other"), NOW)).isZero();
  }

  @OnBothDatabases
  void covering_countsTheFirstMomentAndNotTheLast(TestDatabase database) {
    AbsenceStore store = stored(database);
    Absence absence = absence("1", "mia", NOW, LATER, "bo");
    store.insert(absence);

    Instant before = NOW.minusNanos(1_000);
    assertThat(store.covering(PROVIDER, before, before)).isEmpty();
    assertThat(store.covering(PROVIDER, before, NOW)).containsExactly(absence);
    assertThat(store.covering(PROVIDER, NOW, NOW)).containsExactly(absence);
    assertThat(store.covering(PROVIDER, LATER.minusNanos(1_000), LATER)).containsExactly(absence);
    assertThat(store.covering(PROVIDER, LATER, LATER)).isEmpty();
    assertThat(store.covering(new ProviderName("other"), NOW, NOW)).isEmpty();
  }

  @OnBothDatabases
  void overlapping_isWhatSharesAMoment(TestDatabase database) {
    AbsenceStore store = stored(database);
    Absence absence = absence("1", "mia", NOW, LATER, "bo");
    store.insert(absence);
    store.hold(PROVIDER);

    assertThat(store.overlapping(PROVIDER, "mia", LATER.minusNanos(1_000), LAST)).contains(absence);
    assertThat(store.overlapping(PROVIDER, "mia", LATER, LAST)).isEmpty();
    assertThat(store.overlapping(PROVIDER, "mia", NOW.minusSeconds(9), NOW)).isEmpty();
    assertThat(store.overlapping(PROVIDER, "mia", NOW.minusSeconds(9), LAST)).contains(absence);
    assertThat(store.overlapping(PROVIDER, "bo", NOW, LATER)).isEmpty();
  }

  @OnBothDatabases
  void schema_refusesWhatIsNoAbsence(TestDatabase database) {
    stored(database).insert(absence("1", "mia", NOW, LATER, "bo"));

    for (String wrong :
        List.of(
            "UPDATE absence SET until_time = from_time",
            "UPDATE absence SET deputy = person",
            "UPDATE absence SET provider_id = 'nobody'")) {
      assertThatThrownBy(() -> database.execute(wrong)).as(wrong).isInstanceOf(SQLException.class);
    }
  }

  private static AbsenceStore stored(TestDatabase database) {
    new MyBatisProviderStore(database.transactions()).insert(Samples.provider(PROVIDER.provider()));
    return new MyBatisAbsenceStore(database.transactions());
  }

  private static AbsenceName name(String number) {
    return new AbsenceName(PROVIDER, "a" + number);
  }

  private static Absence absence(
      String number, String person, Instant from, Instant until, String deputy) {
    return new Absence(name(number), person, from, until, deputy, "at the sea", NOW);
  }
}
