package dev.redress.persistence;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackState;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerCalendar;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderSettings;
import dev.redress.dispute.ContactChannel;
import dev.redress.dispute.Credit;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeLifecycle;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.Hearing;
import dev.redress.dispute.Move;
import dev.redress.dispute.RaisedBy;
import dev.redress.dispute.RequestedAction;
import dev.redress.dispute.Round;
import dev.redress.dispute.SlaClock;
import dev.redress.dispute.Withdrawal;
import dev.redress.error.ErrorReason;
import dev.redress.handoff.Handoff;
import dev.redress.handoff.HandoffState;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CreditName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.HandoffName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import dev.redress.servicelevel.DisputePriority;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.Holidays;
import dev.redress.time.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Small valid things, for tests that need some; everything belongs to {@link #PROVIDER}. */
public final class Samples {
  /** The provider of everything here. */
  public static final ProviderName PROVIDER = new ProviderName("acme");

  /** A customer of it. */
  public static final CustomerName CUSTOMER = new CustomerName(PROVIDER, "Harbor Dental");

  /** An invoice of that customer. */
  public static final InvoiceName INVOICE = new InvoiceName(CUSTOMER, "INV/7");

  /** A moment with microseconds, in the hour that clocks in Berlin show twice. */
  public static final Instant NOW = Instant.parse("2025-10-26T00:30:00.123456Z");

  /** The currency of everything here. */
  public static final Currency USD = Currency.getInstance("USD");

  private Samples() {}

  /** A provider as it starts. */
  public static Provider provider(String id) {
    return new Provider(
        new ProviderName(id), "Provider " + id, ProviderSettings.DEFAULT, NOW, NOW, 1);
  }

  /** A customer with a value and attributes. */
  public static Customer customer(CustomerName name) {
    return customer(name, CustomerCalendar.AS_PROVIDER);
  }

  /** The same with a calendar. */
  public static Customer customer(CustomerName name, CustomerCalendar calendar) {
    return new Customer(
        name,
        "Customer " + name.customer(),
        ZoneId.of("America/New_York"),
        "gold",
        "dana",
        "+1 555 0100",
        "office@example.com",
        new Money(1_200_000, USD),
        USD,
        calendar,
        Map.of("Region", "North <\"&'> Ünï 漢"),
        NOW,
        NOW,
        1);
  }

  /** The name of a request of {@link #CUSTOMER}. */
  public static RequestName requestName(String id) {
    return new RequestName(CUSTOMER, id);
  }

  /** A closed request. */
  public static Request request(RequestName name) {
    return new Request(
        name,
        NOW,
        NOW.plus(Duration.ofHours(5)),
        "Printer jams",
        "Tray 2; paper\nwrinkles",
        "Jo Park",
        "sam",
        "Incident",
        "Closed",
        "Printer",
        Map.of("Priority", "P3"));
  }

  /** A time entry of 1.25 hours on a request. */
  public static TimeEntry timeEntry(String requestId, String entryId) {
    return new TimeEntry(
        new TimeEntryName(CUSTOMER, requestId, entryId),
        "sam",
        NOW,
        LocalDate.of(2025, 10, 25),
        Hours.of("1.25"),
        "cleaned the rollers",
        "Remote",
        true,
        Map.of());
  }

  /** An invoice over October 2025. */
  public static Invoice invoice(InvoiceName name) {
    return new Invoice(
        name,
        LocalDate.of(2025, 10, 31),
        USD,
        LocalDate.of(2025, 10, 1),
        LocalDate.of(2025, 10, 31),
        null);
  }

  /** The name of a line of {@link #INVOICE}. */
  public static LineName lineName(String id) {
    return new LineName(INVOICE, id);
  }

  /** A line of one hour for 120.00. */
  public static LaborLine line(LineName name) {
    return new LaborLine(
        name,
        LocalDate.of(2025, 10, 25),
        "sam",
        Hours.of("1"),
        new Rate(1_200_000, USD),
        new Money(12_000, USD),
        "printer repair",
        "R-1",
        "Remote",
        Map.of("Tax", "none"));
  }

  /** An open dispute over all of a line of {@link #INVOICE}, with a callback of the same number. */
  public static Dispute dispute(String number, LineName... lines) {
    return new Dispute(
        disputeName(number),
        DisputeState.OPEN,
        lines[0].invoice(),
        "dana",
        DisputePriority.NORMAL,
        RaisedBy.PROVIDER,
        USD,
        List.of(lines).stream().map(Samples::disputed).toList(),
        callbackName(number),
        Hearing.NONE,
        null,
        null,
        SlaClock.started(NOW),
        Round.first(NOW),
        NOW,
        NOW,
        1);
  }

  /** The terms of a business in UTC, with five days of cooling off. */
  public static DisputeLifecycle.Terms terms(Instant now) {
    return new DisputeLifecycle.Terms(
        now,
        new BusinessCalendar(
            ProviderSettings.DEFAULT.businessWeek(), ZoneOffset.UTC, Holidays.NONE),
        5);
  }

  /** What a move makes of a dispute. */
  public static Dispute moved(Dispute dispute, Move move, Instant now) {
    return switch (DisputeLifecycle.apply(dispute, move, terms(now))) {
      case DisputeLifecycle.Transition.Accepted(Dispute after) -> after;
      case DisputeLifecycle.Transition.Refused(ErrorReason reason) ->
          throw new IllegalStateException(reason.name());
    };
  }

  /** A dispute after the customer took it back. */
  public static Dispute withdrawn(Dispute dispute, Instant now) {
    return moved(
        dispute,
        new Move.Withdraw(new Withdrawal("Jo Park", ContactChannel.PHONE, now, "all is well")),
        now);
  }

  /** All of a line of 120.00. */
  public static DisputedLine disputed(LineName line) {
    Money amount = new Money(12_000, USD);
    return DisputedLine.claimed(
        line,
        DisputeReason.UNCORRELATED,
        RequestedAction.CREDIT_PARTIALLY,
        Hours.of("1"),
        amount,
        amount,
        "");
  }

  /** The name of a dispute. */
  public static DisputeName disputeName(String number) {
    return new DisputeName(PROVIDER, "d" + number);
  }

  /** The name of a callback. */
  public static CallbackName callbackName(String number) {
    return new CallbackName(PROVIDER, "c" + number);
  }

  /** The live callback of the dispute of the same number, due in two days. */
  public static Callback callback(String number) {
    return new Callback(
        callbackName(number),
        CallbackState.SCHEDULED,
        disputeName(number),
        CUSTOMER,
        "dana",
        "Harbor Dental, +1 555 0100",
        "speak with the office first",
        NOW.plus(Duration.ofDays(2)),
        0,
        0,
        null,
        null,
        null,
        null,
        NOW,
        1);
  }

  /** The name of a handoff. */
  public static HandoffName handoffName(String number) {
    return new HandoffName(PROVIDER, "h" + number);
  }

  /** A pending handoff of a dispute from dana, who owns it, to mia. */
  public static Handoff handoff(String number, String dispute, int ordinal) {
    return new Handoff(
        handoffName(number),
        disputeName(dispute),
        ordinal,
        HandoffState.PENDING,
        "dana",
        "mia",
        "dana is away from Friday on",
        "speaks Spanish",
        new Actor("dana"),
        NOW,
        NOW.plus(Duration.ofHours(40)),
        null,
        1);
  }

  /** A credit of so many cents on a line of 120.00. */
  public static Credit credit(
      String number, String dispute, LineName line, int ordinal, long amount, long before) {
    return new Credit(
        new CreditName(PROVIDER, "k" + number),
        disputeName(dispute),
        line,
        DisputeReason.UNCORRELATED,
        ordinal,
        new Money(amount, USD),
        new Money(12_000, USD),
        new Money(before, USD),
        null,
        "",
        NOW);
  }

  /** Stores {@link #PROVIDER}, {@link #CUSTOMER}, {@link #INVOICE} and lines of it. */
  public static void storeLines(MyBatisTransactions transactions, LineName... lines) {
    new MyBatisProviderStore(transactions).insert(provider(PROVIDER.provider()));
    new MyBatisCustomerStore(transactions).insertAll(List.of(customer(CUSTOMER)));
    new MyBatisInvoiceStore(transactions).insertAll(List.of(invoice(INVOICE)));
    new MyBatisLaborLineStore(transactions)
        .insertAll(List.of(lines).stream().map(Samples::line).toList());
  }

  /** Stores a dispute with its callback, over a stored line. */
  public static void storeDispute(
      MyBatisTransactions transactions, String number, LineName... lines) {
    transactions.run(
        () -> {
          new MyBatisDisputeStore(transactions).insert(dispute(number, lines));
          new MyBatisCallbackStore(transactions).insert(callback(number));
        });
  }
}
