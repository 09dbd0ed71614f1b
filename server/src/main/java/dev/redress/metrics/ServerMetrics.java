package dev.redress.metrics;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.LongSupplier;

/** What is counted of a server. */
public final class ServerMetrics {
  private static final double MILLIS_A_SECOND = 1_000;

  private ServerMetrics() {}

  /**
   * Counts the JVM, the pool of connections, caches, and escalations.
   *
   * @return keeps what it is given alive, through the gauges: counters hold it weakly
   */
  public static PrometheusMeterRegistry of(
      HikariDataSource pool, List<CacheCounts> caches, EscalationCounts escalations) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
    caches.forEach(cache -> bind(registry, cache));
    bind(registry, escalations);
    return registry;
  }

  private static void bind(PrometheusMeterRegistry registry, CacheCounts cache) {
    Gauge.builder("redress.cache.entries", cache, counts -> counts.entries().getAsLong())
        .description("Entries in a cache")
        .strongReference(true)
        .tag("cache", cache.name())
        .register(registry);
    FunctionCounter.builder("redress.cache.reads", cache, counts -> counts.hits().getAsLong())
        .description("Reads of a cache, by whether they found what they looked for")
        .tag("cache", cache.name())
        .tag("result", "hit")
        .register(registry);
    FunctionCounter.builder("redress.cache.reads", cache, counts -> counts.misses().getAsLong())
        .tag("cache", cache.name())
        .tag("result", "miss")
        .register(registry);
  }

  private static void bind(PrometheusMeterRegistry registry, EscalationCounts escalations) {
    Gauge.builder(
            "redress.escalation.lag.seconds",
            escalations,
            counts -> counts.lagMillis().getAsLong() / MILLIS_A_SECOND)
        .description("How long the duty that waits longest to be looked at has been waiting")
        .strongReference(true)
        .register(registry);
    FunctionCounter.builder(
            "redress.escalations.fired", escalations, counts -> counts.fired().getAsLong())
        .description("Escalations that this server has fired")
        .register(registry);
  }

  /**
   * What is counted of escalations since the server started.
   *
   * @param lagMillis how far the sweep is behind now
   * @param fired by this server
   */
  public record EscalationCounts(LongSupplier lagMillis, LongSupplier fired) {}

  /**
   * What is counted of a cache since the server started.
   *
   * @param name of what it holds
   * @param entries now
   * @param hits reads that found what they looked for
   * @param misses reads that had to ask the database
   */
  public record CacheCounts(
      String name, LongSupplier entries, LongSupplier hits, LongSupplier misses) {}
}
