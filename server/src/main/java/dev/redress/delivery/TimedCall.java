package dev.redress.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call to the network that ends in time, whatever the other side does. It runs on a virtual
 * thread of its own: an interrupt closes the socket that such a thread waits for, which single
 * timeouts for each read cannot do against one who sends a byte now and then.
 */
final class TimedCall {
  private TimedCall() {}

  /**
   * Runs a call.
   *
   * @throws TimeoutException when it does not end in time; it is interrupted then
   * @throws IOException what the call throws; its cause, unless it is one itself
   */
  static <T> T run(Duration time, Callable<T> call) throws TimeoutException, IOException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = Thread.ofVirtual().name("send").start(task);
    try {
      return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException bug -> throw bug;
        case Error broken -> throw broken;
        case IOException failure -> throw failure;
        case null, default -> throw new IOException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server goes down", e);
    } finally {
      // No effect once it has ended.
      thread.interrupt();
    }
  }
}
