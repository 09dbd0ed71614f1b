package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.callback;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.SlaClock;
import dev.redress.error.ErrorReason;
import dev.redress.escalation.Acknowledgement;
import dev.redress.escalation.Duty;
import dev.redress.escalation.DutyKey;
import dev.redress.escalation.DutyKind;
import dev.redress.escalation.DutyStore;
import dev.redress.escalation.DutyTime;
import dev.redress.escalation.Escalation;
import dev.redress.escalation.Escalation.Subject;
import dev.redress.escalation.EscalationLifecycle.Fired;
import dev.redress.escalation.EscalationLifecycle.Look;
import dev.redress.escalation.EscalationPolicy;
import dev.redress.escalation.EscalationPolicyStore;
import dev.redress.escalation.EscalationRole;
import dev.redress.escalation.EscalationState;
import dev.redress.escalation.EscalationStore;
import dev.redress.escalation.EscalationStore.EscalationFilter;
import dev.redress.escalation.Watch;
import dev.redress.escalation.WatchStore;
import dev.redress.identity.Actor;
import dev.redress.identity.EscalationName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.PromiseName;
import dev.redress.identity.ProviderName;
import dev.redress.promise.Promise;
import dev.redress.promise.PromiseState;
import dev.redress.servicelevel.DisputePriority;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Escalations, the watches over callbacks, and policies. */
class EscalationStoreTest {
  private static final EscalationFilter ANY = EscalationFilter.ANY;
  private static final LineName OTHER_LINE = new LineName(new InvoiceName(CUSTOMER, "INV/8"), "1");
  private static final Instant LATER = NOW.plusSeconds(60);

  @OnBothDatabases
  void escalation_comesBackWithWhatItsCallbackSays(TestDatabase database) {
    EscalationStore store = stored(database);
    store.insert(escalation("1", 1, "e1", null, 1));
    store.insert(escalation("1", 3, "e2", null, 1));
    store.insert(escalation("2", 1, "e3", null, 1));

    assertThat(store.find(name("e2"))).contains(escalation("1", 3, "e2", null, 1));
    assertThat(store.find(name("e9"))).isEmpty();
    assertThat(store.find(new EscalationName(new ProviderName("other"), "e2"))).isEmpty();
    assertThat(store.fired(key("1"))).isEqualTo(new Fired(3, null));
    assertThat(store.fired(key("9"))).isEqualTo(new Fired(0, null));
    assertThat(ids(store, ANY, "", 9)).containsExactly("e1", "e2", "e3");
    assertThat(ids(store, ANY, "e1", 1)).containsExactly("e2");
  }

  @OnBothDatabases
  void insert_isRefusedForALevelThatFired(TestDatabase database) {
    EscalationStore store = stored(database);
    store.insert(escalation("1", 1, "e1", null, 1));

    Refused.assertReason(
        ErrorReason.CONCURRENT_CHANGE, () -> store.insert(escalation("1", 1, "e2", null, 1)));
    assertThat(ids(store, ANY, "", 9)).containsExactly("e1");
  }

  @OnBothDatabases
  void acknowledge_countsForAllOfTheCallback(TestDatabase database) {
    EscalationStore store = stored(database);
    store.insert(escalation("1", 1, "e1", null, 1));
    store.insert(escalation("1", 2, "e2", null, 1));
    store.insert(escalation("2", 1, "e3", null, 1));
    Acknowledgement word = new Acknowledgement(new Actor("mia"), LATER, "calls at noon");

    store.acknowledge(escalation("1", 2, "e2", word, 2));

    assertThat(store.find(name("e1"))).contains(escalation("1", 1, "e1", word, 2));
    assertThat(store.find(name("e2"))).contains(escalation("1", 2, "e2", word, 2));
    assertThat(store.find(name("e3"))).contains(escalation("2", 1, "e3", null, 1));
    assertThat(store.fired(key("1"))).isEqualTo(new Fired(2, LATER));
    Refused.assertReason(
        ErrorReason.STALE_VERSION, () -> store.acknowledge(escalation("1", 2, "e2", word, 2)));
  }

