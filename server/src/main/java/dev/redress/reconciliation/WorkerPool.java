package dev.redress.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of this server that work on runs, and the one that keeps their claims alive. */
public final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

  /** How long a worker that found nothing waits before it looks for others' parts. */
  private static final long IDLE_MILLIS = 1_000;

  private static final long RENEW_MILLIS = PartWorker.LEASE.toMillis() / 3;

  private final PartWorker worker;
  private final Semaphore wakeUps = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  /** Not yet started. */
  public WorkerPool(PartWorker worker) {
    this.worker = worker;
  }

  /** Starts so many threads for parts and one for claims. */
  public void start(int size) {
    worker.release();
    for (int i = 0; i < size; i++) {
      begin("reconcile-" + i, this::workUntilClosed);
    }
    begin("reconcile-lease", this::renewUntilClosed);
  }

  /** Says that there is work, so that nobody has to wait for the next look. */
  public void wake() {
    wakeUps.release(threads.size() - wakeUps.availablePermits());
  }

  /** Lets the parts in work be finished, at most so long, and gives the others back. */
  @Override
  public void close() {
    closed = true;
    wake();
    for (Thread thread : threads) {
      join(thread);
    }
    attempt(worker::release);
  }

  private void begin(String name, Runnable loop) {
    threads.add(Thread.ofPlatform().name(name).daemon(true).start(loop));
  }

  private void workUntilClosed() {
    while (!closed) {
      if (!attempt(worker::workOnce)) {
        attempt(worker::endCompleteRuns);
        pause(IDLE_MILLIS);
      }
    }
  }

  private void renewUntilClosed() {
    while (!closed) {
      attempt(worker::renew);
      pause(RENEW_MILLIS);
    }
  }

  /** Waits for work or the time; never by an interrupt, which would break a database call. */
  private void pause(long millis) {
    try {
      var _ = wakeUps.tryAcquire(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(PartWorker.LEASE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void attempt(Runnable work) {
    attempt(
        () -> {
          work.run();
          return true;
        });
  }

  /** A worker outlives every failure: the next look may find the database healed. */
  private static boolean attempt(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.warn("reconciliation worker: {}", e.toString());
      return false;
    }
  }
}
