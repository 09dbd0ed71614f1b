package dev.redress.grpc;

import dev.redress.absence.AbsenceService;
import dev.redress.access.AccessService;
import dev.redress.access.Caller;
import dev.redress.access.CredentialCheck;
import dev.redress.access.IdentityProvider;
import dev.redress.access.JournaledReads;
import dev.redress.access.LocalToken;
import dev.redress.agreement.AgreementService;
import dev.redress.attachment.AttachmentService;
import dev.redress.backup.BackupService;
import dev.redress.cache.CachedAbsenceStore;
import dev.redress.cache.CachedAuthorityStore;
import dev.redress.cache.CachedCustomerStore;
import dev.redress.cache.CachedHolidaySource;
import dev.redress.cache.CachedModelStore;
import dev.redress.cache.CachedProviderStore;
import dev.redress.cache.CachedServiceLevelStore;
import dev.redress.cache.ChangeTracking;
import dev.redress.cache.SolvedCustomerCache;
import dev.redress.calendar.ICalendarReader;
import dev.redress.calendar.JollydayHolidaySource;
import dev.redress.customer.Calendars;
import dev.redress.customer.CustomerService;
import dev.redress.customer.ProviderService;
import dev.redress.delivery.MailSender;
import dev.redress.delivery.SmtpSettings;
import dev.redress.delivery.SmtpSettings.Security;
import dev.redress.delivery.WebhookSender;
import dev.redress.dispute.OpeningService;
import dev.redress.envelope.EnvelopeService;
import dev.redress.escalation.EscalationService;
import dev.redress.escalation.EscalationWorker;
import dev.redress.escalation.ServiceLevelService;
import dev.redress.grpc.ServerGrpcService.ServerFacts;
import dev.redress.idempotency.Retries;
import dev.redress.identity.ProviderName;
import dev.redress.identity.TimeOrderedIds;
import dev.redress.ingest.ImportLimits;
import dev.redress.ingest.ImportPorts;
import dev.redress.ingest.ImportService;
import dev.redress.ingest.Spool;
import dev.redress.invariant.InvariantService;
import dev.redress.invoice.InvoiceService;
import dev.redress.journal.AuditService;
import dev.redress.journal.EventFeed;
import dev.redress.journal.Journal;
import dev.redress.journal.Sequencer;
import dev.redress.journal.WakingJournal;
import dev.redress.notification.NotificationService;
import dev.redress.notification.Senders;
import dev.redress.page.JteReportPage;
import dev.redress.page.JteStatementPage;
import dev.redress.persistence.MyBatisAbsenceStore;
import dev.redress.persistence.MyBatisAccessStore;
import dev.redress.persistence.MyBatisAgreementStore;
import dev.redress.persistence.MyBatisAnswerStore;
import dev.redress.persistence.MyBatisAttachmentStore;
import dev.redress.persistence.MyBatisAuthorityStore;
import dev.redress.persistence.MyBatisBriefStore;
import dev.redress.persistence.MyBatisCallbackStore;
import dev.redress.persistence.MyBatisCatchAllStore;
import dev.redress.persistence.MyBatisCreditStore;
import dev.redress.persistence.MyBatisCustomerStore;
import dev.redress.persistence.MyBatisDecisionStore;
import dev.redress.persistence.MyBatisDisputeStore;
import dev.redress.persistence.MyBatisDutyStore;
import dev.redress.persistence.MyBatisElsewhereStore;
import dev.redress.persistence.MyBatisEscalationPolicyStore;
import dev.redress.persistence.MyBatisEscalationStore;
import dev.redress.persistence.MyBatisEventStore;
import dev.redress.persistence.MyBatisFactsVersionStore;
import dev.redress.persistence.MyBatisFindingStore;
import dev.redress.persistence.MyBatisHandoffStore;
import dev.redress.persistence.MyBatisImportStore;
import dev.redress.persistence.MyBatisInvariantStore;
import dev.redress.persistence.MyBatisInvoiceStore;
import dev.redress.persistence.MyBatisJournal;
import dev.redress.persistence.MyBatisLaborLineStore;
import dev.redress.persistence.MyBatisLetterStore;
import dev.redress.persistence.MyBatisModelStore;
import dev.redress.persistence.MyBatisPrivacyStore;
import dev.redress.persistence.MyBatisPromiseStore;
import dev.redress.persistence.MyBatisProviderStore;
import dev.redress.persistence.MyBatisReconciliationStore;
import dev.redress.persistence.MyBatisReportStore;
import dev.redress.persistence.MyBatisRequestStore;
import dev.redress.persistence.MyBatisServiceLevelStore;
import dev.redress.persistence.MyBatisSignOffStore;
import dev.redress.persistence.MyBatisTargetStore;
import dev.redress.persistence.MyBatisTimeEntryStore;
import dev.redress.persistence.MyBatisTransactions;
import dev.redress.persistence.MyBatisVerdictStore;
import dev.redress.persistence.MyBatisWatchStore;
import dev.redress.persistence.TestDatabase;
import dev.redress.privacy.PrivacyService;
import dev.redress.promise.PromiseService;
import dev.redress.reconciliation.CatchAllService;
import dev.redress.reconciliation.CustomerSolver;
import dev.redress.reconciliation.DecisionService;
import dev.redress.reconciliation.FindingService;
import dev.redress.reconciliation.LineService;
import dev.redress.reconciliation.ModelService;
import dev.redress.reconciliation.Models;
import dev.redress.reconciliation.PartWorker;
import dev.redress.reconciliation.ReconciliationService;
import dev.redress.reconciliation.ReplayService;
import dev.redress.reconciliation.ScopeCheck;
import dev.redress.reconciliation.VerdictRecorder;
import dev.redress.reconciliation.WorkerPool;
import dev.redress.report.ReportService;
import dev.redress.request.RequestService;
import dev.redress.resolution.AttemptService;
import dev.redress.resolution.AuthorityCheck;
import dev.redress.resolution.AuthorityService;
import dev.redress.resolution.BriefService;
import dev.redress.resolution.CalendarService;
import dev.redress.resolution.CallbackService;
import dev.redress.resolution.ClaimCheck;
import dev.redress.resolution.ClosingWorker;
import dev.redress.resolution.DisputeMoves;
import dev.redress.resolution.DisputeService;
import dev.redress.resolution.HandoffService;
import dev.redress.resolution.Leaders;
import dev.redress.resolution.Ownerships;
import dev.redress.resolution.SettlementService;
import dev.redress.resolution.SignOffService;
import dev.redress.servicelevel.ServiceLevels;
import dev.redress.statement.StatementService;
import dev.redress.transaction.Transactions;
import dev.redress.ubl.UblEnvelopeXml;
import dev.redress.v1.CreateCustomerRequest;
import dev.redress.v1.CreateProviderRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.ListEventsRequest;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import io.grpc.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The whole API over a real database and the in-process transport. One for each kind of database
 * serves all tests of the process; each test takes a provider of its own.
 */