  @OnBothDatabases
  void list_isNarrowedByEachPartOfTheFilter(TestDatabase database) {
    EscalationStore store = stored(database);
    Acknowledgement word = new Acknowledgement(new Actor("mia"), LATER, "");
    store.insert(escalation("1", 1, "e1", null, 1));
    store.insert(escalation("2", 1, "e2", null, 1));
    store.acknowledge(escalation("2", 1, "e2", word, 2));

    assertThat(ids(store, filter(EscalationState.OPEN), "", 9)).containsExactly("e1");
    assertThat(ids(store, filter(EscalationState.ACKNOWLEDGED), "", 9)).containsExactly("e2");
    assertThat(ids(store, filter(EscalationState.CLOSED), "", 9)).isEmpty();
    assertThat(
            ids(
                store,
                new EscalationFilter(
                    null, "dana", CUSTOMER.customer(), "d2", DutyKind.CALLBACK, "c2"),
                "",
                9))
        .containsExactly("e2");
    for (EscalationFilter nobody :
        List.of(
            new EscalationFilter(null, "nobody", "", "", null, ""),
            new EscalationFilter(null, "", "nobody", "", null, ""),
            new EscalationFilter(null, "", "", "nothing", null, ""),
            new EscalationFilter(null, "", "", "", null, "nothing"))) {
      assertThat(store.list(PROVIDER, nobody, "", 9)).isEmpty();
    }

    end(database, "2");

    assertThat(ids(store, filter(EscalationState.ACKNOWLEDGED), "", 9)).isEmpty();
    assertThat(ids(store, filter(EscalationState.CLOSED), "", 9)).containsExactly("e2");
  }

