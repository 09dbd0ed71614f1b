package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerCalendar;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.FactsVersionStore;
import dev.redress.customer.OwnHolidays;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderSettings;
import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.HolidayRegion;
import dev.redress.time.Holidays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Providers, customers, and the count of the changes of their facts. */
class CustomerStoreTest {
  private static final BusinessWeek WEEK =
      new BusinessWeek(
          Map.of(
              DayOfWeek.MONDAY,
              List.of(new BusinessWindow(540, 720), new BusinessWindow(780, 1440)),
              DayOfWeek.SUNDAY,
              List.of(new BusinessWindow(0, 1))));

  private static final OwnHolidays HOLIDAYS =
      new OwnHolidays(
          Holidays.named(
              Map.of(
                  LocalDate.of(2028, 2, 29), "'Ünï 漢'; 2028-03-01 x",
                  LocalDate.of(1970, 1, 1), "")));

  @OnBothDatabases
  void provider_comesBackAsItWasStored(TestDatabase database) {
    ProviderStore store = new MyBatisProviderStore(database.transactions());
    Provider provider =
        new Provider(
            new ProviderName("acme"),
            "Acme IT",
            new ProviderSettings(
                "boss",
                WEEK,
                new HolidayRegion("DE-BY"),
                HOLIDAYS,
                3,
                Duration.ofMinutes(15),
                20,
                60,
                365,
                Duration.ofHours(400),
                LocalDate.of(2024, 2, 29)),
            NOW,
            NOW.plusSeconds(1),
            1);

    store.insert(provider);
    store.insert(Samples.provider("beta"));

    assertThat(store.find(provider.name())).contains(provider);
    assertThat(store.find(new ProviderName("nobody"))).isEmpty();
    assertThat(store.list("", 10)).containsExactly(provider, Samples.provider("beta"));
    assertThat(store.list("acme", 10)).containsExactly(Samples.provider("beta"));
    assertThat(store.list("", 1)).containsExactly(provider);
    Refused.assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insert(provider));
  }

  @OnBothDatabases
  void provider_changesOnlyFromTheVersionThatIsStored(TestDatabase database) {
    ProviderStore store = new MyBatisProviderStore(database.transactions());
    Provider first = Samples.provider("acme");
    store.insert(first);
    Provider second =
        new Provider(first.name(), "Renamed", first.settings(), NOW, NOW.plusSeconds(9), 2);

    store.update(second);

    assertThat(store.find(first.name())).contains(second);
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.update(second));
  }

  @OnBothDatabases
  void customer_comesBackAsItWasStored(TestDatabase database) {
    CustomerStore store = new MyBatisCustomerStore(database.transactions());
    new MyBatisProviderStore(database.transactions()).insert(Samples.provider("acme"));
    Customer full = Samples.customer(CUSTOMER);
    Customer bare =
        new Customer(
            new CustomerName(PROVIDER, "Zed's \u6f22 50%_"),
            "Zed",
            ZoneId.of("UTC"),
            "",
            "",
            "",
            "",
            null,
            USD,
            new CustomerCalendar(WEEK, new HolidayRegion("US-NY"), HOLIDAYS),
            Map.of(),
            NOW,
            NOW,
            1);

    store.insertAll(List.of(bare, full));

    assertThat(store.find(CUSTOMER)).contains(full);
    assertThat(store.find(bare.name())).contains(bare);
    assertThat(store.list(PROVIDER, "", 10)).containsExactly(full, bare);
    assertThat(store.list(PROVIDER, "Harbor Dental", 10)).containsExactly(bare);
    assertThat(store.list(new ProviderName("other"), "", 10)).isEmpty();
    assertThat(
            store.contentHashes(
                List.of(CUSTOMER, bare.name(), new CustomerName(PROVIDER, "nobody"))))
        .isEqualTo(Map.of(CUSTOMER, full.contentHash(), bare.name(), bare.contentHash()));
    Refused.assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insertAll(List.of(full)));
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.update(full));
  }

  @OnBothDatabases
  void calendars_asLargeAsTheyMayBe_comeBackAsTheyWereStored(TestDatabase database) {
    CustomerStore store = new MyBatisCustomerStore(database.transactions());
    new MyBatisProviderStore(database.transactions()).insert(Samples.provider("acme"));
    List<BusinessWindow> windows = new ArrayList<>();
    for (int i = 0; i < BusinessWeek.WINDOWS_MAX; i++) {
      windows.add(new BusinessWindow(1_001 + 20 * i, 1_011 + 20 * i));
    }
    Map<DayOfWeek, List<BusinessWindow>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, windows);
    }
    Map<LocalDate, String> days = new HashMap<>();
    for (int i = 0; i < OwnHolidays.DAYS_MAX; i++) {
      days.put(LocalDate.of(2027, 1, 1).plusDays(i), "漢".repeat(OwnHolidays.NAME_LENGTH_MAX));
    }
    Customer full =
        Samples.customer(
            CUSTOMER,
            new CustomerCalendar(
                new BusinessWeek(week),
                new HolidayRegion("GB-ENG"),
                new OwnHolidays(Holidays.named(days))));

    store.insertAll(List.of(full));

    assertThat(store.find(CUSTOMER)).contains(full);
  }

  @OnBothDatabases
  void factsVersion_countsAndHolds(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    FactsVersionStore store = new MyBatisFactsVersionStore(database.transactions());

    store.advance(List.of(CUSTOMER, CUSTOMER));

    assertThat(store.current(CUSTOMER)).isEqualTo(1);
    assertThat(store.current(new CustomerName(PROVIDER, "nobody"))).isZero();
    assertThat(store.hold(CUSTOMER, 1)).isTrue();
    assertThat(store.hold(CUSTOMER, 0)).isFalse();
    assertThat(store.current(CUSTOMER)).isEqualTo(1);
  }
}
