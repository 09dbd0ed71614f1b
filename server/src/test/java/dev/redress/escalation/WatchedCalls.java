package dev.redress.escalation;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.PROVIDER;

import dev.redress.absence.AbsenceStore;
import dev.redress.calendar.ICalendarReader;
import dev.redress.calendar.JollydayHolidaySource;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackClaim;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackState;
import dev.redress.callback.CallbackStore;
import dev.redress.callback.FollowUp;
import dev.redress.callback.Outcome;
import dev.redress.customer.Calendars;
import dev.redress.dispute.Dispute;
import dev.redress.escalation.EscalationStore.EscalationFilter;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.TimeOrderedIds;
import dev.redress.persistence.MyBatisAbsenceStore;
import dev.redress.persistence.MyBatisCallbackStore;
import dev.redress.persistence.MyBatisCustomerStore;
import dev.redress.persistence.MyBatisDisputeStore;
import dev.redress.persistence.MyBatisDutyStore;
import dev.redress.persistence.MyBatisEscalationPolicyStore;
import dev.redress.persistence.MyBatisEscalationStore;
import dev.redress.persistence.MyBatisEventStore;
import dev.redress.persistence.MyBatisInvoiceStore;
import dev.redress.persistence.MyBatisJournal;
import dev.redress.persistence.MyBatisLaborLineStore;
import dev.redress.persistence.MyBatisPromiseStore;
import dev.redress.persistence.MyBatisProviderStore;
import dev.redress.persistence.MyBatisServiceLevelStore;
import dev.redress.persistence.MyBatisTransactions;
import dev.redress.persistence.MyBatisWatchStore;
import dev.redress.persistence.Samples;
import dev.redress.persistence.TestDatabase;
import dev.redress.promise.PromiseService;
import dev.redress.resolution.AttemptReport;
import dev.redress.resolution.AttemptService;
import dev.redress.resolution.CallbackService;
import dev.redress.servicelevel.ServiceLevels;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Promised calls in a database, with a clock that tests move. */
final class WatchedCalls implements InstantSource {
  private static final EscalationFilter CALLS =
      new EscalationFilter(null, "", "", "", DutyKind.CALLBACK, "");