  @OnBothDatabases
  void duty_isFoundAndHeldWhileItsCallbackIsLive(TestDatabase database) {
    stored(database);
    DutyStore store = new MyBatisDutyStore(database.transactions());

    assertThat(store.find(key("2"))).contains(duty("2"));
    assertThat(store.find(key("9"))).isEmpty();
    assertThat(store.find(new DutyKey(PROVIDER, DutyKind.CALLBACK, "c2", LATER))).isEmpty();
    store.hold(duty("2"));
    end(database, "2");

    assertThat(store.find(key("2"))).isEmpty();
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.hold(duty("2")));
  }

  @OnBothDatabases
  void duty_ofADisputeIsItsRunningClock(TestDatabase database) {
    EscalationStore escalations = stored(database);
    DutyStore store = new MyBatisDutyStore(database.transactions());
    DutyKey key = new DutyKey(PROVIDER, DutyKind.RESOLUTION, "d1", NOW);
    Duty duty =
        new Duty(
            key,
            CUSTOMER,
            Samples.disputeName("1"),
            DisputePriority.NORMAL,
            "dana",
            new DutyTime.Running(SlaClock.started(NOW)),
            1);
    assertThat(store.find(key)).contains(duty);
    assertThat(store.unwatched(9)).contains(key);
    store.hold(duty);
    escalations.insert(escalation(duty, "e1"));
    assertThat(escalations.find(name("e1")).orElseThrow().state()).isEqualTo(EscalationState.OPEN);

    end(database, "1");

    assertThat(store.find(key)).isEmpty();
    assertThat(store.unwatched(9)).doesNotContain(key);
    assertThat(escalations.find(name("e1")).orElseThrow().state())
        .isEqualTo(EscalationState.CLOSED);
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.hold(duty));
  }

  @OnBothDatabases
  void duty_ofAnAnswerIsTheWaitForIt(TestDatabase database) throws SQLException {
    EscalationStore escalations = stored(database);
    DutyStore store = new MyBatisDutyStore(database.transactions());
    await(database, "AWAITING_PROVIDER", NOW, LATER);
    DutyKey key = new DutyKey(PROVIDER, DutyKind.RESPONSE, "d1", NOW);
    Duty duty =
        new Duty(
            key,
            CUSTOMER,
            Samples.disputeName("1"),
            DisputePriority.NORMAL,
            "dana",
            new DutyTime.Fixed(LATER),
            1);
    assertThat(store.find(key)).contains(duty);
    assertThat(store.unwatched(9)).contains(key);
    store.hold(duty);
    escalations.insert(escalation(duty, "e1"));

    // A second wait is another duty, which has not escalated yet.
    await(database, "AWAITING_PROVIDER", LATER, LATER.plusSeconds(60));
    DutyKey second = new DutyKey(PROVIDER, DutyKind.RESPONSE, "d1", LATER);
    assertThat(store.find(key)).isEmpty();
    assertThat(store.find(second)).isPresent();
    assertThat(escalations.find(name("e1")).orElseThrow().state())
        .isEqualTo(EscalationState.CLOSED);
    assertThat(escalations.fired(second)).isEqualTo(new Fired(0, null));

    // The customer is waited for: nothing is owed, and the clock of the dispute stands still.
    await(database, "AWAITING_CUSTOMER", LATER, LATER.plusSeconds(60));
    assertThat(store.find(second)).isEmpty();
    assertThat(store.find(new DutyKey(PROVIDER, DutyKind.RESOLUTION, "d1", NOW))).isEmpty();
    assertThat(store.unwatched(9))
        .extracting(DutyKey::kind)
        .containsOnlyOnce(DutyKind.RESOLUTION)
        .doesNotContain(DutyKind.RESPONSE);
  }

  @OnBothDatabases
  void duty_ofAPromiseIsOwedUntilItIsKept(TestDatabase database) throws SQLException {
    EscalationStore escalations = stored(database);
    DutyStore store = new MyBatisDutyStore(database.transactions());
    new MyBatisPromiseStore(database.transactions())
        .insert(
            new Promise(
                new PromiseName(PROVIDER, "p1"),
                PromiseState.OPEN,
                Samples.disputeName("1"),
                Samples.callbackName("1"),
                CUSTOMER,
                "mia",
                "send the report",
                LATER,
                NOW,
                null,
                1));
    DutyKey key = new DutyKey(PROVIDER, DutyKind.PROMISE, "p1", NOW);
    Duty duty =
        new Duty(
            key,
            CUSTOMER,
            Samples.disputeName("1"),
            DisputePriority.NORMAL,
            "mia",
            new DutyTime.Fixed(LATER),
            1);
    assertThat(store.find(key)).contains(duty);
    assertThat(store.unwatched(9)).contains(key);
    store.hold(duty);
    escalations.insert(escalation(duty, "e1"));
    assertThat(escalations.find(name("e1")).orElseThrow().state()).isEqualTo(EscalationState.OPEN);

    // It is owed even when the dispute has ended.
    end(database, "1");
    assertThat(store.find(key)).contains(duty);
    database.execute(
        "UPDATE promise SET state = 'KEPT', end_actor = 'mia', end_time = due_time, end_note = ''");

    assertThat(store.find(key)).isEmpty();
    assertThat(store.unwatched(9)).doesNotContain(key);
    assertThat(escalations.find(name("e1")).orElseThrow().state())
        .isEqualTo(EscalationState.CLOSED);
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.hold(duty));
  }

  @OnBothDatabases
  void watch_isMovedByOneAtATime(TestDatabase database) {
    stored(database);
    DutyStore duties = new MyBatisDutyStore(database.transactions());
    WatchStore store = new MyBatisWatchStore(database.transactions());
    assertThat(store.earliest()).isEmpty();
    assertThat(unwatched(duties, 9)).containsExactlyInAnyOrder(key("1"), key("2"));
    assertThat(unwatched(duties, 1)).hasSize(1);

    store.insert(key("1"), Look.at(LATER));

    Watch first = new Watch(key("1"), Look.at(LATER), 1);
    assertThat(store.find(key("1"))).contains(first);
    assertThat(store.find(key("2"))).isEmpty();
    assertThat(unwatched(duties, 9)).containsExactly(key("2"));
    assertThat(store.earliest()).contains(LATER);
    Refused.assertReason(ErrorReason.CONCURRENT_CHANGE, () -> store.insert(key("1"), Look.at(NOW)));
    assertThat(store.move(first, new Look(LATER, NOW))).isTrue();
    assertThat(store.move(first, Look.at(LATER))).isFalse();
    store.delete(first);
    Watch second = new Watch(key("1"), new Look(LATER, NOW), 2);
    assertThat(store.find(key("1"))).contains(second);
    store.delete(second);
    assertThat(store.find(key("1"))).isEmpty();
    end(database, "1");
    assertThat(unwatched(duties, 9)).containsExactly(key("2"));
  }

  @OnBothDatabases
  void due_givesTheEarliestFirst(TestDatabase database) {
    stored(database);
    WatchStore store = new MyBatisWatchStore(database.transactions());
    store.insert(key("1"), Look.at(LATER));
    store.insert(key("2"), Look.at(NOW));

    assertThat(store.due(NOW.minusNanos(1_000), 9)).isEmpty();
    assertThat(store.due(NOW, 9)).extracting(Watch::duty).containsExactly(key("2"));
    assertThat(store.due(LATER, 9)).extracting(Watch::duty).containsExactly(key("2"), key("1"));
    assertThat(store.due(LATER, 1)).hasSize(1);

    store.recheck(PROVIDER, NOW);

    assertThat(store.due(NOW, 9))
        .containsExactly(
            new Watch(key("2"), Look.at(NOW), 2), new Watch(key("1"), new Look(LATER, NOW), 2));
    store.recheck(new ProviderName("other"), LATER);
    assertThat(store.due(NOW, 9)).hasSize(2);
  }

  @OnBothDatabases
  void policy_isChangedOneVersionAfterTheOther(TestDatabase database) {
    stored(database);
    EscalationPolicyStore store = new MyBatisEscalationPolicyStore(database.transactions());
    assertThat(store.find(PROVIDER)).isEmpty();

    store.put(policy("lee", 1));
    assertThat(store.find(PROVIDER)).contains(policy("lee", 1));
    store.put(policy("kim", 2));

    assertThat(store.find(PROVIDER)).contains(policy("kim", 2));
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.put(policy("lee", 1)));
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.put(policy("lee", 2)));
  }

  @OnBothDatabases
  void schema_refusesWhatIsNoEscalation(TestDatabase database) {
    EscalationStore store = stored(database);
    store.insert(escalation("1", 1, "e1", null, 1));

    for (String wrong :
        List.of(
            "UPDATE escalation SET escalation_level = 0",
            "UPDATE escalation SET escalation_level = 1000",
            "UPDATE escalation SET recipient_role = 'NOBODY'",
            "UPDATE escalation SET dispute_id = 'd9'",
            "UPDATE escalation SET acknowledge_actor = 'mia'",
            "UPDATE escalation SET fire_time = '2000-01-01 00:00:00'",
            "UPDATE escalation SET customer_id = 'nobody'")) {
      assertThatThrownBy(() -> database.execute(wrong)).as(wrong).isInstanceOf(SQLException.class);
    }
  }

  /** Ends the dispute of this number, and its callback with it. */
  private static Callback end(TestDatabase database, String number) {
    MyBatisDisputeStore disputes = new MyBatisDisputeStore(database.transactions());
    Dispute before = disputes.find(Samples.disputeName(number)).orElseThrow();
    Callback cancelled = CallbackLifecycle.cancel(callback(number));
    database
        .transactions()
        .run(
            () -> {
              new MyBatisCallbackStore(database.transactions()).update(cancelled);
              disputes.update(Samples.withdrawn(before, LATER));
            });
    return cancelled;
  }

  private static List<String> ids(
      EscalationStore store, EscalationFilter filter, String afterId, int countMax) {
    return store.list(PROVIDER, filter, afterId, countMax).stream()
        .map(escalation -> escalation.name().escalation())
        .toList();
  }

  private static EscalationFilter filter(EscalationState state) {
    return new EscalationFilter(state, "", "", "", null, "");
  }

  private static EscalationName name(String id) {
    return new EscalationName(PROVIDER, id);
  }

  private static Escalation escalation(
      String callback, int level, String id, @Nullable Acknowledgement word, long version) {
    return new Escalation(
        name(id),
        Subject.of(duty(callback), callback(callback).dueTime()),
        level,
        EscalationRole.of(level),
        "mia",
        "dana",
        NOW,
        LATER,
        word,
        version);
  }

  private static DutyKey key(String number) {
    return new DutyKey(PROVIDER, DutyKind.CALLBACK, "c" + number, NOW);
  }

  /** Calls that nobody watches. */
  private static List<DutyKey> unwatched(DutyStore duties, int countMax) {
    return duties.unwatched(countMax).stream()
        .filter(key -> key.kind() == DutyKind.CALLBACK)
        .toList();
  }

  /** To make the call of this number. */
  private static Duty duty(String number) {
    Callback callback = callback(number);
    return new Duty(
        key(number),
        CUSTOMER,
        callback.dispute(),
        DisputePriority.NORMAL,
        callback.owner(),
        new DutyTime.Fixed(callback.dueTime()),
        callback.version());
  }

  /** The first level of a duty. */
  private static Escalation escalation(Duty duty, String id) {
    return new Escalation(
        name(id),
        Subject.of(duty, LATER),
        1,
        EscalationRole.OWNER,
        "dana",
        "dana",
        NOW,
        LATER,
        null,
        1);
  }

  /** Has the dispute 1 wait. */
  private static void await(TestDatabase database, String state, Instant from, Instant until)
      throws SQLException {
    database.execute(
        "UPDATE dispute SET state = '"
            + state
            + "', awaited = 'notes', await_time = '"
            + column(from)
            + "', respond_by_time = '"
            + column(until)
            + "' WHERE dispute_id = 'd1'");
  }

  private static String column(Instant moment) {
    return moment.toString().replace('T', ' ').replace("Z", "");
  }

  private static EscalationPolicy policy(String lead, long version) {
    EscalationPolicy standard = EscalationPolicy.standard(PROVIDER);
    return new EscalationPolicy(
        standard.name(), 50, 99, 1_000, Duration.ofMinutes(15), lead, "kim", LATER, version);
  }

  /** Two disputes on two invoices, with their callbacks. */
  private static EscalationStore stored(TestDatabase database) {
    MyBatisTransactions transactions = database.transactions();
    Samples.storeLines(transactions, lineName("1"));
    new MyBatisInvoiceStore(transactions).insertAll(List.of(Samples.invoice(OTHER_LINE.invoice())));
    new MyBatisLaborLineStore(transactions).insertAll(List.of(Samples.line(OTHER_LINE)));
    Samples.storeDispute(transactions, "1", lineName("1"));
    Samples.storeDispute(transactions, "2", OTHER_LINE);
    return new MyBatisEscalationStore(transactions);
  }
}
