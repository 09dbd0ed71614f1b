package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.INVOICE;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;
import static dev.redress.persistence.Samples.callback;
import static dev.redress.persistence.Samples.credit;
import static dev.redress.persistence.Samples.dispute;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.callback.Attempt;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackLifecycle.Claiming;
import dev.redress.callback.CallbackLifecycle.Transition;
import dev.redress.callback.CallbackPolicy;
import dev.redress.callback.CallbackStore;
import dev.redress.callback.CallbackStore.CallbackFilter;
import dev.redress.callback.FollowUp;
import dev.redress.callback.Notice;
import dev.redress.callback.NoticeChannel;
import dev.redress.callback.Outcome;
import dev.redress.callback.Rescheduling;
import dev.redress.callback.SignOff;
import dev.redress.callback.SignOffStore;
import dev.redress.customer.ProviderSettings;
import dev.redress.dispute.Credit;
import dev.redress.dispute.CreditStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.DisputeStore;
import dev.redress.dispute.DisputeStore.DisputeFilter;
import dev.redress.dispute.LineOutcome;
import dev.redress.dispute.Move;
import dev.redress.dispute.RootCause;
import dev.redress.error.ErrorReason;
import dev.redress.identity.Actor;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import dev.redress.servicelevel.ServiceValues;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Disputes, their callbacks and their credits. */
class DisputeStoreTest {
  private static final DisputeFilter ANY = new DisputeFilter(null, null, "", "", "");
  private static final LineName OTHER_LINE = new LineName(new InvoiceName(CUSTOMER, "INV/8"), "1");
  private static final CallbackPolicy POLICY =
      CallbackPolicy.of(
          ProviderSettings.DEFAULT,
          ServiceValues.NONE,
          new BusinessCalendar(
              ProviderSettings.DEFAULT.businessWeek(),
              Samples.customer(CUSTOMER).timeZone(),
              Holidays.NONE));

  @OnBothDatabases
  void dispute_comesBackWithItsLines(TestDatabase database) {
    DisputeStore store = stored(database);
    Dispute first = dispute("1", lineName("1"), lineName("2"));
    Dispute second = dispute("2", OTHER_LINE);

    assertThat(store.find(first.name())).contains(first);
    assertThat(store.find(Samples.disputeName("9"))).isEmpty();
    assertThat(store.findOpen(INVOICE)).contains(first);
    assertThat(store.findOpen(new InvoiceName(CUSTOMER, "INV/9"))).isEmpty();
    assertThat(store.list(PROVIDER, ANY, "", 9)).containsExactly(first, second);
    assertThat(store.list(PROVIDER, ANY, "d1", 9)).containsExactly(second);
    assertThat(store.list(PROVIDER, ANY, "", 1)).containsExactly(first);
  }

  @OnBothDatabases
  void list_isNarrowedByEachPartOfTheFilter(TestDatabase database) {
    DisputeStore store = stored(database);
    Dispute first = dispute("1", lineName("1"), lineName("2"));

    assertThat(
            store.list(
                PROVIDER,
                new DisputeFilter(DisputeState.OPEN, true, CUSTOMER.customer(), "INV/7", "dana"),
                "",
                9))
        .containsExactly(first);
    for (DisputeFilter filter :
        List.of(
            new DisputeFilter(DisputeState.RESOLVED, null, "", "", ""),
            new DisputeFilter(null, false, "", "", ""),
            new DisputeFilter(null, null, "nobody", "", ""),
            new DisputeFilter(null, null, "", "INV/9", ""),
            new DisputeFilter(null, null, "", "", "nobody"))) {
      assertThat(store.list(PROVIDER, filter, "", 9)).isEmpty();
    }
  }

  @OnBothDatabases
  void insert_isRefusedWhenTheIdOrTheInvoiceIsTaken(TestDatabase database) {
    DisputeStore store = stored(database);

    Refused.assertReason(
        ErrorReason.RESOURCE_EXISTS, () -> store.insert(dispute("1", new LineName(INVOICE, "3"))));
    Refused.assertReason(
        ErrorReason.CONCURRENT_CHANGE,
        () -> store.insert(dispute("3", new LineName(INVOICE, "3"))));
  }

  @OnBothDatabases
  void disputed_tellsInWhichDisputeALineIsForAReason(TestDatabase database) {
    DisputeStore store = stored(database);
    List<LineName> asked = List.of(lineName("1"), lineName("3"), OTHER_LINE);

    assertThat(store.disputed(asked, DisputeReason.UNCORRELATED))
        .isEqualTo(
            Map.of(lineName("1"), Samples.disputeName("1"), OTHER_LINE, Samples.disputeName("2")));
    assertThat(store.disputed(asked, DisputeReason.RATE)).isEmpty();
  }

