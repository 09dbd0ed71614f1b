package dev.redress.notification;

import dev.redress.identity.NotificationTargetName;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of this server that looks for targets with something to be sent, and gives each a
 * thread of its own; a target that does not answer holds up no other.
 */
public final class DeliveryLoop implements AutoCloseable {
  /** Targets that are sent to at the same time. */
  public static final int TARGETS_AT_ONCE_MAX = 16;

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int MEASURE_EACH_POLLS = 10;
  private static final int DUE_MAX = 200;
  private static final Duration END_MAX = Sender.TIME_MAX.plusSeconds(5);

  private final DeliveryWorker worker;
  private final Semaphore wakeUps = new Semaphore(0);
  private final Semaphore slots = new Semaphore(TARGETS_AT_ONCE_MAX);
  private final Set<NotificationTargetName> inWork = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean closed;

  /** Not yet started. */
  public DeliveryLoop(DeliveryWorker worker) {
    this.worker = worker;
    this.thread = Thread.ofPlatform().name("notify").daemon(true).unstarted(this::loop);
  }

  /** Begins to send. */
  public void start() {
    thread.start();
  }

  /** Lets the tries in work be finished. */
  @Override
  public void close() {
    closed = true;
    wakeUps.release();
    try {
      thread.join(END_MAX);
      if (!slots.tryAcquire(TARGETS_AT_ONCE_MAX, END_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("a try to send did not end in time; its event is sent again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    attempt(worker::begin);
    for (long polls = 0; !closed; polls++) {
      attempt(this::sendToEach);
      if (polls % MEASURE_EACH_POLLS == 0) {
        attempt(worker::measure);
      }
      pause();
    }
  }

  private void sendToEach() {
    for (NotificationTargetName name : worker.due(DUE_MAX)) {
      // One that has no place now is found again by the next round.
      if (!closed && !inWork.contains(name) && slots.tryAcquire()) {
        inWork.add(name);
        Thread.ofVirtual().name("notify " + name).start(() -> sendTo(name));
      }
    }
  }

  private void sendTo(NotificationTargetName name) {
    try {
      attempt(
          () -> {
            if (worker.turn(name, () -> !closed)) {
              wakeUps.release();
            }
          });
    } finally {
      inWork.remove(name);
      slots.release();
    }
  }

  /** It outlives every failure: the next round may find the database healed. */
  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("notifications are tried again: {}", e.toString());
    }
  }

  /** Never ended by an interrupt, which would break a database call. */
  private void pause() {
    try {
      if (wakeUps.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }
}
