package dev.redress.reconciliation;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.ReconciliationName;
import dev.redress.identity.RequestName;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.Allocation;
import dev.redress.matching.Candidate;
import dev.redress.matching.Signal;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.persistence.MyBatisCatchAllStore;
import dev.redress.persistence.MyBatisReconciliationStore;
import dev.redress.persistence.MyBatisRequestStore;
import dev.redress.persistence.MyBatisTransactions;
import dev.redress.persistence.MyBatisVerdictStore;
import dev.redress.persistence.OnBothDatabases;
import dev.redress.persistence.Samples;
import dev.redress.persistence.TestDatabase;
import dev.redress.reconciliation.CatchAllStore.Scope;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.time.Hours;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that swallow other work, as the evidence of current verdicts has it. */
class CatchAllServiceTest {
  private static final Instant NOW = Instant.parse("2025-06-03T12:00:00Z");
  private static final ReconciliationName RUN = new ReconciliationName(PROVIDER, "r1");
  private static final String WEIGHED_DOWN = "draws 9 lines of other work";

  @OnBothDatabases
  void list_addsUpWhatEachCatchAllRequestSwallows(TestDatabase database) {
    CatchAllService service =
        stored(
            database.transactions(),
            verdict("1", "R-1", -1.5, "printer"),
            verdict("2", "R-1", -1.5, ""),
            verdict("3", "R-2", 0, ""),
            verdict("4", "R-3", -0.5, ""));

    List<CatchAll> found = service.list(Scope.of(PROVIDER), null, 10);

    assertThat(found).extracting(it -> it.request().request()).containsExactly("R-1", "R-3");
    CatchAll first = found.getFirst();
    assertThat(first.lines()).isEqualTo(2);
    assertThat(first.unrelatedLines()).isEqualTo(1);
    assertThat(first.hours()).isEqualTo(Hours.of("1"));
    assertThat(first.bits()).isEqualTo(-1.5);
    assertThat(first.summary()).isNotEmpty();
    assertThat(first.amounts()).hasSize(1);
    assertThat(first.amounts().getFirst().minorUnits())
        .isEqualTo(2 * Samples.line(Samples.lineName("1")).amount().minorUnits());
  }

  @OnBothDatabases
  void list_goesOnAfterTheLastRequestSeen(TestDatabase database) {
    CatchAllService service =
        stored(
            database.transactions(),
            verdict("1", "R-1", -1, ""),
            verdict("2", "R-2", -1, ""),
            verdict("3", "R-3", -1, ""),
            verdict("4", "R-3", -1, ""));

    @Nullable RequestName after = null;
    for (String next : List.of("R-1", "R-2", "R-3")) {
      List<CatchAll> page = service.list(Scope.of(PROVIDER), after, 1);
      assertThat(page).extracting(it -> it.request().request()).containsExactly(next);
      after = page.getFirst().request();
    }
    assertThat(service.list(Scope.of(PROVIDER), after, 1)).isEmpty();
  }

  @OnBothDatabases
  void list_countsTheLinesOfItsScope(TestDatabase database) {
    CatchAllService service =
        stored(
            database.transactions(),
            verdict("1", "R-1", -1, ""),
            verdict("2", "R-2", -1, ""),
            verdict("3", "R-2", -1, ""),
            verdict("4", "R-2", -1, ""));
    LocalDate day = Samples.line(Samples.lineName("1")).workDate();

    assertThat(found(service, new Scope(PROVIDER, CUSTOMER, day, day)))
        .containsExactly("R-1", "R-2");
    assertThat(found(service, new Scope(PROVIDER, null, day.plusDays(1), null))).isEmpty();
    assertThat(found(service, new Scope(PROVIDER, null, null, day.minusDays(1)))).isEmpty();
    assertThat(found(service, new Scope(PROVIDER, new CustomerName(PROVIDER, "X"), null, null)))
        .isEmpty();
  }