  @OnBothDatabases
  void update_changesAndAddsLines(TestDatabase database) {
    DisputeStore store = stored(database);
    Dispute before = dispute("1", lineName("1"), lineName("2"));
    Dispute after =
        before.withLines(
            List.of(
                before
                    .lines()
                    .getFirst()
                    .settled(
                        LineOutcome.PARTIALLY_CREDITED,
                        new Money(5_000, USD),
                        RootCause.NOTES_MISSING,
                        "half"),
                before.lines().getLast(),
                Samples.disputed(lineName("3"))),
            NOW.plusSeconds(90));

    store.update(after);

    assertThat(store.find(before.name())).contains(after);
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.update(after));
  }

  @OnBothDatabases
  void callback_isFollowedBySuccessorsUntilTheDisputeEnds(TestDatabase database) {
    DisputeStore disputes = stored(database);
    CallbackStore callbacks = new MyBatisCallbackStore(database.transactions());
    Callback first = callback("1");
    assertThat(callbacks.find(first.name())).contains(first);
    Attempt attempt =
        new Attempt(Outcome.REACHED, NOW.plusSeconds(60), new Actor("dana"), "spoke to Jo");
    Transition.Followed followed =
        (Transition.Followed)
            CallbackLifecycle.log(
                first, attempt, Samples.callbackName("3"), FollowUp.NONE, "dana", POLICY);
    Dispute reached =
        dispute("1", lineName("1"), lineName("2"))
            .withCallback(followed.successor().name(), true, NOW);
    database
        .transactions()
        .run(
            () -> {
              callbacks.update(followed.ended());
              callbacks.insert(followed.successor());
              disputes.update(reached);
            });

    assertThat(callbacks.find(first.name())).contains(followed.ended());
    assertThat(callbacks.find(followed.successor().name())).contains(followed.successor());
    assertThat(disputes.find(reached.name())).contains(reached);
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> callbacks.update(followed.ended()));

    Instant later = NOW.plusSeconds(90);
    List<Dispute> updates = new ArrayList<>();
    Dispute resolved = reached;
    for (Move move :
        List.of(
            new Move.BeginReview(),
            new Move.Propose(
                reached.lines().stream()
                    .map(line -> line.settled(LineOutcome.CREDITED, line.disputed(), null, ""))
                    .toList(),
                "dana"),
            new Move.Approve(),
            new Move.Resolve())) {
      resolved = Samples.moved(resolved, move, later);
      updates.add(resolved);
    }
    database
        .transactions()
        .run(
            () -> {
              callbacks.update(CallbackLifecycle.cancel(followed.successor()));
              updates.forEach(disputes::update);
            });

    assertThat(disputes.find(reached.name())).contains(resolved);
    assertThat(disputes.findOpen(INVOICE)).isEmpty();
    assertThat(disputes.list(PROVIDER, new DisputeFilter(null, false, "", "", ""), "", 9))
        .containsExactly(resolved);
  }

  @OnBothDatabases
  void callback_keepsItsClaimAndHowItWasMoved(TestDatabase database) {
    DisputeStore disputes = stored(database);
    CallbackStore callbacks = new MyBatisCallbackStore(database.transactions());
    Actor dana = new Actor("dana");
    Callback claimed =
        ((Claiming.Changed)
                CallbackLifecycle.claim(callback("1"), dana, NOW, Duration.ofMinutes(30)))
            .after();
    callbacks.update(claimed);
    assertThat(callbacks.find(claimed.name())).contains(claimed);
    assertThat(claimed.claimAt(NOW)).isPresent();

    Transition.Followed moved =
        (Transition.Followed)
            CallbackLifecycle.reschedule(
                claimed,
                new Rescheduling(dana, NOW.plusSeconds(60), "ill"),
                Samples.callbackName("3"),
                NOW.plus(Duration.ofDays(1)));
    database
        .transactions()
        .run(
            () -> {
              callbacks.update(moved.ended());
              callbacks.insert(moved.successor());
              disputes.update(
                  dispute("1", lineName("1"), lineName("2"))
                      .withCallback(moved.successor().name(), false, NOW));
            });

    assertThat(callbacks.find(claimed.name())).contains(moved.ended());
    assertThat(callbacks.find(moved.successor().name())).contains(moved.successor());
    assertThat(moved.successor().reschedulesBefore()).isEqualTo(1);
  }

  @OnBothDatabases
  void signOff_comesBackAndIsGivenOnce(TestDatabase database) {
    DisputeStore disputes = stored(database);
    SignOffStore signOffs = new MyBatisSignOffStore(database.transactions());
    SignOff signOff =
        new SignOff(
            Samples.callbackName("1"),
            Samples.disputeName("1"),
            new Actor("dana"),
            "nobody there",
            new Notice(NoticeChannel.LETTER, "letters/117", NOW),
            NOW.plusSeconds(60));
    assertThat(signOffs.find(signOff.callback())).isEmpty();

    database
        .transactions()
        .run(
            () -> {
              signOffs.insert(signOff);
              disputes.update(
                  dispute("1", lineName("1"), lineName("2"))
                      .signedOff(signOff.callback(), signOff.time()));
            });

    assertThat(signOffs.find(signOff.callback())).contains(signOff);
    assertThat(disputes.find(signOff.dispute()).orElseThrow().hearing().signedOff())
        .isEqualTo(signOff.callback());
    Refused.assertReason(ErrorReason.CONCURRENT_CHANGE, () -> signOffs.insert(signOff));
  }

  @OnBothDatabases
  void insert_ofASecondLiveCallbackIsAConcurrentChange(TestDatabase database) {
    stored(database);
    CallbackStore callbacks = new MyBatisCallbackStore(database.transactions());
    Callback first = callback("1");
    Callback second =
        new Callback(
            Samples.callbackName("9"),
            first.state(),
            first.dispute(),
            CUSTOMER,
            "dana",
            "phone",
            "",
            NOW,
            0,
            0,
            null,
            null,
            null,
            null,
            NOW,
            1);

    Refused.assertReason(ErrorReason.CONCURRENT_CHANGE, () -> callbacks.insert(second));
  }

  @OnBothDatabases
  void callbacks_areListedByIdAndByDueTime(TestDatabase database) {
    stored(database);
    CallbackStore store = new MyBatisCallbackStore(database.transactions());
    Callback first = callback("1");
    Callback second = callback("2");
    Instant due = first.dueTime();

    assertThat(store.list(PROVIDER, new CallbackFilter("LIVE", "", "", ""), "", 9))
        .containsExactly(first, second);
    assertThat(store.list(PROVIDER, new CallbackFilter("", "d2", "Harbor Dental", "dana"), "", 9))
        .containsExactly(second);
    assertThat(store.list(PROVIDER, new CallbackFilter("ENDED", "", "", ""), "", 9)).isEmpty();
    assertThat(store.listDue(PROVIDER, due, Set.of(), Instant.MIN, "", 9))
        .containsExactly(first, second);
    assertThat(store.listDue(PROVIDER, due, Set.of(), due, "c1", 9)).containsExactly(second);
    assertThat(store.listDue(PROVIDER, due, Set.of("bo", "dana"), Instant.MIN, "", 1))
        .containsExactly(first);
    assertThat(store.listDue(PROVIDER, due, Set.of("nobody"), Instant.MIN, "", 9)).isEmpty();
    assertThat(store.listDue(PROVIDER, due.minus(Duration.ofNanos(1_000)), Set.of(), NOW, "", 9))
        .isEmpty();
  }

  @OnBothDatabases
  void credit_continuesTheSumOfTheOneBefore(TestDatabase database) {
    stored(database);
    CreditStore store = new MyBatisCreditStore(database.transactions());
    Credit first = credit("1", "1", lineName("1"), 1, 5_000, 0);
    Credit second = credit("2", "1", lineName("1"), 2, 7_000, 5_000);
    assertThat(store.last(lineName("1"))).isEmpty();

    store.insert(first);
    store.insert(second);

    assertThat(store.find(first.name())).contains(first);
    assertThat(store.last(lineName("1"))).contains(second);
    assertThat(store.list(PROVIDER, "", "", "", 9)).containsExactly(first, second);
    assertThat(store.list(PROVIDER, "d1", CUSTOMER.customer(), "k1", 9)).containsExactly(second);
    assertThat(store.list(PROVIDER, "d2", "", "", 9)).isEmpty();
    Refused.assertReason(
        ErrorReason.CONCURRENT_CHANGE,
        () -> store.insert(credit("3", "1", lineName("1"), 2, 100, 5_000)));
  }

  /** Two disputes on two invoices, with their callbacks. */
  private static DisputeStore stored(TestDatabase database) {
    MyBatisTransactions transactions = database.transactions();
    Samples.storeLines(transactions, lineName("1"), lineName("2"), lineName("3"));
    new MyBatisInvoiceStore(transactions).insertAll(List.of(Samples.invoice(OTHER_LINE.invoice())));
    new MyBatisLaborLineStore(transactions).insertAll(List.of(Samples.line(OTHER_LINE)));
    Samples.storeDispute(transactions, "1", lineName("1"), lineName("2"));
    Samples.storeDispute(transactions, "2", OTHER_LINE);
    return new MyBatisDisputeStore(transactions);
  }
}
