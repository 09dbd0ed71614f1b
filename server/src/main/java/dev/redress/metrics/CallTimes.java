package dev.redress.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How long calls take, by method and status. Nothing is kept until a registry is there. */
public final class CallTimes {
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
  private volatile @Nullable MeterRegistry registry;

  private record Kind(String method, String code) {}

  /** Has them shown in a registry from now on. */
  void bindTo(MeterRegistry shown) {
    registry = shown;
  }

  /** Counts a call that has ended. */
  public void record(String method, String code, long nanos) {
    MeterRegistry shown = registry;
    if (shown != null) {
      timers
          .computeIfAbsent(new Kind(method, code), kind -> timer(shown, kind))
          .record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private static Timer timer(MeterRegistry shown, Kind kind) {
    return Timer.builder("redress.calls")
        .description("Calls by method and status, and how long they took")
        .tag("method", kind.method())
        .tag("code", kind.code())
        .serviceLevelObjectives(BOUNDS)
        .register(shown);
  }
}