  private final MyBatisTransactions transactions;
  private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());
  private volatile Instant now;

  WatchedCalls(TestDatabase database, String begin) {
    this.transactions = database.transactions();
    this.now = Instant.parse(begin);
    Samples.storeLines(transactions);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves the clock. */
  void at(String moment) {
    now = Instant.parse(moment);
  }

  /** Moves the clock. */
  void at(Instant moment) {
    now = moment;
  }

  /** Promises a call, for a dispute of its own. */
  CallbackName promise(String number, String promised, String due) {
    InvoiceName invoice = new InvoiceName(CUSTOMER, "for " + number);
    LineName line = new LineName(invoice, "1");
    CallbackName name = Samples.callbackName(number);
    transactions.run(
        () -> {
          new MyBatisInvoiceStore(transactions).insertAll(List.of(Samples.invoice(invoice)));
          new MyBatisLaborLineStore(transactions).insertAll(List.of(Samples.line(line)));
          new MyBatisDisputeStore(transactions).insert(Samples.dispute(number, line));
          callbacks()
              .insert(
                  new Callback(
                      name,
                      CallbackState.SCHEDULED,
                      Samples.disputeName(number),
                      CUSTOMER,
                      "mia",
                      "Harbor Dental, +1 555 0100",
                      "",
                      Instant.parse(due),
                      0,
                      0,
                      null,
                      null,
                      null,
                      null,
                      Instant.parse(promised),
                      1));
        });
    return name;
  }

  /** Logs that nobody answered; gives the callback that takes its place. */
  CallbackName log(CallbackName callback) {
    MyBatisJournal journal = new MyBatisJournal(transactions);
    return new AttemptService(
            transactions,
            new MyBatisProviderStore(transactions),
            new MyBatisCustomerStore(transactions),
            new MyBatisDisputeStore(transactions),
            callbacks(),
            absences(),
            new PromiseService(
                transactions, new MyBatisPromiseStore(transactions), journal, ids, this),
            calendars(),
            levels(),
            journal,
            ids,
            this)
        .log(
            AttemptReport.of(callback, Outcome.NO_ANSWER, "", FollowUp.NONE),
            null,
            new Actor("mia"))
        .followed()
        .getFirst()
        .successor()
        .name();
  }

  /** Has the provider move a call; gives the callback that takes its place. */
  CallbackName reschedule(CallbackName callback, String due) {
    return callbackService()
        .reschedule(callback, Instant.parse(due), "ill", null, new Actor("mia"))
        .successor()
        .name();
  }

  /** Claims a call for half an hour. */
  void claim(CallbackName callback) {
    callbackService().claim(callback, CallbackClaim.LEASE_DEFAULT, null, new Actor("mia"));
  }

  private CallbackService callbackService() {
    return new CallbackService(
        transactions,
        new MyBatisProviderStore(transactions),
        new MyBatisCustomerStore(transactions),
        new MyBatisDisputeStore(transactions),
        callbacks(),
        absences(),
        calendars(),
        levels(),
        new MyBatisJournal(transactions),
        ids,
        this);
  }

  /** Ends a dispute by hand, and its live callback. */
  void end(String number) {
    MyBatisDisputeStore disputes = new MyBatisDisputeStore(transactions);
    Dispute before = disputes.find(Samples.disputeName(number)).orElseThrow();
    transactions.run(
        () -> {
          callbacks()
              .update(
                  CallbackLifecycle.cancel(
                      callbacks().find(Samples.callbackName(number)).orElseThrow()));
          disputes.update(Samples.withdrawn(before, before.updateTime()));
        });
  }

  /** A worker of a server that has just started. */
  EscalationWorker worker() {
    return worker(duties());
  }

  /** A worker that sees duties through this store. */
  EscalationWorker worker(DutyStore seen) {
    return new EscalationWorker(
        transactions,
        new MyBatisProviderStore(transactions),
        new MyBatisCustomerStore(transactions),
        seen,
        absences(),
        calendars(),
        levels(),
        new MyBatisEscalationPolicyStore(transactions),
        escalations(),
        watches(),
        new MyBatisJournal(transactions),
        ids,
        this);
  }

  EscalationService service() {
    return new EscalationService(
        transactions,
        new MyBatisProviderStore(transactions),
        new MyBatisEscalationPolicyStore(transactions),
        escalations(),
        watches(),
        new MyBatisJournal(transactions),
        this);
  }

  private Calendars calendars() {
    return new Calendars(new JollydayHolidaySource(), new ICalendarReader(), this);
  }

  AbsenceStore absences() {
    return new MyBatisAbsenceStore(transactions);
  }

  private ServiceLevels levels() {
    return new ServiceLevels(new MyBatisServiceLevelStore(transactions));
  }

  DutyStore duties() {
    return new MyBatisDutyStore(transactions);
  }

  CallbackStore callbacks() {
    return new MyBatisCallbackStore(transactions);
  }

  EscalationStore escalations() {
    return new MyBatisEscalationStore(transactions);
  }

  WatchStore watches() {
    return new MyBatisWatchStore(transactions);
  }

  /** The watch over a promised call, if there is one. */
  Optional<Watch> watch(CallbackName name) {
    Callback callback = callbacks().find(name).orElseThrow();
    return watches()
        .find(
            new DutyKey(
                name.provider(), DutyKind.CALLBACK, name.callback(), callback.createTime()));
  }

  /** What has fired for calls, in order. */
  List<Escalation> all() {
    return escalations().list(PROVIDER, CALLS, "", 1_000);
  }

  /** The same, each as {@code callback level person}. */
  List<String> fired() {
    return all().stream()
        .map(
            escalation ->
                escalation.subject().key().id()
                    + " "
                    + escalation.level()
                    + " "
                    + escalation.person())
        .toList();
  }

  /** How often the journal says that something fired. */
  long journaled() {
    MyBatisEventStore events = new MyBatisEventStore(transactions);
    transactions.run(() -> events.sequence(PROVIDER, 10_000));
    return events.list(PROVIDER, 0, 10_000).stream()
        .filter(event -> event.entry().action().equals("escalation.fired"))
        .count();
  }
}
