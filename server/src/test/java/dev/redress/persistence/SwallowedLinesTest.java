package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.Actor;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.Allocation;
import dev.redress.matching.Candidate;
import dev.redress.matching.Signal;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.reconciliation.CatchAll;
import dev.redress.reconciliation.CatchAllStore.Scope;
import dev.redress.reconciliation.Reconciliation;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.time.Hours;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** V025 tells of the verdicts that there were what those that come tell by themselves. */
class SwallowedLinesTest {
  private static final Instant NOW = Instant.parse("2025-06-03T12:00:00Z");

  @OnBothDatabases
  void fill_tellsWhatTheVerdictsTold(TestDatabase database) throws SQLException {
    MyBatisTransactions transactions = database.transactions();
    Samples.storeLines(transactions, Samples.lineName("1"), Samples.lineName("2"));
    run(transactions, "r1", verdict("1", "R-1", -3), verdict("2", "R-2", -1));
    run(transactions, "r2", verdict("1", "R-1", -2), verdict("2", "R-2", 0));
    MyBatisCatchAllStore catchAlls = new MyBatisCatchAllStore(transactions);
    List<CatchAll> before = catchAlls.list(Scope.of(PROVIDER), null, 10);

    database.execute("DELETE FROM swallowed_line");
    try (Connection connection = database.connection()) {
      SwallowedLines.fill(connection);
      connection.commit();
    }

    assertThat(before).extracting(CatchAll::bits).containsExactly(-2.0);
    assertThat(catchAlls.list(Scope.of(PROVIDER), null, 10)).isEqualTo(before);
  }

  private static void run(MyBatisTransactions transactions, String id, Verdict... verdicts) {
    ReconciliationName run = new ReconciliationName(PROVIDER, id);
    new MyBatisReconciliationStore(transactions)
        .insert(
            new Reconciliation(run, State.RUNNING, LineScope.ALL, "1", Actor.REDRESS, NOW, null),
            List.of(CUSTOMER));
    new MyBatisVerdictStore(transactions)
        .insertAll(run, CUSTOMER, LineScope.ALL, List.of(verdicts), Map.of());
  }

  private static Verdict verdict(String line, String request, double bits) {
    return new Verdict(
        Samples.lineName(line),
        Answer.MATCHED,
        0.99,
        Hours.of("1"),
        List.of(new Allocation(request, "", Hours.of("0.5"))),
        NotAuditableReason.NONE,
        List.of(
            new Candidate(
                request,
                0.99,
                -3,
                4,
                true,
                List.of(
                    new Signal(Signal.Kind.TEXT, "printer jams", "", -1),
                    new Signal(Signal.Kind.CATCH_ALL, "", "draws other work", bits)))),
        "Matched.");
  }
}
