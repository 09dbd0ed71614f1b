package dev.redress.escalation;

import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.persistence.OnBothDatabases;
import dev.redress.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Calls that nobody makes, with a clock that jumps. The customer's business is open in New York
 * from 9 to 17 (13:00Z to 21:00Z), Monday is 2025-10-27 in UTC-4.
 */
class EscalationWorkerTest {
  private static final String MONDAY_9 = "2025-10-27T13:00:00Z";
  private static final String TUESDAY_9 = "2025-10-28T13:00:00Z";
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @OnBothDatabases
  void sweep_firesEachLevelOnceByDayAndNothingByNight(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    calls.promise("1", MONDAY_9, TUESDAY_9);
    EscalationWorker worker = calls.worker();
    Instant end = Instant.parse("2025-10-29T14:00:00Z");

    for (Instant now = calls.instant(); now.isBefore(end); now = now.plus(Duration.ofMinutes(6))) {
      calls.at(now);
      worker.sweep();
      assertThat(worker.lag()).isZero();
    }

    assertThat(calls.fired())
        .containsExactly("c1 1 mia", "c1 2 lead", "c1 3 dana", "c1 4 superior", "c1 5 superior");
    assertThat(calls.all())
        .allSatisfy(
            escalation -> {
              assertThat(escalation.fireTime())
                  .isBetween(
                      escalation.levelTime(), escalation.levelTime().plus(Duration.ofMinutes(6)));
              ZonedDateTime wall = escalation.fireTime().atZone(NEW_YORK);
              assertThat(wall.getHour()).isBetween(9, 16);
            });
    assertThat(calls.all().getFirst().levelTime()).isEqualTo(Instant.parse("2025-10-27T18:36:00Z"));
    assertThat(calls.journaled()).isEqualTo(5);
    assertThat(worker.firedCount()).isEqualTo(5);
  }

  @OnBothDatabases
  void sweep_holdsWhatIsReachedAtNight(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    calls.promise("1", MONDAY_9, TUESDAY_9);
    EscalationWorker worker = calls.worker();
    worker.sweep();

    for (String closed :
        List.of("2025-10-27T21:00:00Z", "2025-10-28T03:00:00Z", "2025-10-28T12:59:59Z")) {
      calls.at(closed);
      worker.sweep();
      assertThat(calls.fired()).as(closed).isEmpty();
    }
    calls.at(TUESDAY_9);
    assertThat(worker.lag()).isZero();
    worker.sweep();

    assertThat(calls.fired()).containsExactly("c1 2 lead");
  }

  @OnBothDatabases
  void sweep_watchesASuccessorAnew(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    CallbackName first = calls.promise("1", MONDAY_9, TUESDAY_9);
    EscalationWorker worker = calls.worker();
    worker.sweep();

    calls.at("2025-10-27T14:00:00Z");
    CallbackName second = calls.log(first);
    worker.sweep();
    calls.at("2025-10-27T15:00:00Z");
    // Due 4 hours later: its level 1 is reached after 168 minutes.
    CallbackName third = calls.log(second);
    worker.sweep();
    calls.at("2025-10-27T17:47:59Z");
    worker.sweep();
    assertThat(calls.fired()).isEmpty();
    calls.at("2025-10-27T17:48:00Z");
    worker.sweep();

    assertThat(calls.fired()).containsExactly(third.callback() + " 1 mia");
    calls.at(TUESDAY_9);
    worker.sweep();
    assertThat(calls.fired()).hasSize(2).allMatch(fired -> fired.startsWith(third.callback()));
    assertThat(calls.watch(first)).isEmpty();
    assertThat(calls.watch(second)).isEmpty();
  }

  @OnBothDatabases
  void sweep_firesForACallThatWasMovedTwice(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    CallbackName first = calls.promise("1", MONDAY_9, TUESDAY_9);
    EscalationWorker worker = calls.worker();
    worker.sweep();
    calls.at("2025-10-27T14:00:00Z");
    CallbackName second = calls.reschedule(first, "2025-10-28T14:00:00Z");
    worker.sweep();
    calls.at("2025-10-27T15:00:00Z");
    // Due in 10 business hours: level 1 is reached after 7, level 2 after 9, level 3 after 11.
    CallbackName third = calls.reschedule(second, "2025-10-28T17:00:00Z");
    worker.sweep();
    assertThat(calls.callbacks().find(third).orElseThrow().isDue(calls.instant())).isFalse();

    calls.at("2025-10-28T14:00:00Z");
    worker.sweep();
    calls.at("2025-10-28T18:00:00Z");
    assertThat(calls.callbacks().find(third).orElseThrow().isDue(calls.instant())).isTrue();
    worker.sweep();

    assertThat(calls.fired())
        .containsExactly(third.callback() + " 1 mia", third.callback() + " 3 dana");
  }

