package dev.redress.reconciliation;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.calendar.ICalendarReader;
import dev.redress.calendar.JollydayHolidaySource;
import dev.redress.customer.Calendars;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.persistence.MyBatisAgreementStore;
import dev.redress.persistence.MyBatisCreditStore;
import dev.redress.persistence.MyBatisCustomerStore;
import dev.redress.persistence.MyBatisDecisionStore;
import dev.redress.persistence.MyBatisElsewhereStore;
import dev.redress.persistence.MyBatisFactsVersionStore;
import dev.redress.persistence.MyBatisFindingStore;
import dev.redress.persistence.MyBatisInvoiceStore;
import dev.redress.persistence.MyBatisLaborLineStore;
import dev.redress.persistence.MyBatisModelStore;
import dev.redress.persistence.MyBatisProviderStore;
import dev.redress.persistence.MyBatisReconciliationStore;
import dev.redress.persistence.MyBatisRequestStore;
import dev.redress.persistence.MyBatisTimeEntryStore;
import dev.redress.persistence.MyBatisTransactions;
import dev.redress.persistence.MyBatisVerdictStore;
import dev.redress.persistence.OnBothDatabases;
import dev.redress.persistence.Samples;
import dev.redress.persistence.TestDatabase;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.reconciliation.Replay.Outcome;
import dev.redress.time.Hours;
import java.util.List;
import java.util.Map;

/** Runs that cannot be done again, or come out otherwise. */
class ReplayServiceTest {
  private static final ReconciliationName RUN = new ReconciliationName(PROVIDER, "r1");
  private static final String SHIPPED = MatchingModel.shipped().version();

  @OnBothDatabases
  void replay_namesTheLinesThatComeOutOtherwise(TestDatabase database) {
    MyBatisTransactions transactions = database.transactions();
    Samples.storeLines(transactions, Samples.lineName("1"));
    MyBatisReconciliationStore runs = started(transactions, SHIPPED);
    Part part = runs.claim("w", NOW, NOW.plusSeconds(9)).orElseThrow();
    assertRefused(transactions, ErrorReason.RECONCILIATION_NOT_ENDED);
    assertThat(runs.parts(RUN).getFirst().factsVersion()).isNull();
    long facts = new MyBatisFactsVersionStore(transactions).current(CUSTOMER);
    runs.complete(part, "w", new PartResult(facts, false, List.of(), 0, 0));
    runs.end(runs.find(RUN).orElseThrow().ended(State.SUCCEEDED, NOW));
    new MyBatisVerdictStore(transactions)
        .insertAll(RUN, CUSTOMER, LineScope.ALL, List.of(madeUp()), Map.of());

    List<Replay> replays = service(transactions).replay(RUN).customers();

    assertThat(replays)
        .containsExactly(new Replay(CUSTOMER, Outcome.DIFFERENT, List.of(Samples.lineName("1"))));
  }

  @OnBothDatabases
  void replay_saysWhereNothingIsKnown(TestDatabase database) {
    MyBatisTransactions transactions = database.transactions();
    Samples.storeLines(transactions, Samples.lineName("1"));
    assertRefused(transactions, ErrorReason.RECONCILIATION_NOT_FOUND);
    MyBatisReconciliationStore runs = started(transactions, SHIPPED);
    runs.end(runs.find(RUN).orElseThrow().ended(State.FAILED, NOW));

    assertThat(service(transactions).replay(RUN).customers())
        .extracting(Replay::outcome)
        .containsExactly(Outcome.UNKNOWN);
  }

  @OnBothDatabases
  void replay_needsTheModel(TestDatabase database) {
    MyBatisTransactions transactions = database.transactions();
    Samples.storeLines(transactions, Samples.lineName("1"));
    MyBatisReconciliationStore runs = started(transactions, "fit-9");
    runs.end(runs.find(RUN).orElseThrow().ended(State.FAILED, NOW));

    assertRefused(transactions, ErrorReason.MODEL_NOT_FOUND);
  }

  private static void assertRefused(MyBatisTransactions transactions, ErrorReason reason) {
    assertThatThrownBy(() -> service(transactions).replay(RUN))
        .isInstanceOfSatisfying(
            RedressException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static MyBatisReconciliationStore started(
      MyBatisTransactions transactions, String model) {
    MyBatisReconciliationStore runs = new MyBatisReconciliationStore(transactions);
    runs.insert(
        new Reconciliation(RUN, State.RUNNING, LineScope.ALL, model, Actor.REDRESS, NOW, null),
        List.of(CUSTOMER));
    return runs;
  }

  /** What no model says. */
  private static Verdict madeUp() {
    return new Verdict(
        Samples.lineName("1"),
        Answer.AMBIGUOUS,
        0.4,
        Hours.of("1"),
        List.of(),
        NotAuditableReason.NONE,
        List.of(),
        "Made up.");
  }

  private static ReplayService service(MyBatisTransactions transactions) {
    MyBatisReconciliationStore runs = new MyBatisReconciliationStore(transactions);
    Models models = new Models(new MyBatisModelStore(transactions));
    MyBatisFindingStore findings = new MyBatisFindingStore(transactions);
    CustomerSolver solver =
        new CustomerSolver(
            new MyBatisProviderStore(transactions),
            new MyBatisCustomerStore(transactions),
            new MyBatisFactsVersionStore(transactions),
            new MyBatisAgreementStore(transactions),
            new MyBatisInvoiceStore(transactions),
            new MyBatisLaborLineStore(transactions),
            new MyBatisRequestStore(transactions),
            new MyBatisTimeEntryStore(transactions),
            new MyBatisDecisionStore(transactions),
            new MyBatisCreditStore(transactions),
            findings,
            findings,
            new MyBatisElsewhereStore(transactions),
            new Calendars(new JollydayHolidaySource(), new ICalendarReader(), () -> NOW),
            models);
    return new ReplayService(
        transactions, runs, new MyBatisVerdictStore(transactions), models, solver);
  }
}
