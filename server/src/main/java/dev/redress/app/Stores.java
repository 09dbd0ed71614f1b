package dev.redress.app;

import dev.redress.access.AccessStore;
import dev.redress.agreement.AgreementStore;
import dev.redress.attachment.AttachmentStore;
import dev.redress.brief.BriefStore;
import dev.redress.cache.CachedAbsenceStore;
import dev.redress.cache.CachedAuthorityStore;
import dev.redress.cache.CachedCustomerStore;
import dev.redress.cache.CachedModelStore;
import dev.redress.cache.CachedProviderStore;
import dev.redress.cache.CachedServiceLevelStore;
import dev.redress.cache.ChangeTracking;
import dev.redress.cache.SolvedCustomerCache;
import dev.redress.callback.CallbackStore;
import dev.redress.callback.SignOffStore;
import dev.redress.customer.FactsVersionStore;
import dev.redress.dispute.CreditStore;
import dev.redress.dispute.DisputeStore;
import dev.redress.escalation.DutyStore;
import dev.redress.escalation.EscalationPolicyStore;
import dev.redress.escalation.EscalationStore;
import dev.redress.escalation.WatchStore;
import dev.redress.handoff.HandoffStore;
import dev.redress.idempotency.AnswerStore;
import dev.redress.ingest.ImportStore;
import dev.redress.invariant.InvariantStore;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLineStore;
import dev.redress.journal.EventStore;
import dev.redress.journal.Journal;
import dev.redress.notification.DeliveryStore;
import dev.redress.notification.LetterStore;
import dev.redress.notification.TargetStore;
import dev.redress.persistence.Database;
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
import dev.redress.persistence.MyBatisDeliveryStore;
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
import dev.redress.privacy.PrivacyStore;
import dev.redress.promise.PromiseStore;
import dev.redress.reconciliation.CatchAllStore;
import dev.redress.reconciliation.DecisionStore;
import dev.redress.reconciliation.ElsewhereStore;
import dev.redress.reconciliation.FindingRulesStore;
import dev.redress.reconciliation.FindingStore;
import dev.redress.reconciliation.ReconciliationStore;
import dev.redress.reconciliation.VerdictStore;
import dev.redress.report.ReportStore;
import dev.redress.request.RequestStore;
import dev.redress.request.TimeEntryStore;
import dev.redress.transaction.Transactions;
import java.time.InstantSource;

/** Everything that is kept, over one database. */
record Stores(
    Transactions transactions,
    CachedProviderStore providers,
    CachedCustomerStore customers,
    FactsVersionStore factsVersions,
    AgreementStore agreements,
    RequestStore requests,
    TimeEntryStore timeEntries,
    InvoiceStore invoices,
    LaborLineStore lines,
    ImportStore imports,
    ReconciliationStore runs,
    VerdictStore verdicts,
    CatchAllStore catchAlls,
    DecisionStore decisions,
    FindingStore findings,
    FindingRulesStore findingRules,
    ElsewhereStore elsewhere,
    CachedModelStore models,
    SolvedCustomerCache solvedCustomers,
    DisputeStore disputes,
    CreditStore credits,
    CachedAuthorityStore authority,
    AttachmentStore attachments,
    CallbackStore callbacks,
    PromiseStore promises,
    HandoffStore handoffs,
    BriefStore briefs,
    CachedAbsenceStore absences,
    CachedServiceLevelStore serviceLevels,
    DutyStore duties,
    SignOffStore signOffs,
    EscalationPolicyStore escalationPolicies,
    EscalationStore escalations,
    WatchStore watches,
    TargetStore targets,
    DeliveryStore deliveries,
    LetterStore letters,
    Journal journal,
    EventStore events,
    AnswerStore answers,
    InvariantStore invariants,
    ReportStore reports,
    AccessStore access,
    PrivacyStore privacy) {

  /** Over a database; what is read often is cached. */
  static Stores of(Database database, InstantSource clock) {
    MyBatisTransactions transactions = new MyBatisTransactions(database);
    ChangeTracking tracked = new ChangeTracking(transactions);
    MyBatisFindingStore findings = new MyBatisFindingStore(transactions);
    return new Stores(
        tracked,
        new CachedProviderStore(new MyBatisProviderStore(transactions), tracked),
        new CachedCustomerStore(new MyBatisCustomerStore(transactions), tracked),
        new MyBatisFactsVersionStore(transactions),
        new MyBatisAgreementStore(transactions),
        new MyBatisRequestStore(transactions),
        new MyBatisTimeEntryStore(transactions),
        new MyBatisInvoiceStore(transactions),
        new MyBatisLaborLineStore(transactions),
        new MyBatisImportStore(transactions),
        new MyBatisReconciliationStore(transactions),
        new MyBatisVerdictStore(transactions),
        new MyBatisCatchAllStore(transactions),
        new MyBatisDecisionStore(transactions),
        findings,
        findings,
        new MyBatisElsewhereStore(transactions),
        new CachedModelStore(new MyBatisModelStore(transactions), tracked),
        new SolvedCustomerCache(),
        new MyBatisDisputeStore(transactions),
        new MyBatisCreditStore(transactions),
        new CachedAuthorityStore(new MyBatisAuthorityStore(transactions), tracked),
        new MyBatisAttachmentStore(transactions),
        new MyBatisCallbackStore(transactions),
        new MyBatisPromiseStore(transactions),
        new MyBatisHandoffStore(transactions),
        new MyBatisBriefStore(transactions),
        new CachedAbsenceStore(new MyBatisAbsenceStore(transactions), tracked, clock),
        new CachedServiceLevelStore(new MyBatisServiceLevelStore(transactions), tracked),
        new MyBatisDutyStore(transactions),
        new MyBatisSignOffStore(transactions),
        new MyBatisEscalationPolicyStore(transactions),
        new MyBatisEscalationStore(transactions),
        new MyBatisWatchStore(transactions),
        new MyBatisTargetStore(transactions),
        new MyBatisDeliveryStore(transactions),
        new MyBatisLetterStore(transactions),
        new MyBatisJournal(transactions),
        new MyBatisEventStore(transactions),
        new MyBatisAnswerStore(transactions),
        new MyBatisInvariantStore(transactions),
        new MyBatisReportStore(transactions),
        new MyBatisAccessStore(transactions),
        new MyBatisPrivacyStore(transactions));
  }
}