  private static List<String> found(CatchAllService service, Scope scope) {
    return service.list(scope, null, 10).stream().map(it -> it.request().request()).toList();
  }

  @OnBothDatabases
  void list_isThatOfTheCurrentVerdicts(TestDatabase database) throws SQLException {
    CatchAllService service =
        stored(
            database.transactions(),
            verdict("1", "R-1", -1, ""),
            verdict("2", "R-1", -1, ""),
            verdict("3", "R-1", -1, ""),
            verdict("4", "R-1", -1, ""));
    ReconciliationName later = new ReconciliationName(PROVIDER, "r2");
    new MyBatisReconciliationStore(database.transactions())
        .insert(
            new Reconciliation(later, State.RUNNING, LineScope.ALL, "1", Actor.REDRESS, NOW, null),
            List.of(CUSTOMER));

    new MyBatisVerdictStore(database.transactions())
        .insertAll(
            later,
            CUSTOMER,
            LineScope.ALL,
            List.of(
                verdict("1", "R-1", 0, ""),
                verdict("2", "R-1", 0, ""),
                verdict("3", "R-2", 0, ""),
                verdict("4", "R-2", -1, "")),
            Map.of());

    assertThat(found(service, Scope.of(PROVIDER))).containsExactly("R-2");
    assertThat(database.number("SELECT COUNT(*) FROM swallowed_line")).isEqualTo(1);
  }

  @OnBothDatabases
  void list_countsMoreLinesThanASmallNumberHolds(TestDatabase database) throws SQLException {
    CatchAllService service =
        stored(
            database.transactions(),
            verdict("1", "R-1", -1, ""),
            verdict("2", "R-1", -1, ""),
            verdict("3", "R-2", -1, ""),
            verdict("4", "R-2", -1, ""));

    // As many as a row can stand for, instead of so many rows.
    database.execute("UPDATE swallowed_line SET unrelated = 32767");

    assertThat(service.list(Scope.of(PROVIDER), null, 10))
        .extracting(CatchAll::unrelatedLines)
        .containsExactly(65_534, 65_534);
  }

  private static CatchAllService stored(MyBatisTransactions transactions, Verdict... verdicts) {
    Samples.storeLines(
        transactions,
        Samples.lineName("1"),
        Samples.lineName("2"),
        Samples.lineName("3"),
        Samples.lineName("4"));
    MyBatisRequestStore requests = new MyBatisRequestStore(transactions);
    requests.insertAll(
        List.of(
            Samples.request(Samples.requestName("R-1")),
            Samples.request(Samples.requestName("R-2")),
            Samples.request(Samples.requestName("R-3"))));
    new MyBatisReconciliationStore(transactions)
        .insert(
            new Reconciliation(RUN, State.RUNNING, LineScope.ALL, "1", Actor.REDRESS, NOW, null),
            List.of(CUSTOMER));
    MyBatisVerdictStore store = new MyBatisVerdictStore(transactions);
    store.insertAll(RUN, CUSTOMER, LineScope.ALL, List.of(verdicts), Map.of());
    return new CatchAllService(transactions, new MyBatisCatchAllStore(transactions));
  }

  /** Half an hour of a line is backed by the request, which shares these words with it. */
  private static Verdict verdict(String line, String request, double bits, String sharedWords) {
    LineName name = Samples.lineName(line);
    List<Signal> signals =
        List.of(
            new Signal(Signal.Kind.TEXT, "printer jams", sharedWords, 1),
            new Signal(Signal.Kind.CATCH_ALL, "", bits < 0 ? WEIGHED_DOWN : "", bits));
    return new Verdict(
        name,
        Answer.MATCHED,
        0.99,
        Hours.of("1"),
        List.of(new Allocation(request, "", Hours.of("0.5"))),
        NotAuditableReason.NONE,
        List.of(new Candidate(request, 0.99, -3, -2 + bits, true, signals)),
        "Matched.");
  }
}
