package dev.redress.grpc;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.transaction.ProviderScope;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A stream of answers that is written by a thread of its own, no faster than the reader reads.
 * gRPC's {@code onNext} never blocks: without waiting for readiness a slow reader would fill the
 * memory of the server (grpc-java issue 7584).
 *
 * <p>The writing thread is in the scope of the call. Only it may send. Waking and ending come from
 * other threads.
 */
final class PacedStream<A> {
  private final ServerCallStreamObserver<A> observer;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean awake;
  private boolean cancelled;
  private boolean ended;

  private PacedStream(ServerCallStreamObserver<A> observer, Duration patience) {
    this.observer = observer;
    this.patience = patience;
  }

  /**
   * Answers a call by a stream.
   *
   * @param patience how long a reader may leave the stream full before it is cut off
   * @param writer sends until it returns, which completes the stream, or throws, which ends it with
   *     the reason
   */
  static <A> void start(
      ServerCallStreamObserver<A> observer,
      OpenStreams streams,
      Duration patience,
      Consumer<PacedStream<A>> writer) {
    PacedStream<A> stream = new PacedStream<>(observer, patience);
    observer.setOnReadyHandler(() -> stream.change(() -> {}));
    observer.setOnCancelHandler(() -> stream.change(() -> stream.cancelled = true));
    observer.setOnCloseHandler(() -> stream.change(() -> stream.cancelled = true));
    Runnable forget = streams.add(() -> stream.change(() -> stream.ended = true));
    Thread.ofVirtual()
        .name("stream")
        .start(
            ProviderScope.carried(
                () -> {
                  try {
                    stream.run(writer);
                  } finally {
                    forget.run();
                  }
                }));
  }

  /** Whether there still is a reader. */
  boolean isOpen() {
    lock.lock();
    try {
      return !cancelled;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends as soon as the reader is ready.
   *
   * @throws RedressException {@code WATCHER_TOO_SLOW}, {@code SERVER_UNAVAILABLE} when the server
   *     goes down meanwhile
   */
  void send(A answer) {
    lock.lock();
    try {
      if (!awaitUntil(() -> observer.isReady() || cancelled || ended, patience)) {
        throw new RedressException(
            ErrorReason.WATCHER_TOO_SLOW,
            "the stream was not read for "
                + patience.toSeconds()
                + " seconds; watch again from what was seen last");
      }
      refuseIfEnded();
    } finally {
      lock.unlock();
    }
    if (isOpen()) {
      observer.onNext(answer);
    }
  }

  /** Says that there may be something to send. */
  void wake() {
    change(() -> awake = true);
  }

  /**
   * Waits until the stream is woken, loses its reader, or the time is over.
   *
   * @return whether it was woken
   * @throws RedressException {@code SERVER_UNAVAILABLE} when the server goes down
   */
  boolean await(Duration time) {
    lock.lock();
    try {
      awaitUntil(() -> awake || cancelled || ended, time);
      refuseIfEnded();
      boolean woken = awake;
      awake = false;
      return woken;
    } finally {
      lock.unlock();
    }
  }

  private void run(Consumer<PacedStream<A>> writer) {
    try {
      writer.accept(this);
      if (isOpen()) {
        observer.onCompleted();
      }
    } catch (RuntimeException | Error e) {
      if (isOpen()) {
        observer.onError(e);
      }
    }
  }

  private void refuseIfEnded() {
    if (ended) {
      throw new RedressException(
          ErrorReason.SERVER_UNAVAILABLE,
          "the server is going down; watch again from what was seen last");
    }
  }

  private void change(Runnable step) {
    lock.lock();
    try {
      step.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits with the lock held; tells whether the condition came true in time. */
  private boolean awaitUntil(BooleanSupplier condition, Duration time) {
    try {
      long leftNanos = time.toNanos();
      while (!condition.getAsBoolean()) {
        if (leftNanos <= 0) {
          return false;
        }
        leftNanos = changed.awaitNanos(leftNanos);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RedressException(
          ErrorReason.SERVER_UNAVAILABLE, "the server is going down; watch again");
    }
  }
}
