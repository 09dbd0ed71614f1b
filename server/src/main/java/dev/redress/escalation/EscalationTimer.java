package dev.redress.escalation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of this server that sweeps for calls that nobody makes. */
public final class EscalationTimer implements AutoCloseable {
  /** How long it waits after a sweep that left nothing to do. */
  public static final Duration POLL = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(EscalationTimer.class);
  private static final Duration END_MAX = Duration.ofSeconds(10);

  private final EscalationWorker worker;
  private final Semaphore end = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /** Not yet started. */
  public EscalationTimer(EscalationWorker worker) {
    this.worker = worker;
    this.thread = Thread.ofPlatform().name("escalate").daemon(true).unstarted(this::loop);
  }

  /** Begins to sweep. */
  public void start() {
    thread.start();
  }

  /** Lets the look in work be finished. */
  @Override
  public void close() {
    closed = true;
    end.release();
    try {
      thread.join(END_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    while (!closed) {
      if (!sweep()) {
        pause();
      }
    }
  }

  /** It outlives every failure: the next sweep may find the database healed. */
  private boolean sweep() {
    try {
      return worker.sweep();
    } catch (RuntimeException e) {
      LOG.warn("the sweep for escalations: {}", e.toString());
      return false;
    }
  }

  /** Never ended by an interrupt, which would break a database call. */
  private void pause() {
    try {
      var _ = end.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }
}
