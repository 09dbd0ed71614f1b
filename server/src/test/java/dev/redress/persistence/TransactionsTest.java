package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.redress.customer.Provider;
import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What holds for every transaction on either database. */
class TransactionsTest {

  @OnBothDatabases
  void run_storesAllOrNothing(TestDatabase database) {
    Transactions transactions = database.transactions();
    ProviderStore store = new MyBatisProviderStore(database.transactions());

    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      store.insert(Samples.provider("one"));
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");

    assertThat(store.list("", 9)).isEmpty();
  }

  @OnBothDatabases
  void run_withinATransactionJoinsIt(TestDatabase database) {
    Transactions transactions = database.transactions();
    ProviderStore store = new MyBatisProviderStore(database.transactions());

    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      transactions.run(() -> store.insert(Samples.provider("one")));
                      assertThat(store.list("", 9)).hasSize(1);
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");

    assertThat(store.list("", 9)).isEmpty();
  }

  @OnBothDatabases
  void run_needsToBeToldForWhichProvider(TestDatabase database) {
    Transactions transactions = new MyBatisTransactions(database.database());
    ProviderScope own = ProviderScope.of(CUSTOMER.provider());
    ProviderScope other = ProviderScope.of(new ProviderName("other"));

    assertThatThrownBy(() -> transactions.run(() -> 1))
        .hasMessage("nobody said for which provider this work is; see ProviderScope");
    assertThat(own.call(() -> transactions.run(() -> own.call(() -> transactions.run(() -> 1)))))
        .isEqualTo(1);
    for (ProviderScope joining : List.of(other, ProviderScope.allProviders())) {
      assertThatThrownBy(
              () ->
                  own.call(
                      () -> transactions.run(() -> joining.call(() -> transactions.run(() -> 1)))))
          .hasMessageContaining("in a transaction for");
    }
  }

