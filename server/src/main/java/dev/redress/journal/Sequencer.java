package dev.redress.journal;

import dev.redress.identity.ProviderName;
import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers committed journal entries, and tells watchers of this server when there are new events,
 * whichever server numbered them.
 */
public final class Sequencer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

  /** How often to look for what other servers left or numbered. */
  private static final long POLL_MILLIS = 250;

  /**
   * How long to let more entries come before those that are there are numbered: one commit of the
   * sequencer then serves many commits of others, and does not get in the way of each.
   */
  private static final long GATHER_MILLIS = 20;

  private static final int BATCH = 500;

  private final Transactions transactions;
  private final EventStore events;
  private final Semaphore wakeUps = new Semaphore(0);
  private final Map<ProviderName, CopyOnWriteArrayList<Runnable>> watchers =
      new ConcurrentHashMap<>();
  private final Map<ProviderName, Long> lastTold = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean closed;

  /** Not yet started. */
  public Sequencer(Transactions transactions, EventStore events) {
    this.transactions = transactions;
    this.events = events;
    this.thread = Thread.ofPlatform().name("sequencer").daemon(true).unstarted(this::loop);
  }

  /** Begins to number. */
  public void start() {
    thread.start();
  }

  /** Says that an entry was committed. */
  public void wake() {
    wakeUps.release();
  }

  /**
   * Calls back, on the sequencer's thread, whenever a provider has new events. The call must not
   * block.
   *
   * @return closes the subscription
   */
  public Subscription subscribe(ProviderName provider, Runnable onNewEvents) {
    watchers.computeIfAbsent(provider, key -> new CopyOnWriteArrayList<>()).add(onNewEvents);
    return () ->
        watchers.computeIfPresent(
            provider,
            (key, list) -> {
              list.remove(onNewEvents);
              return list.isEmpty() ? null : list;
            });
  }

  /** Numbers everything that is committed now; for tests and for the end of the server. */
  public void drain() {
    providersWithInbox().forEach(this::drain);
  }

  private List<ProviderName> providersWithInbox() {
    return ProviderScope.allProviders().call(() -> transactions.run(events::providersWithInbox));
  }

  private void drain(ProviderName provider) {
    ProviderScope.of(provider).run(() -> drainInScope(provider));
  }

  private void drainInScope(ProviderName provider) {
    int moved;
    do {
      moved = transactions.run(() -> events.sequence(provider, BATCH));
    } while (moved == BATCH);
  }

  /** Numbers what can be numbered: one provider that is held up does not hold up the others. */
  private void drainEach() {
    for (ProviderName provider : providersWithInbox()) {
      attempt(() -> drain(provider));
    }
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("the sequencer tries again: {}", e.toString());
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    while (!closed) {
      attempt(this::drainEach);
      attempt(this::tellWatchers);
      pause();
    }
  }

  private void tellWatchers() {
    lastTold.keySet().retainAll(watchers.keySet());
    watchers.forEach(
        (provider, list) -> {
          long last =
              ProviderScope.of(provider)
                  .call(() -> transactions.run(() -> events.lastSequence(provider)));
          Long before = lastTold.put(provider, last);
          if (before == null || before < last) {
            list.forEach(Runnable::run);
          }
        });
  }

  private void pause() {
    try {
      if (wakeUps.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS) && !closed) {
        Thread.sleep(GATHER_MILLIS);
        wakeUps.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /** A watch that can be ended. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
