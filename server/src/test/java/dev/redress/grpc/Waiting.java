package dev.redress.grpc;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes true soon. */
final class Waiting {
  private static final long TRIES_MAX = 2_000;
  private static final long PAUSE_NANOS = 10_000_000;

  private Waiting() {}

  /** Returns as soon as the condition holds; fails after 20 seconds. */
  static void until(BooleanSupplier condition) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      if (condition.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("did not come true in 20 seconds");
  }
}