  @OnBothDatabases
  void sweep_firesForACallThatIsClaimed(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    CallbackName claimed = calls.promise("1", MONDAY_9, TUESDAY_9);
    EscalationWorker worker = calls.worker();
    worker.sweep();
    calls.at("2025-10-27T18:30:00Z");
    calls.claim(claimed);

    calls.at("2025-10-27T18:36:00Z");
    worker.sweep();

    assertThat(calls.fired()).containsExactly("c1 1 mia");
  }

  @OnBothDatabases
  void sweep_firesNothingForACallThatWasLoggedASecondBefore(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    CallbackName first = calls.promise("1", MONDAY_9, TUESDAY_9);
    EscalationWorker worker = calls.worker();
    worker.sweep();

    calls.at("2025-10-27T18:35:59Z");
    calls.log(first);
    calls.at("2025-10-27T18:36:00Z");
    worker.sweep();

    assertThat(calls.fired()).isEmpty();
    assertThat(calls.watch(first)).isEmpty();
  }

  @OnBothDatabases
  void sweep_firesNothingForACallThatIsLoggedMeanwhile(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    CallbackName first = calls.promise("1", MONDAY_9, TUESDAY_9);
    calls.worker().sweep();
    calls.at("2025-10-27T18:36:00Z");
    List<CallbackName> successors = new ArrayList<>();
    DutyStore store = calls.duties();
    EscalationWorker late =
        calls.worker(
            new SeenDuties(
                store,
                key -> {
                  Optional<Duty> read = store.find(key);
                  if (successors.isEmpty()) {
                    successors.add(elsewhere(() -> calls.log(first)));
                  }
                  return read;
                }));

    late.sweep();

    assertThat(successors).hasSize(1);
    assertThat(calls.fired()).isEmpty();
    assertThat(calls.journaled()).isZero();
  }

  @OnBothDatabases
  void sweep_afterAWeekendDownTellsOnePersonForEachCallInOrder(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, "2025-10-23T13:00:00Z");
    calls.promise("9", "2025-10-23T13:00:00Z", "2025-10-24T13:00:00Z");
    EscalationWorker before = calls.worker();
    before.sweep();
    calls.at("2025-10-23T19:00:00Z");
    before.sweep();
    assertThat(calls.fired()).containsExactly("c9 1 mia");
    calls.promise("2", "2025-10-24T13:00:00Z", MONDAY_9);
    calls.promise("1", "2025-10-24T17:00:00Z", "2025-10-27T17:00:00Z");

    EscalationWorker after = calls.worker();
    calls.at("2025-10-27T04:00:00Z");
    after.sweep();
    assertThat(calls.fired()).hasSize(1);
    calls.at(MONDAY_9);
    after.sweep();
    after.sweep();
    calls.worker().sweep();

