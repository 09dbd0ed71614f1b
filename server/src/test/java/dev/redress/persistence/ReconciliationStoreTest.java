package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.reconciliation.Part;
import dev.redress.reconciliation.PartResult;
import dev.redress.reconciliation.Progress;
import dev.redress.reconciliation.Reconciliation;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.reconciliation.ReconciliationStore;
import dev.redress.reconciliation.ReconciliationStore.Return;
import dev.redress.reconciliation.Share;
import dev.redress.time.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs and the claims of their parts. */
class ReconciliationStoreTest {
  private static final CustomerName OTHER = new CustomerName(PROVIDER, "other");
  private static final Instant LATER = NOW.plusSeconds(60);

  @OnBothDatabases
  void run_comesBackAsItWasStored(TestDatabase database) {
    ReconciliationStore store = store(database);
    LocalDate day = LocalDate.of(2025, 10, 1);
    Reconciliation narrow = run("r1", new LineScope("Harbor Dental", "INV/7", day, day));
    Reconciliation wide = run("r2", LineScope.ALL);

    store.insert(narrow, List.of());
    store.insert(wide, List.of(CUSTOMER, OTHER));

    assertThat(store.find(narrow.name())).contains(narrow);
    assertThat(store.find(new ReconciliationName(PROVIDER, "r3"))).isEmpty();
    assertThat(store.list(PROVIDER, "", 9)).containsExactly(wide, narrow);
    assertThat(store.list(PROVIDER, "r2", 9)).containsExactly(narrow);
    assertThat(store.progress(narrow.name())).isEqualTo(new Progress(0, 0, 0, 0, 0, 0));
    assertThat(store.progress(wide.name())).isEqualTo(new Progress(2, 0, 0, 0, 0, 0));
  }

  @OnBothDatabases
  void end_happensOnce(TestDatabase database) {
    ReconciliationStore store = store(database);
    Reconciliation run = run("r1", LineScope.ALL);
    store.insert(run, List.of());

    assertThat(store.complete()).containsExactly(run.name());
    assertThat(store.end(run.ended(State.SUCCEEDED, LATER))).isTrue();
    assertThat(store.end(run.ended(State.FAILED, LATER))).isFalse();
    assertThat(store.find(run.name())).contains(run.ended(State.SUCCEEDED, LATER));
    assertThat(store.complete()).isEmpty();
  }

  @OnBothDatabases
  void part_isWorkedOnByOneWorkerAtATime(TestDatabase database) {
    ReconciliationStore store = store(database);
    Reconciliation run = run("r1", LineScope.ALL);
    store.insert(run, List.of(CUSTOMER));

    Part first = store.claim("a", NOW, LATER).orElseThrow();

    assertThat(first).isEqualTo(new Part(run.name(), CUSTOMER, 1));
    assertThat(store.claim("b", NOW, LATER)).isEmpty();
    assertThat(store.claim("b", LATER, LATER.plusSeconds(60))).isEmpty();
    store.renew(first, "a", LATER.plusSeconds(60));
    assertThat(store.claim("b", LATER.plusSeconds(1), LATER)).isEmpty();
    assertThat(store.complete()).isEmpty();
  }

  @OnBothDatabases
  void part_isTakenOverWhenItsWorkerIsNotHeardOf(TestDatabase database) {
    ReconciliationStore store = store(database);
    Reconciliation run = run("r1", LineScope.ALL);
    store.insert(run, List.of(CUSTOMER));
    Part first = store.claim("a", NOW, LATER).orElseThrow();

    Part second = store.claim("b", LATER.plusSeconds(1), LATER.plusSeconds(60)).orElseThrow();

    assertThat(second).isEqualTo(new Part(run.name(), CUSTOMER, 2));
    assertThat(store.complete(first, "a", nothing())).isFalse();
    assertThat(store.shares(run.name())).isEmpty();
    assertThat(store.complete(second, "b", nothing())).isTrue();
    assertThat(store.complete(second, "b", nothing())).isFalse();
  }

  @OnBothDatabases
  void part_canBeClaimedWhereItIsStored(TestDatabase database) {
    ReconciliationStore store = store(database);
    Part part = new Part(new ReconciliationName(PROVIDER, "r1"), CUSTOMER, 1);

    database
        .transactions()
        .run(
            () -> {
              store.insert(run("r1", LineScope.ALL), List.of(CUSTOMER));
              store.claim(part, "a", LATER);
            });

    assertThat(store.claim("b", NOW, LATER)).isEmpty();
    assertThat(store.complete(part, "a", nothing())).isTrue();
  }

