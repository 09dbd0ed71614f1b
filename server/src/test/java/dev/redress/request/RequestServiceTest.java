package dev.redress.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.customer.Calendars;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerCalendar;
import dev.redress.customer.CustomerService;
import dev.redress.customer.ProviderService;
import dev.redress.customer.ProviderSettings;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.InvoiceService;
import dev.redress.journal.Event;
import dev.redress.persistence.MyBatisCustomerStore;
import dev.redress.persistence.MyBatisEventStore;
import dev.redress.persistence.MyBatisFactsVersionStore;
import dev.redress.persistence.MyBatisInvoiceStore;
import dev.redress.persistence.MyBatisJournal;
import dev.redress.persistence.MyBatisLaborLineStore;
import dev.redress.persistence.MyBatisProviderStore;
import dev.redress.persistence.MyBatisRequestStore;
import dev.redress.persistence.MyBatisTimeEntryStore;
import dev.redress.persistence.MyBatisTransactions;
import dev.redress.persistence.OnBothDatabases;
import dev.redress.persistence.TestDatabase;
import dev.redress.time.Holidays;
import dev.redress.time.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** What every change of a customer's facts leaves behind: a count and an event. */
class RequestServiceTest {
  private static final Instant NOW = Instant.parse("2025-06-03T12:00:00Z");
  private static final Actor MIA = new Actor("mia");
  private static final ProviderName PROVIDER = new ProviderName("nimbus");
  private static final CustomerName CUSTOMER = new CustomerName(PROVIDER, "ATLAS");

  @OnBothDatabases
  void everyChange_isCountedAndRecorded(TestDatabase database) {
    MyBatisTransactions transactions = database.transactions();
    MyBatisFactsVersionStore versions = new MyBatisFactsVersionStore(transactions);
    CustomerService customers = withCustomer(transactions, versions);
    RequestService requests = requests(transactions, versions);
    InvoiceService invoices =
        new InvoiceService(
            transactions,
            new MyBatisCustomerStore(transactions),
            new MyBatisInvoiceStore(transactions),
            new MyBatisLaborLineStore(transactions),
            versions,
            new MyBatisJournal(transactions),
            () -> NOW);
    long begin = version(transactions, versions);

    requests.create(request("R1"), MIA);
    requests.createAll(CUSTOMER, List.of(request("R2"), request("R3")), MIA);
    requests.createAllEntries(CUSTOMER, _ -> List.of(entry("R3", "T1"), entry("-", "T2")), MIA);
    invoices.create(
        new Invoice(
            new InvoiceName(CUSTOMER, "I1"),
            LocalDate.EPOCH,
            Currency.getInstance("USD"),
            null,
            null,
            null),
        List.of(),
        MIA);
    customers.update(CUSTOMER, null, before -> named(before, "Atlas Dental Group"), MIA);
    customers.update(CUSTOMER, null, before -> before, MIA);

    assertThat(version(transactions, versions)).isEqualTo(begin + 5);
    assertThat(events(transactions))
        .extracting(event -> event.entry().action())
        .containsExactly(
            "provider.created",
            "customer.created",
            "request.created",
            "requests.created",
            "time_entries.created",
            "invoice.created",
            "customer.updated");
    assertThat(events(transactions).getLast().entry().details())
        .containsEntry("displayName", "Atlas Dental Group")
        .doesNotContainKey("timeZone");
  }

  @OnBothDatabases
  void refusedChanges_leaveNothing(TestDatabase database) {
    MyBatisTransactions transactions = database.transactions();
    MyBatisFactsVersionStore versions = new MyBatisFactsVersionStore(transactions);
    withCustomer(transactions, versions);
    RequestService requests = requests(transactions, versions);
    requests.create(request("R1"), MIA);
    long begin = version(transactions, versions);

    assertThatThrownBy(
            () -> requests.createAll(CUSTOMER, List.of(request("R2"), request("R1")), MIA))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.RESOURCE_EXISTS));

    assertThat(version(transactions, versions)).isEqualTo(begin);
    assertThat(requests.find(new RequestName(CUSTOMER, "R2"))).isEmpty();
    assertThat(events(transactions)).hasSize(3);
  }

  private static CustomerService withCustomer(
      MyBatisTransactions transactions, MyBatisFactsVersionStore versions) {
    new ProviderService(
            transactions,
            new MyBatisProviderStore(transactions),
            new MyBatisJournal(transactions),
            () -> NOW)
        .create(PROVIDER, "Nimbus IT", ProviderSettings.DEFAULT, MIA);
    CustomerService customers =
        new CustomerService(
            transactions,
            new MyBatisProviderStore(transactions),
            new MyBatisCustomerStore(transactions),
            versions,
            new Calendars((_, _) -> Holidays.NONE, (_, _) -> Holidays.NONE, () -> NOW),
            new MyBatisJournal(transactions),
            () -> NOW);
    customers.create(
        new Customer(
            CUSTOMER,
            "Atlas Dental",
            ZoneOffset.UTC,
            "",
            "",
            "",
            "",
            null,
            Currency.getInstance("USD"),
            CustomerCalendar.AS_PROVIDER,
            Map.of(),
            NOW,
            NOW,
            1),
        MIA);
    return customers;
  }

  private static RequestService requests(
      MyBatisTransactions transactions, MyBatisFactsVersionStore versions) {
    return new RequestService(
        transactions,
        new MyBatisCustomerStore(transactions),
        new MyBatisRequestStore(transactions),
        new MyBatisTimeEntryStore(transactions),
        versions,
        new MyBatisJournal(transactions),
        () -> NOW);
  }

  private static long version(MyBatisTransactions transactions, MyBatisFactsVersionStore versions) {
    return transactions.run(() -> versions.current(CUSTOMER));
  }

  private static List<Event> events(MyBatisTransactions transactions) {
    MyBatisEventStore store = new MyBatisEventStore(transactions);
    return transactions.run(
        () -> {
          store.sequence(PROVIDER, 100);
          return store.list(PROVIDER, 0, 100);
        });
  }

  private static Customer named(Customer customer, String displayName) {
    return new Customer(
        customer.name(),
        displayName,
        customer.timeZone(),
        customer.tier(),
        customer.accountManager(),
        customer.phone(),
        customer.email(),
        customer.annualValue(),
        customer.currency(),
        customer.calendar(),
        customer.attributes(),
        customer.createTime(),
        customer.updateTime(),
        customer.version());
  }

  private static Request request(String id) {
    return new Request(
        new RequestName(CUSTOMER, id), NOW, null, "Printer", "", "", "", "", "", "", Map.of());
  }

  private static TimeEntry entry(String request, String id) {
    return new TimeEntry(
        new TimeEntryName(CUSTOMER, request, id),
        "Tom",
        null,
        LocalDate.EPOCH,
        new Hours(10_000),
        "",
        "",
        true,
        Map.of());
  }
}