    // 9 passed levels 2 and 3, 2 passed level 1; 1 has used half of its time.
    assertThat(calls.fired()).containsExactly("c9 1 mia", "c9 4 superior", "c2 2 lead");
    assertThat(calls.journaled()).isEqualTo(3);
  }

  @OnBothDatabases
  void sweep_ofTwoWorkersAtOnceFiresEachLevelOnce(TestDatabase database) throws Exception {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    IntStream.range(0, 20)
        .forEach(number -> calls.promise(Integer.toString(number), MONDAY_9, TUESDAY_9));
    List<String> moments =
        List.of(MONDAY_9, "2025-10-27T18:36:00Z", "2025-10-27T20:12:00Z", "2025-10-28T13:48:00Z");
    CyclicBarrier together = new CyclicBarrier(2);
    List<EscalationWorker> workers = List.of(calls.worker(), calls.worker());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (String moment : moments) {
        calls.at(moment);
        List<Future<?>> sweeps = new ArrayList<>();
        for (EscalationWorker worker : workers) {
          sweeps.add(
              threads.submit(
                  () -> {
                    together.await();
                    return worker.sweep();
                  }));
        }
        for (Future<?> sweep : sweeps) {
          sweep.get();
        }
        // What was in each other's way is left for the next sweep.
        workers.getFirst().sweep();
      }
    }

    assertThat(calls.fired()).hasSize(60).doesNotHaveDuplicates();
    assertThat(calls.all().stream().map(Escalation::level).distinct()).containsExactly(1, 2, 3);
    assertThat(calls.journaled()).isEqualTo(60);
    assertThat(workers.getFirst().firedCount() + workers.getLast().firedCount()).isEqualTo(60);
  }

  @OnBothDatabases
  void sweep_isNotHeldUpByACallThatCannotBeLookedAt(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    CallbackName broken = calls.promise("1", MONDAY_9, TUESDAY_9);
    calls.promise("2", MONDAY_9, TUESDAY_9);
    calls.worker().sweep();
    DutyStore store = calls.duties();
    EscalationWorker worker =
        calls.worker(
            new SeenDuties(
                store,
                key -> {
                  if (key.id().equals(broken.callback())) {
                    throw new IllegalStateException("cannot be read");
                  }
                  return store.find(key);
                }));

    calls.at("2025-10-27T18:36:00Z");
    assertThat(worker.sweep()).isFalse();

    assertThat(calls.fired()).containsExactly("c2 1 mia");
    assertThat(calls.watch(broken).orElseThrow().look().time()).isEqualTo("2025-10-27T18:46:00Z");
  }

  @OnBothDatabases
  void lag_growsWhileNobodySweeps(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    calls.promise("1", MONDAY_9, TUESDAY_9);
    EscalationWorker worker = calls.worker();
    assertThat(worker.lag()).isZero();
    worker.sweep();
    assertThat(worker.lag()).isZero();

    calls.at("2025-10-27T18:46:00Z");

    assertThat(worker.lag()).isEqualTo(Duration.ofMinutes(10));
    worker.sweep();
    assertThat(worker.lag()).isZero();
  }

  @OnBothDatabases
  void acknowledge_keepsQuietUntilTheDueTime(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    calls.promise("1", MONDAY_9, TUESDAY_9);
    EscalationWorker worker = calls.worker();
    calls.at("2025-10-27T18:36:00Z");
    worker.sweep();
    acknowledge(calls);

    calls.at("2025-10-27T20:30:00Z");
    worker.sweep();
    assertThat(calls.fired()).containsExactly("c1 1 mia");
    calls.at("2025-10-28T13:48:00Z");
    worker.sweep();
    assertThat(calls.fired()).containsExactly("c1 1 mia", "c1 3 dana");
    acknowledge(calls);

    for (int day = 29; day < 32; day++) {
      calls.at("2025-10-" + day + "T18:00:00Z");
      worker.sweep();
    }
    assertThat(calls.fired()).hasSize(2);
    calls.end("1");
    assertThat(calls.all()).extracting(Escalation::state).containsOnly(EscalationState.CLOSED);
    calls.at("2025-11-03T18:00:00Z");
    worker.sweep();
    assertThat(calls.watches().earliest()).isEmpty();
  }

  @OnBothDatabases
  void updatePolicy_countsAtOnceForLiveCallbacks(TestDatabase database) {
    WatchedCalls calls = new WatchedCalls(database, MONDAY_9);
    calls.promise("1", MONDAY_9, TUESDAY_9);
    EscalationWorker worker = calls.worker();
    worker.sweep();
    calls.at("2025-10-27T14:00:00Z");
    calls
        .service()
        .updatePolicy(
            PROVIDER,
            null,
            before ->
                new EscalationPolicy(
                    before.name(),
                    25,
                    50,
                    75,
                    before.repeatGap(),
                    "lee",
                    before.superior(),
                    null,
                    before.version()),
            new Actor("mia"));
    worker.sweep();
    assertThat(calls.fired()).isEmpty();

    calls.at("2025-10-27T15:00:00Z");
    worker.sweep();
    calls.at("2025-10-27T17:00:00Z");
    worker.sweep();

    assertThat(calls.fired()).containsExactly("c1 1 mia", "c1 2 lee");
  }

  private static void acknowledge(WatchedCalls calls) {
    calls.service().acknowledge(calls.all().getLast().name(), null, "I call", new Actor("mia"));
  }

  /** In another transaction, while this one waits. */
  private static <T> T elsewhere(Callable<T> work) {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      return thread.submit(work).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Duties as a worker sees them one by one. */
  private record SeenDuties(DutyStore all, Function<DutyKey, Optional<Duty>> seen)
      implements DutyStore {
    @Override
    public Optional<Duty> find(DutyKey key) {
      return seen.apply(key);
    }

    @Override
    public List<DutyKey> unwatched(int countMax) {
      return all.unwatched(countMax);
    }

    @Override
    public void hold(Duty duty) {
      all.hold(duty);
    }
  }
}
