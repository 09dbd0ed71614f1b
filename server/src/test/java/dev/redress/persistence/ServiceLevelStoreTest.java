package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ServiceLevelName;
import dev.redress.servicelevel.DisputePriority;
import dev.redress.servicelevel.ServiceLevel;
import dev.redress.servicelevel.ServiceLevelStore;
import dev.redress.servicelevel.ServiceScope;
import dev.redress.servicelevel.ServiceValues;
import dev.redress.servicelevel.ServiceValues.Percents;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

class ServiceLevelStoreTest {
  private static final ServiceValues ALL =
      new ServiceValues(
          2,
          7,
          Duration.ofMinutes(90),
          Duration.ofHours(48),
          new Percents(50, 80, 100),
          Duration.ofMinutes(45),
          Duration.ofHours(80));
  private static final ServiceValues ONE = new ServiceValues(1, null, null, null, null, null, null);
  private static final ServiceScope GOLD = new ServiceScope("", "gold", null);
  private static final ServiceScope OWN =
      new ServiceScope(CUSTOMER.customer(), "", DisputePriority.URGENT);

  @OnBothDatabases
  void level_comesBackAsItWasStored(TestDatabase database) {
    ServiceLevelStore store = stored(database);
    ServiceLevel gold = level("1", GOLD, ALL, 1);
    ServiceLevel own = level("2", OWN, ONE, 1);
    store.put(gold);
    store.put(own);

    assertThat(store.find(gold.name())).contains(gold);
    assertThat(store.find(PROVIDER, OWN)).contains(own);
    assertThat(store.find(PROVIDER, new ServiceScope("", "", DisputePriority.URGENT))).isEmpty();
    assertThat(store.find(new ProviderName("other"), GOLD)).isEmpty();
    assertThat(store.list(PROVIDER, "", 9)).containsExactly(gold, own);
    assertThat(store.list(PROVIDER, "s1", 1)).containsExactly(own);
    assertThat(store.all(PROVIDER)).containsExactlyInAnyOrder(gold, own);
    assertThat(store.all(new ProviderName("other"))).isEmpty();
    assertThat(store.count(PROVIDER)).isEqualTo(2);
    assertThat(store.delete(own.name())).isTrue();
    assertThat(store.delete(own.name())).isFalse();
  }

  @OnBothDatabases
  void put_isOneVersionAfterTheOther(TestDatabase database) {
    ServiceLevelStore store = stored(database);
    store.put(level("1", GOLD, ALL, 1));

    store.put(level("1", GOLD, ONE, 2));

    assertThat(store.find(PROVIDER, GOLD)).contains(level("1", GOLD, ONE, 2));
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.put(level("1", GOLD, ALL, 2)));
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.put(level("9", GOLD, ALL, 1)));
  }

  @OnBothDatabases
  void schema_refusesWhatIsNoServiceLevel(TestDatabase database) {
    stored(database).put(level("1", GOLD, ALL, 1));

    for (String wrong :
        List.of(
            "UPDATE service_level SET first_callback_days = 4",
            "UPDATE service_level SET customer_id = 'ATLAS'",
            "UPDATE service_level SET lead_percent = NULL",
            "UPDATE service_level SET lead_percent = 50",
            "UPDATE service_level SET provider_id = 'nobody'")) {
      assertThatThrownBy(() -> database.execute(wrong)).as(wrong).isInstanceOf(SQLException.class);
    }
  }

  private static ServiceLevelStore stored(TestDatabase database) {
    Samples.storeLines(database.transactions());
    return new MyBatisServiceLevelStore(database.transactions());
  }

  private static ServiceLevel level(
      String number, ServiceScope scope, ServiceValues values, long version) {
    return new ServiceLevel(
        new ServiceLevelName(PROVIDER, "s" + number), scope, values, NOW, version);
  }
}
