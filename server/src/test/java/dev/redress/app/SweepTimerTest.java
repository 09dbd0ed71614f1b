package dev.redress.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
            Duration.ofSeconds(10),
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
  void age_isThatOfTheLastSweepThatWentWell() throws InterruptedException {
    Duration poll = Duration.ofMillis(20);
    CountDownLatch thirdFailure = new CountDownLatch(3);
    AtomicBoolean databaseIsBack = new AtomicBoolean();
    CountDownLatch laterSweep = new CountDownLatch(2);
    try (SweepTimer timer =
        new SweepTimer(
            "test",
            poll,
            () -> {
              if (!databaseIsBack.get()) {
                thirdFailure.countDown();
                throw new IllegalStateException("the database is away");
              }
              laterSweep.countDown();
              return false;
            })) {
      timer.start();
      assertThat(thirdFailure.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(timer.age()).isGreaterThan(poll);

      long backNanos = System.nanoTime();
      databaseIsBack.set(true);
      assertThat(laterSweep.await(10, TimeUnit.SECONDS)).isTrue();
      Duration age = timer.age();
      assertThat(age).isLessThan(Duration.ofNanos(System.nanoTime() - backNanos));
      assertThat(timer.failureCount()).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void close_endsATimerWhoseSweepFails() throws InterruptedException {
    CountDownLatch swept = new CountDownLatch(1);
    SweepTimer timer =
        new SweepTimer(
            "test",
            Duration.ofSeconds(10),
            () -> {
              swept.countDown();
              throw new IllegalStateException("the database is away");
            });
    timer.start();

    assertThat(swept.await(10, TimeUnit.SECONDS)).isTrue();
    timer.close();
    assertThat(timer.failureCount()).isEqualTo(1);
  }
}
