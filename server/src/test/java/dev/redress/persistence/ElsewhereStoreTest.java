package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.finding.Elsewhere;
import dev.redress.finding.Elsewhere.Billed;
import dev.redress.finding.Elsewhere.Logged;
import dev.redress.finding.Elsewhere.Meant;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done for other customers, as far as it tells something about one. */
class ElsewhereStoreTest {
  private static final CustomerName OTHER = new CustomerName(PROVIDER, "Zed");
  private static final LocalDate DAY = LocalDate.of(2025, 10, 20);
  private static final Instant MORNING = Instant.parse("2025-10-20T09:00:00Z");

  @OnBothDatabases
  void billed_areLinesOfDaysOnWhichMoreIsBilledThanIsPossible(TestDatabase database) {
    MyBatisElsewhereStore store = store(database);
    bill(database, CUSTOMER, "own-busy", "sam", DAY, "9", "");
    bill(database, CUSTOMER, "own-quiet", "kim", DAY, "9", "");
    bill(database, OTHER, "busy", "sam", DAY, "8", "");
    bill(database, OTHER, "quiet", "kim", DAY, "7", "");
    bill(database, OTHER, "day-after", "sam", DAY.plusDays(1), "20", "");
    bill(database, OTHER, "stranger", "lee", DAY, "20", "");

    assertThat(store.read(CUSTOMER, Hours.of("16")).billed())
        .containsExactly(new Billed(line(OTHER, "busy"), "sam", DAY, Hours.of("8")));
    assertThat(store.read(CUSTOMER, Hours.of("17")).billed()).isEmpty();
  }

  @OnBothDatabases
  void logged_areEntriesWithAStartOfTheSameTechnicianAndDay(TestDatabase database) {
    MyBatisElsewhereStore store = store(database);
    log(database, CUSTOMER, "R-1", "own", "sam", MORNING, "2");
    log(database, OTHER, "Z-1", "same", "sam", MORNING, "1");
    log(database, OTHER, "Z-1", "no-start", "sam", null, "1");
    log(database, OTHER, "Z-1", "stranger", "lee", MORNING, "1");

    assertThat(store.read(CUSTOMER, Hours.of("16")).logged())
        .containsExactly(
            new Logged(new TimeEntryName(OTHER, "Z-1", "same"), "sam", MORNING, Hours.of("1")));
  }

  @OnBothDatabases
  void meant_areRequestsThatALineNamesAndWorkThatItMayBill(TestDatabase database) {
    MyBatisElsewhereStore store = store(database);
    log(database, OTHER, "Z-1", "entry", "sam", MORNING, "1");
    bill(database, CUSTOMER, "names", "kim", DAY, "3", "Z-1");
    bill(database, CUSTOMER, "names-own", "kim", DAY, "3", "R-1");
    bill(database, CUSTOMER, "alike", "sam", DAY, "1.25", "");
    bill(database, CUSTOMER, "too-long", "sam", DAY, "1.5", "");

    RequestName request = new RequestName(OTHER, "Z-1");
    assertThat(store.read(CUSTOMER, Hours.of("16")).meant())
        .containsExactly(
            new Meant(line(CUSTOMER, "names"), request, true, "Printer jams "),
            new Meant(line(CUSTOMER, "alike"), request, false, "Printer jams fixed it"));

    log(database, CUSTOMER, "R-1", "own", "sam", MORNING, "1");
    assertThat(store.read(CUSTOMER, Hours.of("16")).meant())
        .extracting(Meant::isNamed)
        .containsExactly(true);
  }

  @OnBothDatabases
  void around_isTheSameForLinesThatAreNotStored(TestDatabase database) {
    MyBatisElsewhereStore store = store(database);
    log(database, OTHER, "Z-1", "entry", "sam", MORNING, "1");
    bill(database, OTHER, "quiet", "kim", DAY, "7", "");
    bill(database, OTHER, "day-after", "kim", DAY.plusDays(1), "20", "");
    bill(database, OTHER, "stranger", "lee", DAY, "20", "");
    List<LaborLine> drafts =
        List.of(
            draft(CUSTOMER, "names", "kim", DAY, "3", "Z-1"),
            draft(CUSTOMER, "names-own", "kim", DAY, "3", "R-1"),
            draft(CUSTOMER, "alike", "sam", DAY, "1.25", ""),
            draft(CUSTOMER, "too-long", "sam", DAY, "1.5", ""),
            draft(CUSTOMER, "too-short", "sam", DAY, "0.75", ""),
            draft(CUSTOMER, "nobody", "", DAY, "1", ""));

    Elsewhere around = store.around(CUSTOMER, drafts);

    RequestName request = new RequestName(OTHER, "Z-1");
    assertThat(around.billed())
        .as("what is not too much with the stored lines can be with the drafts")
        .containsExactly(new Billed(line(OTHER, "quiet"), "kim", DAY, Hours.of("7")));
    assertThat(around.logged()).isEmpty();
    assertThat(around.meant())
        .containsExactly(
            new Meant(line(CUSTOMER, "names"), request, true, "Printer jams "),
            new Meant(line(CUSTOMER, "alike"), request, false, "Printer jams fixed it"));

    log(database, CUSTOMER, "R-1", "own", "sam", MORNING, "1");
    assertThat(store.around(CUSTOMER, drafts).meant())
        .extracting(Meant::isNamed)
        .containsExactly(true);
    assertThat(store.around(CUSTOMER, List.of())).isEqualTo(Elsewhere.NOTHING);
  }

