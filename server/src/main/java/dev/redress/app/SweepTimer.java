package dev.redress.app;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of this server that sweeps for what has fallen due. */
final class SweepTimer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SweepTimer.class);
  private static final Duration END_MAX = Duration.ofSeconds(10);

  private final String name;
  private final Duration poll;
  private final BooleanSupplier sweep;
  private final Semaphore end = new Semaphore(0);
  private final Thread thread;
  private final LongAdder failures = new LongAdder();
  private volatile long sweptNanos = System.nanoTime();
  private volatile boolean closed;

  /**
   * Not yet started.
   *
   * @param name of its thread
   * @param poll how long it waits after a sweep that left nothing to do
   * @param sweep does what is due, and tells whether there is more to do now
   */
  SweepTimer(String name, Duration poll, BooleanSupplier sweep) {
    this.name = name;
    this.poll = poll;
    this.sweep = sweep;
    this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::loop);
  }

  /** Begins to sweep. */
  void start() {
    thread.start();
  }

  /** What it does. */
  String name() {
    return name;
  }

  /** Since its last sweep that did not fail; at first since it was made. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - sweptNanos);
  }

  /** How many sweeps have failed. */
  long failureCount() {
    return failures.sum();
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
      boolean more = sweep.getAsBoolean();
      sweptNanos = System.nanoTime();
      return more;
    } catch (RuntimeException e) {
      failures.increment();
      LOG.warn("{} sweeps again: {}", name, e.toString());
      return false;
    }
  }

  /** Never ended by an interrupt, which would break a database call. */
  private void pause() {
    try {
      var _ = end.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }
}
