package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.INVOICE;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;
import static dev.redress.persistence.Samples.lineName;
import static dev.redress.persistence.Samples.requestName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.FactsVersionStore;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderSettings;
import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ImportName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.TimeEntryName;
import dev.redress.ingest.FileImport;
import dev.redress.ingest.ImportKind;
import dev.redress.ingest.ImportProblem;
import dev.redress.ingest.ImportStore;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.money.Money;
import dev.redress.request.Request;
import dev.redress.request.RequestStore;
import dev.redress.request.TimeEntry;
import dev.redress.request.TimeEntryStore;
import dev.redress.request.TimeEntryStore.EntryKey;
import dev.redress.time.BusinessWindow;
import dev.redress.time.Hours;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The facts: providers, customers, requests, time entries, invoices, lines and their imports. */
class StoreContractTest {

  @OnBothDatabases
  void provider_comesBackAsItWasStored(TestDatabase database) {
    ProviderStore store = new MyBatisProviderStore(database.transactions());
    Provider provider =
        new Provider(
            new ProviderName("acme"),
            "Acme IT",
            new ProviderSettings(
                "boss",
                List.of(new BusinessWindow(540, 720), new BusinessWindow(780, 1440)),
                3,
                Duration.ofMinutes(15),
                20,
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
    assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insert(provider));
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
    assertReason(ErrorReason.STALE_VERSION, () -> store.update(second));
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
    assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insertAll(List.of(full)));
    assertReason(ErrorReason.STALE_VERSION, () -> store.update(full));
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

  @OnBothDatabases
  void request_comesBackAsItWasStored(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    RequestStore store = new MyBatisRequestStore(database.transactions());
    Request closed = Samples.request(requestName("R-1"));
    Request open =
        new Request(requestName("R-2"), NOW, null, "x", "", "", "", "", "", "", Map.of());

    store.insertAll(List.of(open, closed));

    assertThat(store.find(closed.name())).contains(closed);
    assertThat(store.find(requestName("R-3"))).isEmpty();
    assertThat(store.all(CUSTOMER)).containsExactly(closed, open);
    assertThat(store.list(CUSTOMER, "R-1", 5)).containsExactly(open);
    assertThat(store.list(CUSTOMER, "", 1)).containsExactly(closed);
    assertThat(store.customersOf(PROVIDER, "R-2")).containsExactly(CUSTOMER);
    assertThat(store.customersOf(PROVIDER, "R-3")).isEmpty();
    assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insertAll(List.of(open)));
  }

