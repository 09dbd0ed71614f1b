package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.disputeName;
import static dev.redress.persistence.Samples.handoff;
import static dev.redress.persistence.Samples.handoffName;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.escalation.Duty;
import dev.redress.escalation.DutyKey;
import dev.redress.escalation.DutyKind;
import dev.redress.escalation.DutyStore;
import dev.redress.escalation.DutyTime;
import dev.redress.handoff.Handoff;
import dev.redress.handoff.Handoff.Answer;
import dev.redress.handoff.HandoffAction;
import dev.redress.handoff.HandoffLifecycle;
import dev.redress.handoff.HandoffLifecycle.Transition;
import dev.redress.handoff.HandoffState;
import dev.redress.handoff.HandoffStore;
import dev.redress.handoff.HandoffStore.HandoffFilter;
import dev.redress.identity.Actor;
import dev.redress.identity.HandoffName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.servicelevel.DisputePriority;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Handoffs and the briefs that are kept with them. */
class HandoffStoreTest {
  private static final HandoffFilter ANY = new HandoffFilter(null, "", "");
  private static final LineName OTHER_LINE = new LineName(new InvoiceName(CUSTOMER, "INV/8"), "1");
  private static final Instant LATER = NOW.plusSeconds(60);

  @OnBothDatabases
  void handoff_comesBackWithItsBrief(TestDatabase database) {
    HandoffStore store = stored(database);
    String brief = "Who\n  Ünï 漢, \"quoted\"\n" + "x".repeat(29_000);
    store.insert(handoff("1", "1", 1), brief);

    assertThat(store.find(handoffName("1"))).contains(handoff("1", "1", 1));
    assertThat(store.brief(handoffName("1"))).isEqualTo(brief);
    assertThat(store.pending(disputeName("1"))).contains(handoff("1", "1", 1));
    assertThat(store.pending(disputeName("2"))).isEmpty();
    assertThat(store.find(handoffName("9"))).isEmpty();
    assertThat(store.find(new HandoffName(new ProviderName("other"), "h1"))).isEmpty();
  }

  @OnBothDatabases
  void insert_isRefusedWhileAnotherIsPending(TestDatabase database) {
    HandoffStore store = stored(database);
    store.insert(handoff("1", "1", 1), "brief");

    Refused.assertReason(
        ErrorReason.CONCURRENT_CHANGE, () -> store.insert(handoff("2", "1", 2), "brief"));
    store.update(declined(handoff("1", "1", 1)));
    Refused.assertReason(
        ErrorReason.CONCURRENT_CHANGE, () -> store.insert(handoff("2", "1", 1), "brief"));
    store.insert(handoff("2", "1", 2), "brief");

    assertThat(store.all(disputeName("1")))
        .containsExactly(declined(handoff("1", "1", 1)), handoff("2", "1", 2));
  }

  @OnBothDatabases
  void update_isMadeOnce(TestDatabase database) {
    HandoffStore store = stored(database);
    store.insert(handoff("1", "1", 1), "brief");
    Handoff accepted = accepted(handoff("1", "1", 1));

    store.update(accepted);

    assertThat(store.find(handoffName("1"))).contains(accepted);
    assertThat(store.pending(disputeName("1"))).isEmpty();
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.update(accepted));
  }

  @OnBothDatabases
  void update_isMadeByOneOfTwoAtOnce(TestDatabase database) throws Exception {
    HandoffStore store = stored(database);
    store.insert(handoff("1", "1", 1), "brief");
    Callable<Boolean> accepting =
        () -> {
          try {
            database.transactions().run(() -> store.update(accepted(handoff("1", "1", 1))));
            return true;
          } catch (RuntimeException e) {
            return false;
          }
        };

    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Boolean>> made = both.invokeAll(List.of(accepting, accepting));

      assertThat(List.of(made.get(0).get(), made.get(1).get()))
          .containsExactlyInAnyOrder(true, false);
    }
    assertThat(store.find(handoffName("1"))).contains(accepted(handoff("1", "1", 1)));
  }

  @OnBothDatabases
  void list_isNarrowedByEachPartOfTheFilter(TestDatabase database) {
    HandoffStore store = stored(database);
    store.insert(handoff("1", "1", 1), "brief");
    store.update(declined(handoff("1", "1", 1)));
    store.insert(handoff("2", "1", 2), "brief");
    store.insert(handoff("3", "2", 1), "brief");

    assertThat(ids(store, ANY, "", 9)).containsExactly("h1", "h2", "h3");
    assertThat(ids(store, ANY, "h1", 1)).containsExactly("h2");
    assertThat(ids(store, new HandoffFilter(HandoffState.PENDING, "d1", "mia"), "", 9))
        .containsExactly("h2");
    assertThat(ids(store, new HandoffFilter(HandoffState.DECLINED, "", ""), "", 9))
        .containsExactly("h1");
    assertThat(ids(store, new HandoffFilter(null, "d2", ""), "", 9)).containsExactly("h3");
    assertThat(ids(store, new HandoffFilter(null, "", "nobody"), "", 9)).isEmpty();
  }

  @OnBothDatabases
  void answer_isADutyOfTheReceiverWhileItIsPending(TestDatabase database) {
    HandoffStore store = stored(database);
    DutyStore duties = new MyBatisDutyStore(database.transactions());
    Handoff asked = handoff("1", "1", 1);
    store.insert(asked, "brief");
    DutyKey key = new DutyKey(PROVIDER, DutyKind.HANDOFF, "h1", NOW);
    Duty duty =
        new Duty(
            key,
            CUSTOMER,
            disputeName("1"),
            DisputePriority.NORMAL,
            "mia",
            new DutyTime.Fixed(asked.dueTime()),
            1);

    assertThat(duties.find(key)).contains(duty);
    assertThat(duties.unwatched(9)).contains(key);
    duties.hold(duty);
    store.update(accepted(asked));

    assertThat(duties.find(key)).isEmpty();
    assertThat(duties.unwatched(9)).doesNotContain(key);
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> duties.hold(duty));
  }

  private static Handoff accepted(Handoff handoff) {
    return answered(handoff, HandoffAction.ACCEPT, "");
  }

  private static Handoff declined(Handoff handoff) {
    return answered(handoff, HandoffAction.DECLINE, "on leave");
  }

  private static Handoff answered(Handoff handoff, HandoffAction action, String note) {
    Answer word = new Answer(new Actor("mia"), LATER, note);
    return switch (HandoffLifecycle.answer(handoff, action, word)) {
      case Transition.Answered(Handoff after) -> after;
      case Transition.Refused(ErrorReason reason) -> throw new IllegalStateException(reason.name());
    };
  }

  private static List<String> ids(
      HandoffStore store, HandoffFilter filter, String afterId, int countMax) {
    return store.list(PROVIDER, filter, afterId, countMax).stream()
        .map(handoff -> handoff.name().handoff())
        .toList();
  }

  /** Two disputes on two invoices, with their callbacks. */
  private static HandoffStore stored(TestDatabase database) {
    MyBatisTransactions transactions = database.transactions();
    Samples.storeLines(transactions, lineName("1"));
    new MyBatisInvoiceStore(transactions).insertAll(List.of(Samples.invoice(OTHER_LINE.invoice())));
    new MyBatisLaborLineStore(transactions).insertAll(List.of(Samples.line(OTHER_LINE)));
    Samples.storeDispute(transactions, "1", lineName("1"));
    Samples.storeDispute(transactions, "2", OTHER_LINE);
    return new MyBatisHandoffStore(transactions);
  }
}