  @OnBothDatabases
  void scope_isCarriedToAnotherThreadOnlyByName(TestDatabase database) throws Exception {
    Transactions transactions = new MyBatisTransactions(database.database());
    List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
    Runnable work =
        () -> {
          try {
            transactions.run(() -> outcomes.add(ProviderScope.current().toString()));
          } catch (IllegalStateException e) {
            outcomes.add("refused");
          }
        };

    ProviderScope.of(CUSTOMER.provider())
        .run(
            () -> {
              join(Thread.ofVirtual().start(work));
              join(Thread.ofVirtual().start(ProviderScope.carried(work)));
            });

    assertThat(outcomes)
        .containsExactly("refused", ProviderScope.of(CUSTOMER.provider()).toString());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @OnBothDatabases
  void run_cannotCommitAfterAFailedStatement(TestDatabase database) {
    Transactions transactions = database.transactions();
    ProviderStore store = new MyBatisProviderStore(database.transactions());
    store.insert(Samples.provider("taken"));

    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      store.insert(Samples.provider("one"));
                      try {
                        store.insert(Samples.provider("taken"));
                      } catch (RedressException e) {
                        assertThat(e.reason()).isEqualTo(ErrorReason.RESOURCE_EXISTS);
                      }
                    }))
        .isInstanceOf(DuplicateKeyException.class);

    assertThat(store.list("", 9)).hasSize(1);
  }

  @OnBothDatabases
  void afterCommit_isDoneOnceAndOnlyAfterACommit(TestDatabase database) {
    Transactions transactions = database.transactions();
    List<String> done = new ArrayList<>();

    transactions.run(
        () -> {
          transactions.run(() -> transactions.afterCommit(() -> done.add("inner")));
          transactions.afterCommit(() -> done.add("outer"));
          assertThat(done).isEmpty();
        });
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      transactions.afterCommit(() -> done.add("never"));
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");
    transactions.afterCommit(() -> done.add("at once"));

    assertThat(done).containsExactly("inner", "outer", "at once");
  }

  @OnBothDatabases
  void update_ofTheSameVersionByTwoIsRefusedToOne(TestDatabase database) throws Exception {
    ProviderStore store = new MyBatisProviderStore(database.transactions());
    Provider first = Samples.provider("acme");
    store.insert(first);
    Provider second =
        new Provider(first.name(), "changed", first.settings(), NOW, NOW.plusSeconds(1), 2);

    List<String> outcomes = inTwoThreads(() -> outcome(() -> store.update(second)));

    assertThat(outcomes).containsExactlyInAnyOrder("done", "STALE_VERSION");
  }

  @OnBothDatabases
  void run_isRepeatedAfterADeadlock(TestDatabase database) throws Exception {
    MyBatisTransactions transactions = database.transactions();
    CustomerName other = new CustomerName(CUSTOMER.provider(), "other");
    Samples.storeLines(transactions);
    new MyBatisCustomerStore(transactions).insertAll(List.of(Samples.customer(other)));
    MyBatisFactsVersionStore facts = new MyBatisFactsVersionStore(transactions);
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicInteger tries = new AtomicInteger();
    Instant begin = Instant.now();

    List<String> outcomes =
        inTwoThreads(
            () -> {
              List<CustomerName> order = new ArrayList<>(List.of(CUSTOMER, other));
              AtomicInteger ownTries = new AtomicInteger();
              return outcome(
                  () ->
                      transactions.run(
                          () -> {
                            boolean firstTry = ownTries.getAndIncrement() == 0;
                            if (firstTry && tries.getAndIncrement() == 0) {
                              Collections.reverse(order);
                            }
                            facts.advance(List.of(order.getFirst()));
                            if (firstTry) {
                              await(bothHoldOne);
                            }
                            facts.advance(List.of(order.getLast()));
                          }));
            });

    assertThat(outcomes).containsExactly("done", "done");
    assertThat(facts.current(CUSTOMER)).isEqualTo(2);
    assertThat(facts.current(other)).isEqualTo(2);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @OnBothDatabases
  void run_givesUpWaitingForALockThatIsHeldOn(TestDatabase database) throws Exception {
    MyBatisTransactions transactions = database.transactions();
    Samples.storeLines(transactions);
    MyBatisFactsVersionStore facts = new MyBatisFactsVersionStore(transactions);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> holder =
          threads.submit(
              () ->
                  transactions.run(
                      () -> {
                        facts.advance(List.of(CUSTOMER));
                        held.countDown();
                        await(release);
                      }));
      held.await();
      try {
        assertThat(outcome(() -> facts.advance(List.of(CUSTOMER)))).isEqualTo("CONCURRENT_CHANGE");
      } finally {
        release.countDown();
      }
      holder.get(30, TimeUnit.SECONDS);
    }
  }

  @OnBothDatabases
  void run_refusesWhenNoConnectionBecomesFree(TestDatabase template) {
    try (Database database = Database.open(TestDatabase.settings(template.kind(), 1))) {
      MyBatisTransactions transactions =
          new MyBatisTransactions(database, ProviderScope::allProviders);
      MyBatisTransactions others = new MyBatisTransactions(database, ProviderScope::allProviders);
      ProviderStore store = new MyBatisProviderStore(others);

      assertThat(transactions.<String>run(() -> outcome(() -> store.list("", 1))))
          .isEqualTo("OVERLOADED");
    }
  }

  @OnBothDatabases
  void run_saysSoWhenTheDatabaseIsGone(TestDatabase template) {
    Database database = Database.open(TestDatabase.settings(template.kind(), 1));
    ProviderStore store =
        new MyBatisProviderStore(new MyBatisTransactions(database, ProviderScope::allProviders));
    database.close();

    assertThat(outcome(() -> store.find(new ProviderName("acme")))).isEqualTo("SERVER_UNAVAILABLE");
  }

  private static String outcome(Runnable work) {
    RedressException refusal = catchThrowableOfType(RedressException.class, work::run);
    return refusal == null ? "done" : refusal.reason().name();
  }

  private static List<String> inTwoThreads(Callable<String> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> outcomes = new ArrayList<>();
      for (Future<String> future : threads.invokeAll(List.of(work, work))) {
        outcomes.add(future.get());
      }
      return outcomes;
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