final class TestApi {
  private static final Map<TestDatabase.Kind, TestApi> APIS =
      new EnumMap<>(TestDatabase.Kind.class);
  private static final AtomicInteger PROVIDERS = new AtomicInteger();

  /** A Tuesday at noon. */
  private static final Instant BEGIN = Instant.parse("2025-06-03T12:00:00Z");

  /** Nothing is sent in these tests. */
  private static final SmtpSettings MAIL_SERVER =
      new SmtpSettings("127.0.0.1", 25, Security.NONE, "calls@example.com", "", "");

  /** Of one principal; CallRatesTest is about it. */
  private static final int CALLS_A_SECOND = 100_000;

  private static final LocalToken TOKEN = LocalToken.create();

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
  private final TestDatabase database;
  private final OpenStreams streams = new OpenStreams();
  private final ImportService imports;
  private final EscalationWorker escalationWorker;
  private final ClosingWorker closingWorker;
  private final Sequencer sequencer;
  private final TestServer server;
  private final TestServer withoutMail;

  private TestApi(TestDatabase database) {
    this.database = database;
    InstantSource clock = now::get;
    TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());
    // Unlike those for tests of stores, these are begun for nobody unless somebody says for whom.
    MyBatisTransactions plain = new MyBatisTransactions(database.database());
    ChangeTracking transactions = new ChangeTracking(plain);
    var providers = new CachedProviderStore(new MyBatisProviderStore(plain), transactions);
    var customers = new CachedCustomerStore(new MyBatisCustomerStore(plain), transactions);
    var versions = new MyBatisFactsVersionStore(plain);
    var agreements = new MyBatisAgreementStore(plain);
    var requests = new MyBatisRequestStore(plain);
    var entries = new MyBatisTimeEntryStore(plain);
    var invoices = new MyBatisInvoiceStore(plain);
    var lines = new MyBatisLaborLineStore(plain);
    var runs = new MyBatisReconciliationStore(plain);
    var verdicts = new MyBatisVerdictStore(plain);
    var decisions = new MyBatisDecisionStore(plain);
    var disputes = new MyBatisDisputeStore(plain);
    var credits = new MyBatisCreditStore(plain);
    var authority = new CachedAuthorityStore(new MyBatisAuthorityStore(plain), transactions);
    var callbacks = new MyBatisCallbackStore(plain);
    var promiseStore = new MyBatisPromiseStore(plain);
    var handoffs = new MyBatisHandoffStore(plain);
    var absences = new CachedAbsenceStore(new MyBatisAbsenceStore(plain), transactions, clock);
    var policies = new MyBatisEscalationPolicyStore(plain);
    var escalations = new MyBatisEscalationStore(plain);
    var watches = new MyBatisWatchStore(plain);
    var events = new MyBatisEventStore(plain);
    sequencer = new Sequencer(transactions, events);
    Journal journal = new WakingJournal(new MyBatisJournal(plain), transactions, sequencer);
    Calendars calendars =
        new Calendars(
            new CachedHolidaySource(new JollydayHolidaySource()), new ICalendarReader(), clock);
    var serviceLevels =
        new CachedServiceLevelStore(new MyBatisServiceLevelStore(plain), transactions);
    ServiceLevels levels = new ServiceLevels(serviceLevels);
    OpeningService opening =
        new OpeningService(
            providers, customers, disputes, callbacks, absences, calendars, levels, journal, ids,
            clock);
    var findings = new MyBatisFindingStore(plain);
    var models = new CachedModelStore(new MyBatisModelStore(plain), transactions);
    Models allModels = new Models(models);
    CustomerSolver solver =
        new CustomerSolver(
            providers,
            customers,
            versions,
            agreements,
            invoices,
            lines,
            requests,
            entries,
            decisions,
            credits,
            findings,
            findings,
            new MyBatisElsewhereStore(plain),
            calendars,
            allModels);
    VerdictRecorder recorder =
        new VerdictRecorder(versions, verdicts, findings, disputes, credits, opening);
    WorkerPool workers =
        new WorkerPool(
            new PartWorker(transactions, runs, solver, recorder, journal, clock, "test"));
    Leaders leaders =
        new Leaders() {
          @Override
          public String lead(ProviderName provider) {
            return policies.inForce(provider).lead();
          }

          @Override
          public String superior(ProviderName provider) {
            return policies.inForce(provider).superior();
          }
        };
    ClaimCheck claims = new ClaimCheck(lines, disputes, credits);
    DisputeMoves moves =
        new DisputeMoves(
            providers, customers, disputes, callbacks, handoffs, calendars, levels, journal, clock);
    AuthorityCheck authorityCheck = new AuthorityCheck(authority.uncached(), leaders);
    BriefService briefs =
        new BriefService(
            transactions,
            moves,
            authorityCheck,
            callbacks,
            new MyBatisAttachmentStore(plain),
            promiseStore,
            invoices,
            lines,
            verdicts,
            new MyBatisBriefStore(plain));
    closingWorker = new ClosingWorker(transactions, disputes, moves, clock);
    escalationWorker =
        new EscalationWorker(
            transactions,
            providers,
            customers,
            new MyBatisDutyStore(plain),
            absences,
            calendars,
            levels,
            policies,
            escalations,
            watches,
            journal,
            ids,
            clock);
    PromiseService promises = new PromiseService(transactions, promiseStore, journal, ids, clock);
    Retries retries = new Retries(transactions, new MyBatisAnswerStore(plain), clock);
    ProviderService providerService = new ProviderService(transactions, providers, journal, clock);
    CustomerService customerService =
        new CustomerService(
            transactions, providers, customers, versions, calendars, journal, clock);
    RequestService requestService =
        new RequestService(transactions, customers, requests, entries, versions, journal, clock);
    InvoiceService invoiceService =
        new InvoiceService(transactions, customers, invoices, lines, versions, journal, clock);
    imports =
        new ImportService(
            new ImportPorts(
                transactions,
                providers,
                customers,
                versions,
                requests,
                entries,
                invoices,
                lines,
                agreements,
                new MyBatisImportStore(plain),
                journal),
            new Spool(folder()),
            ImportLimits.DEFAULT,
            ids,
            clock);
    MyBatisCatchAllStore catchAlls = new MyBatisCatchAllStore(plain);
    MyBatisAccessStore access = new MyBatisAccessStore(plain);
    CredentialCheck credentials =
        new CredentialCheck(transactions, access, TOKEN, IdentityProvider.NONE, clock);
    server =
        TestServer.inProcess(
            streams,
            CallLimits.DEFAULT,
            new AccessCheck(
                // Most tests are about something else: without a proof they are the operator's.
                given ->
                    given.bearer().isEmpty() ? Caller.OPERATOR : credentials.authenticate(given),
                new JournaledReads(transactions, journal, clock),
                CALLS_A_SECOND),
            new AccessGrpcService(
                new AccessService(transactions, customers, access, journal, ids, clock),
                providerService,
                retries),
            server(),
            new ProviderGrpcService(providerService, calendars, retries),
            new CustomerGrpcService(
                customerService,
                calendars,
                new CalendarService(transactions, providers, customers, calendars, levels, clock),
                retries),
            new AgreementGrpcService(
                new AgreementService(transactions, customers, agreements, versions, journal, clock),
                retries),
            new RequestGrpcService(requestService, retries),
            new InvoiceGrpcService(
                invoiceService,
                new StatementService(
                    transactions,
                    providers,
                    customers,
                    agreements,
                    invoices,
                    lines,
                    requests,
                    verdicts,
                    findings,
                    disputes,
                    callbacks,
                    credits,
                    clock),
                new JteStatementPage(),
                retries),
            new EnvelopeGrpcService(
                new EnvelopeService(
                    transactions, providers, customers, invoices, lines, disputes, credits),
                new UblEnvelopeXml()),
            new ImportGrpcService(imports, providerService, retries),
            new ReconciliationGrpcService(
                new ReconciliationGrpcService.UseCases(
                    new ReconciliationService(
                        transactions,
                        new ScopeCheck(providers, customers, invoices),
                        lines,
                        runs,
                        verdicts,
                        findings,
                        solver,
                        journal,
                        ids,
                        clock,
                        workers::wake),
                    new FindingService(
                        transactions, providers, lines, findings, findings, journal, clock),
                    new DecisionService(
                        transactions,
                        lines,
                        requests,
                        decisions,
                        versions,
                        runs,
                        verdicts,
                        solver,
                        recorder,
                        journal,
                        ids,
                        clock,
                        "test"),
                    new LineService(
                        transactions,
                        providers,
                        customers,
                        lines,
                        versions,
                        solver,
                        new SolvedCustomerCache()),
                    imports,
                    new CatchAllService(transactions, catchAlls),
                    new InvariantService(transactions, providers, new MyBatisInvariantStore(plain)),
                    providerService,
                    requestService),
                retries,
                streams,
                StreamLimits.DEFAULT),
            new ReportGrpcService(
                new ReportService(
                    transactions,
                    providers,
                    customers,
                    new MyBatisReportStore(plain),
                    catchAlls,
                    clock),
                new JteReportPage()),
            new ModelGrpcService(
                new ModelService(transactions, providers, lines, models, solver, journal, clock),
                new ReplayService(transactions, runs, verdicts, allModels, solver),
                retries),
            new DisputeGrpcService(
                new DisputeGrpcService.UseCases(
                    new DisputeService(
                        transactions,
                        opening,
                        claims,
                        moves,
                        leaders,
                        new Ownerships(handoffs, new AuthorityCheck(authority, leaders)),
                        disputes,
                        callbacks,
                        ids),
                    new SettlementService(
                        transactions,
                        claims,
                        authorityCheck,
                        moves,
                        disputes,
                        credits,
                        versions,
                        ids),
                    new HandoffService(
                        transactions, moves, briefs, disputes, callbacks, absences, handoffs, ids),
                    briefs,
                    providerService),
                retries),
            new AttachmentGrpcService(
                new AttachmentService(
                    transactions, new MyBatisAttachmentStore(plain), journal, clock),
                retries),
            new AuthorityGrpcService(
                new AuthorityService(transactions, providers, authority, journal, clock), retries),
            new CallbackGrpcService(
                new CallbackService(
                    transactions,
                    providers,
                    customers,
                    disputes,
                    callbacks,
                    absences,
                    calendars,
                    levels,
                    journal,
                    ids,
                    clock),
                new AttemptService(
                    transactions,
                    providers,
                    customers,
                    disputes,
                    callbacks,
                    absences,
                    promises,
                    calendars,
                    levels,
                    journal,
                    ids,
                    clock),
                new SignOffService(
                    transactions,
                    providers,
                    customers,
                    disputes,
                    callbacks,
                    new MyBatisSignOffStore(plain),
                    journal,
                    clock),
                providerService,
                retries,
                clock),
            new PromiseGrpcService(promises, providerService, retries, clock),
            new AbsenceGrpcService(
                new AbsenceService(transactions, absences, journal, ids, clock),
                providerService,
                retries),
            new ServiceLevelGrpcService(
                new ServiceLevelService(
                    transactions, customers, serviceLevels, watches, journal, ids, clock),
                providerService,
                retries),
            new EscalationGrpcService(
                new EscalationService(
                    transactions, providers, policies, escalations, watches, journal, clock),
                providerService,
                retries),
            notifications(
                transactions,
                plain,
                journal,
                retries,
                new Senders(webhooks(clock), new MailSender(MAIL_SERVER, clock))),
            new AuditGrpcService(new AuditService(transactions, events), providerService, clock),
            new PrivacyGrpcService(
                new PrivacyService(
                    transactions,
                    customers,
                    versions,
                    new MyBatisPrivacyStore(plain),
                    events,
                    journal,
                    _ -> {},
                    clock),
                retries,
                streams,
                StreamLimits.DEFAULT,
                clock),
            new EventGrpcService(
                new EventFeed(transactions, events, sequencer),
                providerService,
                streams,
                new StreamLimits(
                    Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(20))));
    withoutMail =
        TestServer.inProcess(
            streams,
            CallLimits.DEFAULT,
            notifications(transactions, plain, journal, retries, new Senders(webhooks(clock))));
    sequencer.start();
    workers.start(2);
  }

  /** All events of a provider, once each change that was committed before has its number. */
  List<Event> events(String provider) {
    numberEvents();
    return EventServiceGrpc.newBlockingStub(channel())
        .listEvents(ListEventsRequest.newBuilder().setParent(provider).setPageSize(1_000).build())
        .getEventsList();
  }

  /** Numbers what was committed, rather than waiting until the server does. */
  void numberEvents() {
    sequencer.drain();
  }

  private NotificationGrpcService notifications(
      Transactions transactions,
      MyBatisTransactions plain,
      Journal journal,
      Retries retries,
      Senders senders) {
    var providers = new MyBatisProviderStore(plain);
    return new NotificationGrpcService(
        new NotificationService(
            transactions,
            providers,
            new MyBatisTargetStore(plain),
            new MyBatisLetterStore(plain),
            new MyBatisEventStore(plain),
            senders,
            journal,
            now::get),
        new ProviderService(transactions, providers, journal, now::get),
        retries,
        new TimeOrderedIds(InstantSource.system()),
        now::get);
  }

  private static WebhookSender webhooks(InstantSource clock) {
    return new WebhookSender(new EventJson(), clock, false);
  }

  /** The API over this kind of database. */
  static synchronized TestApi on(TestDatabase.Kind kind) {
    return APIS.computeIfAbsent(kind, each -> new TestApi(TestDatabase.open(each)));
  }

  /** Under it all, for those who look past the API. */
  TestDatabase database() {
    return database;
  }

  /** To make stubs with. */
  Channel channel() {
    return server.channel();
  }

  /** The same for notifications on a server without SMTP settings. */
  Channel channelWithoutMail() {
    return withoutMail.channel();
  }

  /** Lets time pass. */
  Instant advance(Duration time) {
    return now.updateAndGet(before -> before.plus(time));
  }

  /** Fires what is due by now. */
  void escalate() {
    while (escalationWorker.sweep()) {
      // There was more than one sweep does.
    }
  }

  /** Closes the disputes whose time to be reopened is over by now. */
  void close() {
    while (closingWorker.sweep()) {
      // There was more than one sweep does.
    }
  }

  /** Streams open now. */
  int openStreams() {
    return streams.count();
  }

  /** A new provider's name. */
  String newProvider() {
    return ProviderServiceGrpc.newBlockingStub(channel())
        .createProvider(
            CreateProviderRequest.newBuilder()
                .setProviderId("p" + PROVIDERS.incrementAndGet())
                .setProvider(Provider.newBuilder().setDisplayName("Test provider"))
                .build())
        .getName();
  }

  /** A new customer's name, of a new provider. */
  String newCustomer() {
    return newCustomer(newProvider(), "ATLAS");
  }

  /** A new customer's name. */
  String newCustomer(String provider, String id) {
    return CustomerServiceGrpc.newBlockingStub(channel())
        .createCustomer(
            CreateCustomerRequest.newBuilder()
                .setParent(provider)
                .setCustomerId(id)
                .setCustomer(
                    Customer.newBuilder()
                        .setDisplayName("Atlas Dental")
                        .setTimeZone("America/Chicago")
                        .setPhone("+1 312 555 0100"))
                .build())
        .getName();
  }

  /** A new request id. */
  static String requestId() {
    return UUID.randomUUID().toString();
  }

  /** A server that makes no backups. */
  static ServerGrpcService server() {
    return new ServerGrpcService(TestApi::facts, noBackups());
  }

  static BackupService noBackups() {
    return new BackupService(
        List::of,
        Optional.empty(),
        Optional.empty(),
        new BackupService.Facts("test", "PostgreSQL 15.4", "test"),
        () -> Instant.EPOCH);
  }

  /** What a server says of itself. */
  private static ServerFacts facts() {
    return new ServerFacts("test", "test", "test", true, List.of());
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("redress-spool");
      // Uploads delete their files, so that it is empty by then.
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
