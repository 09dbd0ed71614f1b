package dev.redress.app;

import dev.redress.absence.AbsenceService;
import dev.redress.access.AccessService;
import dev.redress.access.JournaledReads;
import dev.redress.access.ReadLog;
import dev.redress.agreement.AgreementService;
import dev.redress.attachment.AttachmentService;
import dev.redress.customer.Calendars;
import dev.redress.customer.CustomerService;
import dev.redress.customer.ProviderService;
import dev.redress.dispute.OpeningService;
import dev.redress.envelope.EnvelopeService;
import dev.redress.escalation.EscalationService;
import dev.redress.escalation.EscalationWorker;
import dev.redress.escalation.ServiceLevelService;
import dev.redress.idempotency.Retries;
import dev.redress.identity.IdSource;
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
import dev.redress.notification.DeliveryPorts;
import dev.redress.notification.DeliveryWorker;
import dev.redress.notification.NotificationService;
import dev.redress.notification.Senders;
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
import dev.redress.report.OpenWorkMeter;
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
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/** Every use case, over the stores. */
record Services(
    Retries retries,
    AccessService access,
    ReadLog reads,
    ProviderService providers,
    CustomerService customers,
    Calendars calendars,
    CalendarService shownCalendars,
    AgreementService agreements,
    RequestService requests,
    InvoiceService invoices,
    StatementService statements,
    ImportService imports,
    ReconciliationService reconciliations,
    FindingService findings,
    DecisionService decisions,
    LineService lines,
    ModelService models,
    ReplayService replays,
    CatchAllService catchAlls,
    InvariantService invariants,
    ReportService reports,
    DisputeService disputes,
    SettlementService settlements,
    EnvelopeService envelopes,
    AuthorityService authority,
    HandoffService handoffs,
    BriefService briefs,
    AttachmentService attachments,
    ClosingWorker closingWorker,
    CallbackService callbacks,
    AttemptService attempts,
    SignOffService signOffs,
    PromiseService promises,
    AbsenceService absences,
    ServiceLevelService serviceLevels,
    EscalationService escalations,
    EscalationWorker escalationWorker,
    NotificationService notifications,
    DeliveryWorker deliveryWorker,
    EventFeed events,
    AuditService audits,
    PrivacyService privacy,
    Sequencer sequencer,
    PartWorker partWorker,
    WorkerPool workers,
    OpenWorkMeter openWork) {

  /**
   * Wires them, from the bottom up.
   *
   * @param senders what notifications can be sent over
   * @param worker the name under which this process claims work
   */
  static Services of(
      Stores stores,
      Calendars calendars,
      InstantSource clock,
      IdSource ids,
      Spool spool,
      ImportLimits limits,
      Senders senders,
      String worker) {
    Sequencer sequencer = new Sequencer(stores.transactions(), stores.events());
    Journal journal = new WakingJournal(stores.journal(), stores.transactions(), sequencer);
    ServiceLevels levels = new ServiceLevels(stores.serviceLevels());
    OpeningService opening =
        new OpeningService(
            stores.providers(),
            stores.customers(),
            stores.disputes(),
            stores.callbacks(),
            stores.absences(),
            calendars,
            levels,
            journal,
            ids,
            clock);
    PromiseService promises =
        new PromiseService(stores.transactions(), stores.promises(), journal, ids, clock);
    Models models = new Models(stores.models());
    CustomerSolver solver =
        new CustomerSolver(
            stores.providers(),
            stores.customers(),
            stores.factsVersions(),
            stores.agreements(),
            stores.invoices(),
            stores.lines(),
            stores.requests(),
            stores.timeEntries(),
            stores.decisions(),
            stores.credits(),
            stores.findings(),
            stores.findingRules(),
            stores.elsewhere(),
            calendars,
            models);
    VerdictRecorder recorder =
        new VerdictRecorder(
            stores.factsVersions(),
            stores.verdicts(),
            stores.findings(),
            stores.disputes(),
            stores.credits(),
            opening);
    Leaders leaders = new PolicyLeaders(stores.escalationPolicies());
    ClaimCheck claims = new ClaimCheck(stores.lines(), stores.disputes(), stores.credits());
    DisputeMoves moves =
        new DisputeMoves(
            stores.providers(),
            stores.customers(),
            stores.disputes(),
            stores.callbacks(),
            stores.handoffs(),
            calendars,
            levels,
            journal,
            clock);
    AuthorityCheck authority = new AuthorityCheck(stores.authority().uncached(), leaders);
    BriefService briefs =
        new BriefService(
            stores.transactions(),
            moves,
            authority,
            stores.callbacks(),
            stores.attachments(),
            stores.promises(),
            stores.invoices(),
            stores.lines(),
            stores.verdicts(),
            stores.briefs());
    PartWorker partWorker =
        new PartWorker(
            stores.transactions(), stores.runs(), solver, recorder, journal, clock, worker);
    WorkerPool workers = new WorkerPool(partWorker);
    ImportPorts importPorts =
        new ImportPorts(
            stores.transactions(),
            stores.providers(),
            stores.customers(),
            stores.factsVersions(),
            stores.requests(),
            stores.timeEntries(),
            stores.invoices(),
            stores.lines(),
            stores.agreements(),
            stores.imports(),
            journal);
    return new Services(
        new Retries(stores.transactions(), stores.answers(), clock),
        new AccessService(
            stores.transactions(), stores.customers(), stores.access(), journal, ids, clock),
        new JournaledReads(stores.transactions(), journal, clock),
        new ProviderService(stores.transactions(), stores.providers(), journal, clock),
        new CustomerService(
            stores.transactions(),
            stores.providers(),
            stores.customers(),
            stores.factsVersions(),
            calendars,
            journal,
            clock),
        calendars,
        new CalendarService(
            stores.transactions(),
            stores.providers(),
            stores.customers(),
            calendars,
            levels,
            clock),
        new AgreementService(
            stores.transactions(),
            stores.customers(),
            stores.agreements(),
            stores.factsVersions(),
            journal,
            clock),
        new RequestService(
            stores.transactions(),
            stores.customers(),
            stores.requests(),
            stores.timeEntries(),
            stores.factsVersions(),
            journal,
            clock),
        new InvoiceService(
            stores.transactions(),
            stores.customers(),
            stores.invoices(),
            stores.lines(),
            stores.factsVersions(),
            journal,
            clock),
        new StatementService(
            stores.transactions(),
            stores.providers(),
            stores.customers(),
            stores.agreements(),
            stores.invoices(),
            stores.lines(),
            stores.requests(),
            stores.verdicts(),
            stores.findings(),
            stores.disputes(),
            stores.callbacks(),
            stores.credits(),
            clock),
        new ImportService(importPorts, spool, limits, ids, clock),
        new ReconciliationService(
            stores.transactions(),
            new ScopeCheck(stores.providers(), stores.customers(), stores.invoices()),
            stores.lines(),
            stores.runs(),
            stores.verdicts(),
            stores.findings(),
            solver,
            journal,
            ids,
            clock,
            workers::wake),
        new FindingService(
            stores.transactions(),
            stores.providers(),
            stores.lines(),
            stores.findings(),
            stores.findingRules(),
            journal,
            clock),
        new DecisionService(
            stores.transactions(),
            stores.lines(),
            stores.requests(),
            stores.decisions(),
            stores.factsVersions(),
            stores.runs(),
            stores.verdicts(),
            solver,
            recorder,
            journal,
            ids,
            clock,
            worker),
        new LineService(
            stores.transactions(),
            stores.providers(),
            stores.customers(),
            stores.lines(),
            stores.factsVersions(),
            solver,
            stores.solvedCustomers()),
        new ModelService(
            stores.transactions(),
            stores.providers(),
            stores.lines(),
            stores.models(),
            solver,
            journal,
            clock),
        new ReplayService(stores.transactions(), stores.runs(), stores.verdicts(), models, solver),
        new CatchAllService(stores.transactions(), stores.catchAlls()),
        new InvariantService(stores.transactions(), stores.providers(), stores.invariants()),
        new ReportService(
            stores.transactions(),
            stores.providers(),
            stores.customers(),
            stores.reports(),
            stores.catchAlls(),
            clock),
        new DisputeService(
            stores.transactions(),
            opening,
            claims,
            moves,
            leaders,
            new Ownerships(stores.handoffs(), new AuthorityCheck(stores.authority(), leaders)),
            stores.disputes(),
            stores.callbacks(),
            ids),
        new SettlementService(
            stores.transactions(),
            claims,
            authority,
            moves,
            stores.disputes(),
            stores.credits(),
            stores.factsVersions(),
            ids),
        new EnvelopeService(
            stores.transactions(),
            stores.providers(),
            stores.customers(),
            stores.invoices(),
            stores.lines(),
            stores.disputes(),
            stores.credits()),
        new AuthorityService(
            stores.transactions(), stores.providers(), stores.authority(), journal, clock),
        new HandoffService(
            stores.transactions(),
            moves,
            briefs,
            stores.disputes(),
            stores.callbacks(),
            stores.absences(),
            stores.handoffs(),
            ids),
        briefs,
        new AttachmentService(stores.transactions(), stores.attachments(), journal, clock),
        new ClosingWorker(stores.transactions(), stores.disputes(), moves, clock),
        new CallbackService(
            stores.transactions(),
            stores.providers(),
            stores.customers(),
            stores.disputes(),
            stores.callbacks(),
            stores.absences(),
            calendars,
            levels,
            journal,
            ids,
            clock),
        new AttemptService(
            stores.transactions(),
            stores.providers(),
            stores.customers(),
            stores.disputes(),
            stores.callbacks(),
            stores.absences(),
            promises,
            calendars,
            levels,
            journal,
            ids,
            clock),
        new SignOffService(
            stores.transactions(),
            stores.providers(),
            stores.customers(),
            stores.disputes(),
            stores.callbacks(),
            stores.signOffs(),
            journal,
            clock),
        promises,
        new AbsenceService(stores.transactions(), stores.absences(), journal, ids, clock),
        new ServiceLevelService(
            stores.transactions(),
            stores.customers(),
            stores.serviceLevels(),
            stores.watches(),
            journal,
            ids,
            clock),
        new EscalationService(
            stores.transactions(),
            stores.providers(),
            stores.escalationPolicies(),
            stores.escalations(),
            stores.watches(),
            journal,
            clock),
        new EscalationWorker(
            stores.transactions(),
            stores.providers(),
            stores.customers(),
            stores.duties(),
            stores.absences(),
            calendars,
            levels,
            stores.escalationPolicies(),
            stores.escalations(),
            stores.watches(),
            journal,
            ids,
            clock),
        new NotificationService(
            stores.transactions(),
            stores.providers(),
            stores.targets(),
            stores.letters(),
            stores.events(),
            senders,
            journal,
            clock),
        new DeliveryWorker(
            new DeliveryPorts(
                stores.transactions(),
                stores.deliveries(),
                stores.letters(),
                stores.events(),
                journal,
                clock,
                () -> ThreadLocalRandom.current().nextDouble(),
                worker),
            senders),
        new EventFeed(stores.transactions(), stores.events(), sequencer),
        new AuditService(stores.transactions(), stores.events()),
        new PrivacyService(
            stores.transactions(),
            stores.customers(),
            stores.factsVersions(),
            stores.privacy(),
            stores.events(),
            journal,
            stores.solvedCustomers()::forget,
            clock),
        sequencer,
        partWorker,
        workers,
        new OpenWorkMeter(stores.transactions(), stores.reports(), clock));
  }
}
