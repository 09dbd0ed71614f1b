package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;
import static dev.redress.persistence.Samples.credit;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.callback.Attempt;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackPolicy;
import dev.redress.callback.FollowUp;
import dev.redress.callback.Outcome;
import dev.redress.customer.ProviderSettings;
import dev.redress.dispute.CreditStore;
import dev.redress.dispute.DisputedLine;
import dev.redress.identity.Actor;
import dev.redress.identity.LineName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invariant.Invariant;
import dev.redress.invariant.InvariantStore;
import dev.redress.invariant.Violation;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.Allocation;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.money.Money;
import dev.redress.reconciliation.Part;
import dev.redress.reconciliation.PartResult;
import dev.redress.reconciliation.Reconciliation;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.reconciliation.Share;
import dev.redress.servicelevel.ServiceValues;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.Holidays;
import dev.redress.time.Hours;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What breaks an invariant is found even where the schema does not forbid it any more. */
class InvariantStoreTest {

  @OnBothDatabases
  void violations_areNoneInGoodData(TestDatabase database) {
    InvariantStore store = stored(database, State.SUCCEEDED, "0.75");

    for (Invariant invariant : Invariant.values()) {
      assertThat(store.violations(PROVIDER, invariant, 9)).as(invariant.name()).isEmpty();
    }
    assertThat(Arrays.stream(Invariant.values()).map(each -> store.checked(PROVIDER, each)))
        .containsExactly(1L, 0L, 0L, 1L, 1L, 1L, 1L, 2L);
  }

  @OnBothDatabases
  void i1_doesNotFindACallForWhichAContactIsToBeFound(TestDatabase database) {
    InvariantStore store = stored(database, State.SUCCEEDED, "0.5");
    MyBatisCallbackStore callbacks = new MyBatisCallbackStore(database.transactions());
    MyBatisDisputeStore disputes = new MyBatisDisputeStore(database.transactions());
    CallbackLifecycle.Transition.Followed followed =
        (CallbackLifecycle.Transition.Followed)
            CallbackLifecycle.log(
                callbacks.find(Samples.callbackName("1")).orElseThrow(),
                new Attempt(Outcome.WRONG_NUMBER, NOW, new Actor("mia"), ""),
                Samples.callbackName("2"),
                FollowUp.NONE,
                "dana",
                CallbackPolicy.of(
                    ProviderSettings.DEFAULT,
                    ServiceValues.NONE,
                    new BusinessCalendar(
                        ProviderSettings.DEFAULT.businessWeek(), ZoneOffset.UTC, Holidays.NONE)));
    database
        .transactions()
        .run(
            () -> {
              callbacks.update(followed.ended());
              callbacks.insert(followed.successor());
              disputes.update(
                  disputes
                      .find(Samples.disputeName("1"))
                      .orElseThrow()
                      .withCallback(followed.successor().name(), false, NOW));
            });

    assertThat(followed.successor().contact()).isEmpty();
    assertThat(store.violations(PROVIDER, Invariant.I1, 9)).isEmpty();
  }

  @OnBothDatabases
  void i5_findsTimeEntriesThatBackMoreThanTheirHours(TestDatabase database) {
    InvariantStore store = stored(database, State.SUCCEEDED, "0.8001");

    assertThat(store.violations(PROVIDER, Invariant.I5, 9))
        .containsExactly(
            new Violation(
                Samples.timeEntry("R-1", "T-1").name().toString(),
                "has 1.25 hours and backs 1.3001 billed hours"));
  }

