package dev.redress.persistence;

import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.handoff;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.callback.CallbackLifecycle;
import dev.redress.dispute.Dispute;
import dev.redress.handoff.Handoff;
import dev.redress.handoff.Handoff.Answer;
import dev.redress.handoff.HandoffAction;
import dev.redress.handoff.HandoffLifecycle;
import dev.redress.handoff.HandoffLifecycle.Transition;
import dev.redress.identity.Actor;
import dev.redress.invariant.Invariant;
import dev.redress.invariant.InvariantStore;
import dev.redress.invariant.Violation;
import java.sql.SQLException;

/** What breaks I6 is found even where the schema does not forbid it any more. */
class HandoffInvariantTest {

  /** What is found, and what was done to a dispute that mia took over from dana. */
  private static final String ATTACKS =
      """
      disputes/d1  | UPDATE dispute SET owner = 'dana'
      callbacks/c1 | UPDATE callback SET owner = 'dana'
      handoffs/h1  | UPDATE handoff SET brief = ''
      handoffs/h1  | UPDATE handoff SET answer_actor = 'dana'
      disputes/d1  | UPDATE handoff SET state = 'DECLINED'
      disputes/d1  | DELETE FROM handoff
      handoffs/h1  | UPDATE handoff SET state = 'PENDING' ;; \
      UPDATE dispute SET state = 'WITHDRAWN', owner = 'dana'
      """;

  private static final String WITHOUT_CONSTRAINTS =
      """
      ALTER TABLE handoff DROP CONSTRAINT handoff_state_ck
      ALTER TABLE handoff DROP CONSTRAINT handoff_accepted_ck
      ALTER TABLE handoff DROP CONSTRAINT handoff_brief_ck
      ALTER TABLE dispute DROP CONSTRAINT dispute_callback_ck
      ALTER TABLE dispute DROP CONSTRAINT dispute_heard_ck
      ALTER TABLE dispute DROP CONSTRAINT dispute_close_ck
      """;

  @OnBothDatabases
  void i6_holdsWhereADisputeWasTakenOverAndReopened(TestDatabase database) throws SQLException {
    InvariantStore store = takenOver(database);

    assertThat(store.violations(PROVIDER, Invariant.I6, 9)).isEmpty();
    assertThat(store.checked(PROVIDER, Invariant.I6)).isEqualTo(2);
    // Whoever has it when it is opened again has it from the beginning.
    MyBatisDisputeStore disputes = new MyBatisDisputeStore(database.transactions());
    Dispute dispute = disputes.find(Samples.disputeName("1")).orElseThrow();
    database.execute("UPDATE dispute SET open_time = CAST('2099-01-01 00:00:00' AS TIMESTAMP)");
    assertThat(store.violations(PROVIDER, Invariant.I6, 9)).hasSize(1);
    database.execute("UPDATE dispute SET reopen_count = 7");
    disputes.update(dispute.ownedBy("mia", NOW));
    database.execute("UPDATE dispute SET open_time = CAST('2099-01-01 00:00:00' AS TIMESTAMP)");
    assertThat(store.violations(PROVIDER, Invariant.I6, 9)).isEmpty();
  }

  @OnBothDatabases
  void i6_isBrokenByEach(TestDatabase database) throws SQLException {
    database.doNotReuse();
    database.execute(WITHOUT_CONSTRAINTS.lines().toArray(String[]::new));
    for (String row : ATTACKS.lines().toList()) {
      String[] cells = row.split("\\s*\\|\\s*", -1);
      InvariantStore store = takenOver(database);

      database.execute(cells[1].split(" ;; "));

      assertThat(store.violations(PROVIDER, Invariant.I6, 9))
          .as(row)
          .extracting(Violation::resource)
          .containsExactly("providers/acme/" + cells[0]);
      database.empty();
    }
  }

  /** A dispute of dana, which mia has taken over with its call. */
  private static InvariantStore takenOver(TestDatabase database) {
    MyBatisTransactions transactions = database.transactions();
    MyBatisDisputeStore disputes = new MyBatisDisputeStore(transactions);
    MyBatisCallbackStore callbacks = new MyBatisCallbackStore(transactions);
    MyBatisHandoffStore handoffs = new MyBatisHandoffStore(transactions);
    Samples.storeLines(transactions, lineName("1"));
    Samples.storeDispute(transactions, "1", lineName("1"));
    Handoff asked = handoff("1", "1", 1);
    handoffs.insert(asked, "brief");
    Answer yes = new Answer(new Actor("mia"), NOW.plusSeconds(60), "");
    transactions.run(
        () -> {
          handoffs.update(
              ((Transition.Answered) HandoffLifecycle.answer(asked, HandoffAction.ACCEPT, yes))
                  .after());
          disputes.update(Samples.dispute("1", lineName("1")).ownedBy("mia", yes.time()));
          callbacks.update(CallbackLifecycle.handOver(Samples.callback("1"), "mia"));
        });
    return new MyBatisInvariantStore(transactions);
  }
}
