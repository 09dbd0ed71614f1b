package dev.redress.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The thread that sweeps. */
class SweepTimerTest {
  @Test
  void timer_sweepsOnWhileThereIsMore() throws InterruptedException {
    AtomicInteger sweeps = new AtomicInteger();
    CountDownLatch third = new CountDownLatch(3);

    try (SweepTimer timer =
        new SweepTimer(
            "test",
            () -> {
              third.countDown();
              return sweeps.incrementAndGet() < 3;
            })) {
      timer.start();
      assertThat(third.await(10, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(sweeps).hasValue(3);
  }

  @Test
  void close_endsATimerWhoseSweepFails() throws InterruptedException {
    CountDownLatch swept = new CountDownLatch(1);
    SweepTimer timer =
        new SweepTimer(
            "test",
            () -> {
              swept.countDown();
              throw new IllegalStateException("the database is away");
            });
    timer.start();

    assertThat(swept.await(10, TimeUnit.SECONDS)).isTrue();
    timer.close();
  }
}