  @OnBothDatabases
  void i7_findsRunsOverNothing(TestDatabase database) {
    InvariantStore store = stored(database, State.SUCCEEDED, "0.5");
    MyBatisReconciliationStore runs = new MyBatisReconciliationStore(database.transactions());
    runs.insert(run("empty", State.SUCCEEDED), List.of());
    runs.insert(run("blind", State.RUNNING), List.of(CUSTOMER));
    complete(runs, new PartResult(7, true, List.of(share()), 0, 0));
    runs.end(run("blind", State.SUCCEEDED));
    runs.insert(run("honest", State.INCONCLUSIVE), List.of());

    assertThat(store.violations(PROVIDER, Invariant.I7, 9))
        .extracting(Violation::resource)
        .containsExactly(
            "providers/acme/reconciliations/blind", "providers/acme/reconciliations/empty");
    assertThat(store.violations(PROVIDER, Invariant.I7, 1)).hasSize(1);
  }

  @OnBothDatabases
  void violations_areFoundEvenWhereTheSchemaDoesNotForbidThem(TestDatabase database)
      throws SQLException {
    database.doNotReuse();
    database.execute(WITHOUT_CONSTRAINTS.lines().toArray(String[]::new));
    for (String row : ATTACKS.lines().toList()) {
      String[] cells = row.split("\\s*\\|\\s*", -1);
      InvariantStore store = stored(database, State.SUCCEEDED, "0.5");

      database.execute("UPDATE " + cells[2]);

      assertThat(store.violations(PROVIDER, Invariant.valueOf(cells[0]), 9))
          .as(row)
          .extracting(Violation::resource)
          .containsExactly("providers/acme/" + cells[1]);
      database.empty();
    }
  }

  private static final String LINE = "customers/Harbor%20Dental/invoices/INV%2F7/lines/1";

  /** What is found, what of, and what was done to it. */
  private static final String ATTACKS =
      """
      I1 | disputes/d1  | callback SET state = 'CANCELLED'
      I1 | disputes/d1  | callback SET dispute_id = 'd7'
      I1 | disputes/d1  | callback SET owner = ''
      I1 | disputes/d1  | callback SET contact = ''
      I1 | disputes/d1  | dispute SET callback_id = NULL
      I1 | disputes/d1  | dispute SET callback_id = 'c7'
      I1 | callbacks/c1 | callback SET state = 'CLAIMED'
      I1 | callbacks/c1 | callback SET claim_actor = 'mia'
      I2 | callbacks/c1 | callback SET state = 'COMPLETED'
      I2 | callbacks/c1 | callback SET state = 'CANCELLED'
      I2 | callbacks/c1 | callback SET predecessor_id = 'c1'
      I3 | disputes/d1  | dispute SET signed_off_callback_id = 'c1'
      I3 | disputes/d1  | dispute SET state = 'RESOLVED'
      I3 | disputes/d1  | dispute SET state = 'RESOLVED', reached_callback_id = 'c1'
      I4 | {line}       | credit SET amount_minor = 12000 WHERE ordinal = 2
      I4 | {line}       | labor_line SET amount_minor = 6999
      I3 | disputes/d1  | dispute SET state = 'CLOSED'
      I3 | disputes/d1  | dispute SET state = 'WITHDRAWN', signed_off_callback_id = 'c1'
      I3 | disputes/d1  | dispute SET state = 'RESOLVED', signed_off_callback_id = 'c9'
      I8 | {line}       | disputed_line SET credited_minor = 6999
      I8 | {line}       | disputed_line SET credited_minor = 0
      I8 | {line}       | credit SET reason = 'UNDERCHARGE'
      I8 | {line}       | disputed_line SET reason = 'RATE'
      I8 | {line}       | credit SET dispute_id = 'd7'
      """
          .replace("{line}", LINE);