  @OnBothDatabases
  void request_isReplacedByItsName(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    RequestStore store = new MyBatisRequestStore(database.transactions());
    store.insertAll(List.of(Samples.request(requestName("R-1"))));
    Request changed =
        new Request(requestName("R-1"), NOW, null, "new", "", "", "", "", "", "", Map.of());

    store.update(changed);

    assertThat(store.find(changed.name())).contains(changed);
    assertThatThrownBy(() -> store.update(Samples.request(requestName("R-9"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @OnBothDatabases
  void contentHashes_areFoundWhetherIdsAreDenseSparseOrMissing(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    RequestStore store = new MyBatisRequestStore(database.transactions());
    List<Request> stored =
        IntStream.range(0, 3_000).mapToObj(i -> Samples.request(requestName("R" + i))).toList();
    store.insertAll(stored);

    List<Request> dense = stored.subList(1_000, 2_000);
    List<Request> sparse = IntStream.range(0, 30).mapToObj(i -> stored.get(i * 100)).toList();

    for (List<Request> asked : List.of(dense, sparse)) {
      Map<?, String> hashes = store.contentHashes(asked.stream().map(Request::name).toList());
      assertThat(hashes).hasSize(asked.size());
      asked.forEach(
          request -> assertThat(hashes.get(request.name())).isEqualTo(request.contentHash()));
    }
    assertThat(store.contentHashes(List.of(requestName("Q"), requestName("S")))).isEmpty();
    assertThat(store.contentHashes(List.of())).isEmpty();
  }

  @OnBothDatabases
  void timeEntry_comesBackAsItWasStored(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    new MyBatisRequestStore(database.transactions())
        .insertAll(List.of(Samples.request(requestName("R-1"))));
    TimeEntryStore store = new MyBatisTimeEntryStore(database.transactions());
    TimeEntry onRequest = Samples.timeEntry("R-1", "T-1");
    TimeEntry onNone =
        new TimeEntry(
            new TimeEntryName(CUSTOMER, TimeEntryName.NO_REQUEST, "T-2"),
            "kim",
            null,
            LocalDate.of(2024, 2, 29),
            Hours.of("0.0001"),
            "",
            "",
            false,
            Map.of("a", "b"));

    store.insertAll(List.of(onNone, onRequest));

    assertThat(store.find(onRequest.name())).contains(onRequest);
    assertThat(store.find(onNone.name())).contains(onNone);
    assertThat(store.find(new TimeEntryName(CUSTOMER, "R-2", "T-1"))).isEmpty();
    assertThat(store.all(CUSTOMER)).containsExactly(onRequest, onNone);
    assertThat(store.list(CUSTOMER, TimeEntryName.NO_REQUEST, "", 9))
        .containsExactly(onRequest, onNone);
    assertThat(store.list(CUSTOMER, "R-1", "", 9)).containsExactly(onRequest);
    assertThat(store.list(CUSTOMER, "R-1", "T-1", 9)).isEmpty();
    assertThat(store.contentHashes(List.of(EntryKey.of(onNone), new EntryKey(CUSTOMER, "T-9"))))
        .isEqualTo(Map.of(EntryKey.of(onNone), onNone.contentHash()));
    assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insertAll(List.of(onNone)));
  }

  @OnBothDatabases
  void timeEntry_canMoveToAnotherRequest(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    new MyBatisRequestStore(database.transactions())
        .insertAll(
            List.of(Samples.request(requestName("R-1")), Samples.request(requestName("R-2"))));
    TimeEntryStore store = new MyBatisTimeEntryStore(database.transactions());
    store.insertAll(List.of(Samples.timeEntry("R-1", "T-1")));

    store.update(Samples.timeEntry("R-2", "T-1"));

    assertThat(store.all(CUSTOMER)).containsExactly(Samples.timeEntry("R-2", "T-1"));
  }

  @OnBothDatabases
  void invoice_comesBackAsItWasStored(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    InvoiceStore store = new MyBatisInvoiceStore(database.transactions());
    Invoice full = Samples.invoice(INVOICE);
    Invoice bare =
        new Invoice(
            new InvoiceName(CUSTOMER, "INV/8"), LocalDate.of(2025, 11, 30), USD, null, null);

    store.insertAll(List.of(bare));

    assertThat(store.find(INVOICE)).contains(full);
    assertThat(store.list(CUSTOMER, "", 9)).containsExactly(full, bare);
    assertThat(store.list(CUSTOMER, "INV/7", 9)).containsExactly(bare);
    assertThat(store.findAll(List.of(INVOICE, bare.name(), new InvoiceName(CUSTOMER, "nothing"))))
        .isEqualTo(Map.of(INVOICE, full, bare.name(), bare));
    assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insertAll(List.of(full)));

    Invoice moved =
        new Invoice(bare.name(), LocalDate.of(2025, 12, 1), USD, LocalDate.of(2025, 11, 1), null);
    store.update(moved);
    assertThat(store.find(bare.name())).contains(moved);
  }

  @OnBothDatabases
  void line_comesBackAsItWasStored(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    LaborLineStore store = new MyBatisLaborLineStore(database.transactions());
    LaborLine bare =
        new LaborLine(
            lineName("2"),
            LocalDate.of(2025, 10, 2),
            "",
            Hours.ZERO,
            null,
            new Money(0, USD),
            "",
            "",
            "",
            Map.of());

    store.insertAll(List.of(bare));

    LaborLine full = Samples.line(lineName("1"));
    assertThat(store.find(lineName("1"))).contains(full);
    assertThat(store.find(lineName("2"))).contains(bare);
    assertThat(store.list(INVOICE, "", 9)).containsExactly(full, bare);
    assertThat(store.list(INVOICE, "1", 9)).containsExactly(bare);
    assertThat(store.all(CUSTOMER)).containsExactly(full, bare);
    assertThat(store.held(List.of(lineName("1"), lineName("2")))).isEmpty();
    assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insertAll(List.of(full)));
  }

  @OnBothDatabases
  void line_changesUnlessItIsHeld(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"), lineName("2"), lineName("3"));
    Samples.storeDispute(database.transactions(), "1", lineName("1"));
    LaborLineStore store = new MyBatisLaborLineStore(database.transactions());
    LaborLine line = Samples.line(lineName("2"));
    LaborLine dearer =
        new LaborLine(
            line.name(),
            line.workDate(),
            "kim",
            line.hours(),
            null,
            new Money(12_001, USD),
            "x",
            "",
            "",
            Map.of());

    store.update(dearer);

    assertThat(store.find(dearer.name())).contains(dearer);
    assertThat(store.held(List.of(lineName("3"), lineName("1"), lineName("2"))))
        .containsExactly(lineName("1"));
  }

  @OnBothDatabases
  void lineHashes_areFoundInSmallAndLargeInvoices(TestDatabase database) {
    Samples.storeLines(database.transactions());
    LaborLineStore store = new MyBatisLaborLineStore(database.transactions());
    List<Invoice> small = new ArrayList<>();
    List<LaborLine> lines = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      small.add(Samples.invoice(new InvoiceName(CUSTOMER, "S" + i)));
      lines.add(Samples.line(new LineName(small.getLast().name(), "1")));
      lines.add(Samples.line(new LineName(small.getLast().name(), "2")));
    }
    IntStream.range(0, 2_000).forEach(i -> lines.add(Samples.line(lineName("L" + i))));
    new MyBatisInvoiceStore(database.transactions()).insertAll(small);
    store.insertAll(lines);

    for (int step : List.of(1, 97)) {
      List<LaborLine> asked =
          IntStream.range(0, Math.min(1_000, lines.size() / step))
              .mapToObj(i -> lines.get(i * step))
              .toList();
      List<LineName> names = new ArrayList<>(asked.stream().map(LaborLine::name).toList());
      names.add(lineName("missing"));

      Map<LineName, String> hashes = store.contentHashes(names);

      assertThat(hashes).hasSize(asked.size());
      asked.forEach(line -> assertThat(hashes.get(line.name())).isEqualTo(line.contentHash()));
    }
  }

  @OnBothDatabases
  void customersWithLines_followsTheScope(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    LaborLineStore store = new MyBatisLaborLineStore(database.transactions());
    LocalDate day = LocalDate.of(2025, 10, 25);

    List<LineScope> within =
        List.of(
            LineScope.ALL,
            LineScope.of(CUSTOMER),
            new LineScope(CUSTOMER.customer(), INVOICE.invoice(), day, day));
    List<LineScope> outside =
        List.of(
            new LineScope("nobody", "", null, null),
            new LineScope(CUSTOMER.customer(), "other", null, null),
            new LineScope("", "", day.plusDays(1), null),
            new LineScope("", "", null, day.minusDays(1)));

    within.forEach(
        scope -> assertThat(store.customersWithLines(PROVIDER, scope)).containsExactly(CUSTOMER));
    outside.forEach(scope -> assertThat(store.customersWithLines(PROVIDER, scope)).isEmpty());
    assertThat(store.customersWithLines(new ProviderName("other"), LineScope.ALL)).isEmpty();
  }

  @OnBothDatabases
  void import_comesBackWithItsFirstProblems(TestDatabase database) {
    new MyBatisProviderStore(database.transactions()).insert(Samples.provider("acme"));
    ImportStore store = new MyBatisImportStore(database.transactions());
    List<ImportProblem> problems =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    new ImportProblem(
                        i + 2,
                        "hours",
                        "-1",
                        "must be 0 or more",
                        ImportProblem.Code.INVALID_NUMBER))
            .toList();
    FileImport finished =
        new FileImport(
            new ImportName(PROVIDER, "i1"),
            ImportKind.TIME_ENTRIES,
            FileImport.State.SUCCEEDED,
            "october.csv",
            "0".repeat(64),
            true,
            false,
            60,
            1,
            2,
            7,
            50,
            3,
            NOW,
            NOW.plusSeconds(2),
            problems.subList(0, FileImport.FIRST_PROBLEMS_MAX));

    store.insert(finished, problems);

    assertThat(store.find(finished.name())).contains(finished);
    assertThat(store.find(new ImportName(PROVIDER, "i2"))).isEmpty();
    assertThat(store.list(PROVIDER, "", 9)).containsExactly(finished);
    assertThat(store.list(PROVIDER, "i1", 9)).isEmpty();
    assertThat(store.problems(finished.name(), 45, 9)).isEqualTo(problems.subList(45, 50));
    assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insert(finished, List.of()));
  }

  private static void assertReason(ErrorReason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RedressException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
