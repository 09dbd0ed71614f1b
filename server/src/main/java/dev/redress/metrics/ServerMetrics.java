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
import java.util.function.Supplier;

/** What is counted of a server. */
public final class ServerMetrics {
  private static final double MILLIS_A_SECOND = 1_000;

  private ServerMetrics() {}

  /**
   * Counts the JVM, calls, the pool of connections, caches, sweeps, answers, what is open,
   * escalations and notifications.
   *
   * @return keeps what it is given alive, through the gauges: counters hold it weakly
   */
  public static PrometheusMeterRegistry of(
      HikariDataSource pool,
      CallTimes calls,
      List<CacheCounts> caches,
      List<SweepCounts> sweeps,
      WorkCounts work,
      EscalationCounts escalations,
      NotificationCounts notifications) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    calls.bindTo(registry);
    pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
    caches.forEach(cache -> bind(registry, cache));
    sweeps.forEach(sweep -> bind(registry, sweep));
    bind(registry, work);
    bind(registry, escalations);
    bind(registry, notifications);
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

  private static void bind(PrometheusMeterRegistry registry, SweepCounts sweep) {
    Gauge.builder(
            "redress.sweep.age.seconds",
            sweep,
            counts -> counts.ageMillis().getAsLong() / MILLIS_A_SECOND)
        .description("How long ago a sweep last went well")
        .strongReference(true)
        .tag("sweep", sweep.name())
        .register(registry);
    FunctionCounter.builder(
            "redress.sweep.failures", sweep, counts -> counts.failures().getAsLong())
        .description("Sweeps that failed and were tried again")
        .tag("sweep", sweep.name())
        .register(registry);
  }

  private static void bind(PrometheusMeterRegistry registry, WorkCounts work) {
    for (WorkCounts.Answered answered : work.answered()) {
      FunctionCounter.builder("redress.verdicts", answered, counts -> counts.count().getAsLong())
          .description("Lines that runs of this server have answered for")
          .tag("verdict", answered.verdict())
          .register(registry);
    }
    gauge(
        registry,
        "redress.disputes.open",
        "Disputes that are open",
        () -> work.openDisputes().getAsLong());
    gauge(
        registry,
        "redress.callbacks.live",
        "Calls that must be made",
        () -> work.liveCallbacks().getAsLong());
    gauge(
        registry,
        "redress.callbacks.overdue",
        "Calls that must be made and whose due time has passed",
        () -> work.overdueCallbacks().getAsLong());
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

  private static void bind(PrometheusMeterRegistry registry, NotificationCounts notifications) {
    for (NotificationCounts.Tries tries : notifications.tries()) {
      FunctionCounter.builder(
              "redress.notification.tries", tries, counts -> counts.count().getAsLong())
          .description("Tries of this server to send an event, by kind of target and result")
          .tag("kind", tries.kind())
          .tag("result", tries.result())
          .register(registry);
    }
    gauge(
        registry,
        "redress.notification.backlog.seconds",
        "How long the oldest event has waited that some enabled target has not come to",
        () -> notifications.backlogMillis().getAsLong() / MILLIS_A_SECOND);
    gauge(
        registry,
        "redress.notification.waiting",
        "Events that targets did not take and that are tried again",
        () -> notifications.waiting().getAsLong());
    gauge(
        registry,
        "redress.notification.dead.letters",
        "Events that targets did not take and that are not tried again by themselves",
        () -> notifications.dead().getAsLong());
  }

  private static void gauge(
      PrometheusMeterRegistry registry, String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).strongReference(true).register(registry);
  }

  /**
   * What is counted of notifications.
   *
   * @param tries of this server since it started
   * @param backlogMillis the age of the oldest event that is still to be sent, on all servers
   * @param waiting events that are tried again, on all servers
   * @param dead events that are not, on all servers
   */
  public record NotificationCounts(
      List<Tries> tries, LongSupplier backlogMillis, LongSupplier waiting, LongSupplier dead) {

    /**
     * How many tries ended so.
     *
     * @param kind of target, in lower case
     * @param result in lower case
     */
    public record Tries(String kind, String result, LongSupplier count) {}
  }

  /**
   * What is counted of what the server does by itself.
   *
   * @param name of the sweep
   * @param ageMillis since it last went well
   * @param failures since the server started
   */
  public record SweepCounts(String name, LongSupplier ageMillis, LongSupplier failures) {}

  /**
   * What is counted of the work that people do with the server.
   *
   * @param answered by runs of this server since it started
   * @param openDisputes on all servers, as all that follows
   */
  public record WorkCounts(
      List<Answered> answered,
      LongSupplier openDisputes,
      LongSupplier liveCallbacks,
      LongSupplier overdueCallbacks) {

    /**
     * How many lines have a verdict.
     *
     * @param verdict in lower case
     */
    public record Answered(String verdict, LongSupplier count) {}
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
