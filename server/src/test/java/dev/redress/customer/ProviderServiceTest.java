package dev.redress.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.persistence.MyBatisJournal;
import dev.redress.persistence.MyBatisProviderStore;
import dev.redress.persistence.OnBothDatabases;
import dev.redress.persistence.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ProviderServiceTest {
  private static final Instant NOW = Instant.parse("2025-06-03T12:00:00Z");

  @OnBothDatabases
  void ensureDefault_givesAnEmptyDatabaseOneProvider(TestDatabase database) throws Exception {
    List<Future<?>> servers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        servers.add(threads.submit(() -> service(database).ensureDefault()));
      }
    }
    for (Future<?> server : servers) {
      server.get();
    }

    assertThat(service(database).list("", 10))
        .extracting(Provider::name)
        .containsExactly(Provider.DEFAULT);
    assertThat(service(database).get(Provider.DEFAULT).settings())
        .isEqualTo(ProviderSettings.DEFAULT);
  }

  @OnBothDatabases
  void ensureDefault_leavesOthersAlone(TestDatabase database) {
    ProviderName name = new ProviderName("nimbus");
    service(database).create(name, "Nimbus IT", ProviderSettings.DEFAULT, Actor.REDRESS);

    service(database).ensureDefault();

    assertThat(service(database).list("", 10)).extracting(Provider::name).containsExactly(name);
  }

  private static ProviderService service(TestDatabase database) {
    return new ProviderService(
        database.transactions(),
        new MyBatisProviderStore(database.transactions()),
        new MyBatisJournal(database.transactions()),
        () -> NOW);
  }
}