  @OnBothDatabases
  void part_canBeGivenBackOrUp(TestDatabase database) {
    ReconciliationStore store = store(database);
    Reconciliation run = run("r1", LineScope.ALL);
    store.insert(run, List.of(CUSTOMER, OTHER));

    store.giveBack(store.claim("a", NOW, LATER).orElseThrow(), "a", Return.FAILED);
    store.giveBack(store.claim("a", NOW, LATER).orElseThrow(), "a", Return.TRIED);
    assertThat(store.claim("a", NOW, LATER)).isPresent();
    store.release("a");
    Part last = store.claim("b", NOW, LATER).orElseThrow();

    assertThat(last.tries()).isEqualTo(3);
    assertThat(store.complete(last, "b", nothing())).isTrue();
    assertThat(store.claim("b", NOW, LATER)).isEmpty();
    assertThat(store.progress(run.name())).isEqualTo(new Progress(2, 1, 1, 1, 0, 0));
    assertThat(store.complete()).containsExactly(run.name());
  }

  @OnBothDatabases
  void shares_areSummedOverTheParts(TestDatabase database) {
    ReconciliationStore store = store(database);
    Reconciliation run = run("r1", LineScope.ALL);
    store.insert(run, List.of(CUSTOMER, OTHER));
    PartResult result =
        new PartResult(
            7, false, List.of(share(Answer.MATCHED, 2), share(Answer.UNMATCHED, 1)), 1, 3);

    store.complete(store.claim("a", NOW, LATER).orElseThrow(), "a", result);
    store.complete(store.claim("a", NOW, LATER).orElseThrow(), "a", result);

    assertThat(store.shares(run.name()))
        .containsExactly(share(Answer.MATCHED, 4), share(Answer.UNMATCHED, 2));
    assertThat(store.progress(run.name())).isEqualTo(new Progress(2, 2, 0, 0, 2, 6));
    assertThat(store.inconclusiveCustomers(run.name())).isEmpty();
  }

  @OnBothDatabases
  void inconclusiveCustomers_areNamed(TestDatabase database) {
    ReconciliationStore store = store(database);
    Reconciliation run = run("r1", LineScope.ALL);
    store.insert(run, List.of(CUSTOMER));

    store.complete(store.claim("a", NOW, LATER).orElseThrow(), "a", nothing());

    assertThat(store.inconclusiveCustomers(run.name())).containsExactly(CUSTOMER);
  }

  @OnBothDatabases
  void claim_byManyWorkersGivesEachPartOnce(TestDatabase database) throws Exception {
    ReconciliationStore store = store(database);
    List<CustomerName> customers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      customers.add(new CustomerName(PROVIDER, "c" + i));
    }
    store.insert(run("r1", LineScope.ALL), customers);
    List<Callable<List<CustomerName>>> workers = new ArrayList<>();
    for (String worker : List.of("a", "b", "c", "d")) {
      workers.add(() -> claimAll(store, worker));
    }

    List<CustomerName> claimed = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<CustomerName>> each : threads.invokeAll(workers)) {
        claimed.addAll(each.get());
      }
    }

    assertThat(claimed).containsExactlyInAnyOrderElementsOf(customers);
  }

  private static List<CustomerName> claimAll(ReconciliationStore store, String worker) {
    List<CustomerName> claimed = new ArrayList<>();
    for (Optional<Part> part = store.claim(worker, NOW, LATER);
        part.isPresent();
        part = store.claim(worker, NOW, LATER)) {
      claimed.add(part.get().customer());
    }
    return claimed;
  }

  private static ReconciliationStore store(TestDatabase database) {
    new MyBatisProviderStore(database.transactions()).insert(Samples.provider("acme"));
    return new MyBatisReconciliationStore(database.transactions());
  }

  private static Reconciliation run(String id, LineScope scope) {
    return new Reconciliation(
        new ReconciliationName(PROVIDER, id),
        State.RUNNING,
        scope,
        "2026.1",
        Actor.REDRESS,
        NOW,
        null);
  }

  private static PartResult nothing() {
    return new PartResult(7, true, List.of(), 0, 0);
  }

  private static Share share(Answer answer, long lines) {
    return new Share(answer, lines, new Hours(lines * 10_000), new Money(lines * 100, USD));
  }
}