  private static final String WITHOUT_CONSTRAINTS =
      """
      ALTER TABLE dispute DROP CONSTRAINT dispute_live_callback_fk
      ALTER TABLE dispute DROP CONSTRAINT dispute_reached_callback_fk
      ALTER TABLE dispute DROP CONSTRAINT dispute_callback_ck
      ALTER TABLE dispute DROP CONSTRAINT dispute_heard_ck
      ALTER TABLE dispute DROP CONSTRAINT dispute_close_ck
      ALTER TABLE dispute DROP CONSTRAINT dispute_sign_off_fk
      ALTER TABLE callback DROP CONSTRAINT callback_dispute_fk
      ALTER TABLE callback DROP CONSTRAINT callback_liveness_ck
      ALTER TABLE callback DROP CONSTRAINT callback_outcome_ck
      ALTER TABLE callback DROP CONSTRAINT callback_claim_ck
      ALTER TABLE credit DROP CONSTRAINT credit_line_fk
      ALTER TABLE credit DROP CONSTRAINT credit_dispute_fk
      ALTER TABLE credit DROP CONSTRAINT credit_sum_ck
      ALTER TABLE disputed_line DROP CONSTRAINT disputed_line_line_fk
      ALTER TABLE disputed_line DROP CONSTRAINT disputed_line_disputed_ck
      """;

  /**
   * Two lines with verdicts that take so many hours, and half an hour, of a time entry of 1.25; a
   * dispute over the first line, of which 70.00 are approved; two credits of so much on it.
   */
  private static InvariantStore stored(TestDatabase database, State state, String hours) {
    MyBatisTransactions transactions = database.transactions();
    Samples.storeLines(transactions, lineName("1"), lineName("2"));
    new MyBatisRequestStore(transactions)
        .insertAll(List.of(Samples.request(Samples.requestName("R-1"))));
    new MyBatisTimeEntryStore(transactions).insertAll(List.of(Samples.timeEntry("R-1", "T-1")));
    MyBatisReconciliationStore runs = new MyBatisReconciliationStore(transactions);
    runs.insert(run("r1", State.RUNNING), List.of(CUSTOMER));
    new MyBatisVerdictStore(transactions)
        .insertAll(
            new ReconciliationName(PROVIDER, "r1"),
            CUSTOMER,
            LineScope.ALL,
            List.of(matched(lineName("1"), hours), matched(lineName("2"), "0.5")),
            Map.of());
    complete(runs, new PartResult(7, false, List.of(share()), 1, 1));
    runs.end(run("r1", state));
    Samples.storeDispute(transactions, "1", lineName("1"));
    DisputedLine open = Samples.disputed(lineName("1"));
    DisputedLine credited =
        new DisputedLine(
            open.line(),
            open.reason(),
            open.action(),
            open.hours(),
            open.invoiced(),
            open.disputed(),
            null,
            null,
            null,
            new Money(7_000, USD),
            "");
    new MyBatisDisputeStore(transactions)
        .update(Samples.dispute("1", lineName("1")).withLines(List.of(credited), NOW));
    CreditStore credits = new MyBatisCreditStore(transactions);
    credits.insert(credit("1", "1", lineName("1"), 1, 5_000, 0));
    credits.insert(credit("2", "1", lineName("1"), 2, 2_000, 5_000));
    return new MyBatisInvariantStore(transactions);
  }

  private static void complete(MyBatisReconciliationStore runs, PartResult result) {
    Part part = runs.claim("a", NOW, NOW.plusSeconds(60)).orElseThrow();
    assertThat(runs.complete(part, "a", result)).isTrue();
  }

  private static Reconciliation run(String id, State state) {
    return new Reconciliation(
        new ReconciliationName(PROVIDER, id),
        state,
        LineScope.ALL,
        "1",
        Actor.REDRESS,
        NOW,
        state == State.RUNNING ? null : NOW);
  }

  private static Share share() {
    return new Share(Answer.MATCHED, 2, Hours.of("2"), new Money(24_000, USD));
  }

  private static Verdict matched(LineName line, String hours) {
    return new Verdict(
        line,
        Answer.MATCHED,
        1,
        Hours.of("1"),
        List.of(new Allocation("R-1", "T-1", Hours.of(hours))),
        NotAuditableReason.NONE,
        List.of(),
        "");
  }
}
