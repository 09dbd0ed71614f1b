package dev.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.redress.cli.generate.Generator;
import dev.redress.cli.generate.GeneratorSettings;
import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.process.TestDatabase.Kind;
import dev.redress.v1.Import;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is killed in the middle of its work: nothing half-done is ever seen afterwards. */
class CrashIT {
  private static final int KILLS = 10;
  private static final int LINES = 500;
  private static final int CUSTOMERS = 4;

  private final SplittableRandom random = new SplittableRandom(20_260_930);
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void importFile_killedAnywhereIsStoredWholeOrNotAtAll(Kind kind) throws Exception {
    Path files = generate();
    Map<String, Long> expected = rowsByCustomer(files.resolve("requests.csv"));
    try (TestDatabase database = TestDatabase.open(kind, folder.resolve("data"))) {
      TestServer server = database.startServer();
      try {
        for (int kill = 0; kill < KILLS; kill++) {
          String provider = "p" + kill;
          try (TestClient client = new TestClient(server)) {
            client.createProvider(provider);
            client
                .importFile(provider, Import.Kind.CUSTOMERS, files.resolve("customers.csv"))
                .get();
            var _ =
                client.importFile(provider, Import.Kind.REQUESTS, files.resolve("requests.csv"));
            pause(0, 900);
          }
          server.kill();
          server = database.startServer();
          try (TestClient client = new TestClient(server)) {
            boolean stored = client.imports(provider).size() == 2;
            assertThat(countedRequests(client, provider, expected))
                .as("kill %d, stored: %s", kill, stored)
                .isEqualTo(stored ? expected : none(expected));
            assertThat(client.violations(provider)).isEmpty();
            Import rerun =
                client
                    .importFile(provider, Import.Kind.REQUESTS, files.resolve("requests.csv"))
                    .get();
            assertThat(rerun.getRowsCreated() + rerun.getRowsUnchanged())
                .isEqualTo(rerun.getRowsRead());
            assertThat(countedRequests(client, provider, expected)).isEqualTo(expected);
          }
        }
      } finally {
        server.close();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void reconcile_killedAnywhereAnswersForWholeCustomersAndCompletesWhenRunAgain(Kind kind)
      throws Exception {
    Path files = generate();
    try (TestDatabase database = TestDatabase.open(kind, folder.resolve("data"))) {
      TestServer server = database.startServer();
      try {
        load(server, files);
        Map<String, Long> expected = rowsByCustomer(files.resolve("invoices.csv"));
        for (int kill = 0; kill < KILLS; kill++) {
          try (TestClient client = new TestClient(server)) {
            client.start("default");
            pause(0, 700);
          }
          server.kill();
          server = database.startServer();
          try (TestClient client = new TestClient(server)) {
            assertThat(client.violations("default")).as("kill %d", kill).isEmpty();
            assertThat(expected)
                .as("a customer is answered for whole or not at all")
                .containsAllEntriesOf(seenWhole(client, expected));
          }
        }
        try (TestClient client = new TestClient(server)) {
          Reconciliation again = client.awaitEnd(client.start("default").getName());
          assertThat(again.getState()).isEqualTo(Reconciliation.State.SUCCEEDED);
          List<Verdict> verdicts = client.verdicts("default");
          assertThat(linesByCustomer(verdicts)).isEqualTo(expected);
          assertThat(verdicts)
              .filteredOn(verdict -> verdict.getVerdict() == Verdict.Answer.UNMATCHED)
              .allMatch(Verdict::hasDispute);
          assertThat(client.violations("default")).isEmpty();
        }
      } finally {
        server.close();
      }
    }
  }

  private Path generate() throws IOException {
    Path files = folder.resolve("files");
    Generator.generate(GeneratorSettings.of(7, LINES).withCustomers(CUSTOMERS), files);
    return files;
  }

  private static void load(TestServer server, Path files) throws Exception {
    try (TestClient client = new TestClient(server)) {
      client.importFile("default", Import.Kind.CUSTOMERS, files.resolve("customers.csv")).get();
      client.importFile("default", Import.Kind.REQUESTS, files.resolve("requests.csv")).get();
      client
          .importFile("default", Import.Kind.TIME_ENTRIES, files.resolve("time-entries.csv"))
          .get();
      client.importFile("default", Import.Kind.INVOICES, files.resolve("invoices.csv")).get();
    }
  }

  /** How many rows of a file each customer has. */
  private static Map<String, Long> rowsByCustomer(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream()
          .collect(
              Collectors.groupingBy(row -> row.getField("customer_id"), Collectors.counting()));
    }
  }

  /**
   * How many lines of each customer have a verdict. The server goes on with the rest at once, and
   * on Derby a list is no snapshot: what is stored while it is read is read once more.
   */
  private static Map<String, Long> seenWhole(TestClient client, Map<String, Long> expected) {
    Map<String, Long> seen = linesByCustomer(client.verdicts("default"));
    return expected.entrySet().containsAll(seen.entrySet())
        ? seen
        : linesByCustomer(client.verdicts("default"));
  }

  private static Map<String, Long> linesByCustomer(List<Verdict> verdicts) {
    return verdicts.stream()
        .collect(
            Collectors.groupingBy(
                verdict -> LineName.parse(verdict.getLine()).customer().customer(),
                Collectors.counting()));
  }

  private static Map<String, Long> countedRequests(
      TestClient client, String provider, Map<String, Long> expected) {
    return expected.keySet().stream()
        .collect(
            Collectors.toMap(
                customer -> customer,
                customer ->
                    (long)
                        client.countRequests(
                            new CustomerName(new ProviderName(provider), customer).toString())));
  }

  private static Map<String, Long> none(Map<String, Long> expected) {
    return expected.keySet().stream()
        .collect(Collectors.toMap(customer -> customer, customer -> 0L));
  }

  private void pause(int minMillis, int maxMillis) throws InterruptedException {
    Thread.sleep(random.nextInt(minMillis, maxMillis));
  }
}
