package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.INVOICE;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Invoices and their lines. */
class InvoiceStoreTest {

  @OnBothDatabases
  void invoice_comesBackAsItWasStored(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    InvoiceStore store = new MyBatisInvoiceStore(database.transactions());
    Invoice full = Samples.invoice(INVOICE);
    Invoice bare =
        new Invoice(
            new InvoiceName(CUSTOMER, "INV/8"), LocalDate.of(2025, 11, 30), USD, null, null, null);

    store.insertAll(List.of(bare));

    assertThat(store.find(INVOICE)).contains(full);
    assertThat(store.list(CUSTOMER, "", 9)).containsExactly(full, bare);
    assertThat(store.list(CUSTOMER, "INV/7", 9)).containsExactly(bare);
    assertThat(store.findAll(List.of(INVOICE, bare.name(), new InvoiceName(CUSTOMER, "nothing"))))
        .isEqualTo(Map.of(INVOICE, full, bare.name(), bare));
    Refused.assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insertAll(List.of(full)));

    Invoice moved =
        new Invoice(
            bare.name(),
            LocalDate.of(2025, 12, 1),
            USD,
            LocalDate.of(2025, 11, 1),
            null,
            new Money(41_250, USD));
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
    Refused.assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insertAll(List.of(full)));
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
}