  @OnBothDatabases
  void read_doesNotWaitForAnImportOfOtherCustomers(TestDatabase database) throws SQLException {
    MyBatisElsewhereStore store = store(database);
    bill(database, CUSTOMER, "own", "sam", DAY, "9", "Z-1");
    bill(database, OTHER, "stored", "sam", DAY, "9", "");
    log(database, CUSTOMER, "R-1", "own", "sam", MORNING, "2");
    log(database, OTHER, "Z-1", "stored", "sam", MORNING, "1");
    try (Connection importing = database.connection();
        Statement statement = importing.createStatement()) {
      for (String table : List.of("labor_line", "time_entry", "request")) {
        statement.execute("UPDATE " + table + " SET version = 7 WHERE customer_id = 'Zed'");
      }

      Elsewhere elsewhere = store.read(CUSTOMER, Hours.of("16"));

      importing.rollback();
      assertThat(elsewhere.billed()).hasSize(1);
      assertThat(elsewhere.logged()).hasSize(1);
      assertThat(elsewhere.meant()).hasSize(1);
    }
  }

  @OnBothDatabases
  void nothing_isKnownWhereTheCustomerIsAlone(TestDatabase database) {
    assertThat(store(database).read(CUSTOMER, Hours.of("16"))).isEqualTo(Elsewhere.NOTHING);
  }

  private static MyBatisElsewhereStore store(TestDatabase database) {
    MyBatisTransactions transactions = database.transactions();
    new MyBatisProviderStore(transactions).insert(Samples.provider(PROVIDER.provider()));
    MyBatisCustomerStore customers = new MyBatisCustomerStore(transactions);
    customers.insertAll(List.of(Samples.customer(CUSTOMER), Samples.customer(OTHER)));
    new MyBatisInvoiceStore(transactions)
        .insertAll(List.of(Samples.invoice(invoice(CUSTOMER)), Samples.invoice(invoice(OTHER))));
    MyBatisRequestStore requests = new MyBatisRequestStore(transactions);
    Request own = Samples.request(new RequestName(CUSTOMER, "R-1"));
    Request theirs = Samples.request(new RequestName(OTHER, "Z-1"));
    requests.insertAll(List.of(own, theirs));
    return new MyBatisElsewhereStore(transactions);
  }

  private static InvoiceName invoice(CustomerName customer) {
    return new InvoiceName(customer, "INV");
  }

  private static LineName line(CustomerName customer, String id) {
    return new LineName(invoice(customer), id);
  }

  private static void bill(
      TestDatabase database,
      CustomerName customer,
      String id,
      String technician,
      LocalDate day,
      String hours,
      String reference) {
    new MyBatisLaborLineStore(database.transactions())
        .insertAll(List.of(draft(customer, id, technician, day, hours, reference)));
  }

  private static LaborLine draft(
      CustomerName customer,
      String id,
      String technician,
      LocalDate day,
      String hours,
      String reference) {
    return new LaborLine(
        line(customer, id),
        day,
        technician,
        Hours.of(hours),
        null,
        new Money(1_000, USD),
        "",
        reference,
        "",
        Map.of());
  }

  private static void log(
      TestDatabase database,
      CustomerName customer,
      String request,
      String id,
      String technician,
      @Nullable Instant start,
      String hours) {
    new MyBatisTimeEntryStore(database.transactions())
        .insertAll(
            List.of(
                new TimeEntry(
                    new TimeEntryName(customer, request, id),
                    technician,
                    start,
                    DAY,
                    Hours.of(hours),
                    "fixed it",
                    "",
                    true,
                    Map.of())));
  }
}
