package dev.redress.app;

import dev.redress.access.CredentialCheck;
import dev.redress.access.IdentityProvider;
import dev.redress.access.LocalToken;
import dev.redress.backup.BackupFolder;
import dev.redress.backup.BackupService;
import dev.redress.backup.JournalHeads;
import dev.redress.cache.CacheStatistics;
import dev.redress.cache.CachedHolidaySource;
import dev.redress.calendar.ICalendarReader;
import dev.redress.calendar.JollydayHolidaySource;
import dev.redress.customer.Calendars;
import dev.redress.delivery.MailSender;
import dev.redress.delivery.WebhookSender;
import dev.redress.escalation.EscalationWorker;
import dev.redress.grpc.AbsenceGrpcService;
import dev.redress.grpc.AccessCheck;
import dev.redress.grpc.AccessGrpcService;
import dev.redress.grpc.AgreementGrpcService;
import dev.redress.grpc.AttachmentGrpcService;
import dev.redress.grpc.AuditGrpcService;
import dev.redress.grpc.AuthorityGrpcService;
import dev.redress.grpc.CallLimits;
import dev.redress.grpc.CallbackGrpcService;
import dev.redress.grpc.CustomerGrpcService;
import dev.redress.grpc.DisputeGrpcService;
import dev.redress.grpc.EnvelopeGrpcService;
import dev.redress.grpc.EscalationGrpcService;
import dev.redress.grpc.EventGrpcService;
import dev.redress.grpc.EventJson;
import dev.redress.grpc.GrpcServer;
import dev.redress.grpc.ImportGrpcService;
import dev.redress.grpc.InvoiceGrpcService;
import dev.redress.grpc.ModelGrpcService;
import dev.redress.grpc.NotificationGrpcService;
import dev.redress.grpc.OpenStreams;
import dev.redress.grpc.PrivacyGrpcService;
import dev.redress.grpc.PromiseGrpcService;
import dev.redress.grpc.ProviderGrpcService;
import dev.redress.grpc.ReconciliationGrpcService;
import dev.redress.grpc.ReportGrpcService;
import dev.redress.grpc.RequestGrpcService;
import dev.redress.grpc.ServerGrpcService;
import dev.redress.grpc.ServerGrpcService.CacheFacts;
import dev.redress.grpc.ServerGrpcService.ServerFacts;
import dev.redress.grpc.ServiceLevelGrpcService;
import dev.redress.grpc.StreamLimits;
import dev.redress.grpc.Transport;
import dev.redress.identity.IdSource;
import dev.redress.identity.TimeOrderedIds;
import dev.redress.ingest.ImportLimits;
import dev.redress.ingest.Spool;
import dev.redress.matching.Verdict;
import dev.redress.metrics.CallTimes;
import dev.redress.metrics.MetricsEndpoint;
import dev.redress.metrics.ServerMetrics;
import dev.redress.notification.ChannelKind;
import dev.redress.notification.DeliveryLoop;
import dev.redress.notification.DeliveryResult;
import dev.redress.notification.DeliveryWorker;
import dev.redress.notification.Senders;
import dev.redress.oidc.JwtIdentityProvider;
import dev.redress.page.JteReportPage;
import dev.redress.page.JteStatementPage;
import dev.redress.persistence.Database;
import dev.redress.persistence.DatabaseSettings;
import dev.redress.reconciliation.PartWorker;
import dev.redress.report.OpenWorkMeter;
import dev.redress.ubl.UblEnvelopeXml;
import io.grpc.BindableService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole server: the one place where everything is wired, from the database to the wire. */
public final class Assembly implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

  /** As precise as both databases store it. */
  private static final InstantSource CLOCK = () -> Instant.now().truncatedTo(ChronoUnit.MICROS);

  /**
   * How long the server rests after it has looked for what is due, counted, or asked the database.
   */
  private static final Duration SWEEP_POLL = Duration.ofSeconds(10);

  private static final Duration COUNT_POLL = Duration.ofSeconds(60);
  private static final Duration HEALTH_POLL = Duration.ofSeconds(2);

  private static final int IMPORTED_ROWS_MAX = 50_000_000;
  private static final int IMPORTS_MAX = 4;
  private static final String EMBEDDED_WORKER = "embedded";

  private final ServerConfig config;
  private final Database database;
  private final Services services;
  private final List<SweepTimer> timers;
  private final DeliveryLoop deliveries;
  private final WebhookSender webhooks;
  private final GrpcServer server;
  private final Transport transport;
  private final TokenFile tokenFile;
  private final RunningServer running;
  private final @Nullable MetricsEndpoint metrics;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Assembly(
      ServerConfig config,
      Database database,
      Services services,
      List<SweepTimer> timers,
      DeliveryLoop deliveries,
      WebhookSender webhooks,
      GrpcServer server,
      Transport transport,
      TokenFile tokenFile,
      RunningServer running,
      @Nullable MetricsEndpoint metrics) {
    this.config = config;
    this.database = database;
    this.services = services;
    this.timers = timers;
    this.deliveries = deliveries;
    this.webhooks = webhooks;
    this.server = server;
    this.transport = transport;
    this.tokenFile = tokenFile;
    this.running = running;
    this.metrics = metrics;
  }

  /**
   * Starts a server; it serves when this returns.
   *
   * @throws dev.redress.persistence.DatabaseOpenException when the database cannot be used
   * @throws IOException when a port is taken
   */
  public static Assembly start(ServerConfig config) throws IOException {
    Database database = Database.open(databaseSettings(config));
    try {
      return start(config, database);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Assembly start(ServerConfig config, Database database) throws IOException {
    TimeOrderedIds ids = new TimeOrderedIds(CLOCK);
    Stores stores = Stores.of(database, CLOCK);
    CachedHolidaySource holidays = new CachedHolidaySource(new JollydayHolidaySource());
    WebhookSender webhooks = new WebhookSender(new EventJson(), CLOCK, config.notifyPrivateHosts());
    Services services =
        Services.of(
            stores,
            new Calendars(holidays, new ICalendarReader(), CLOCK),
            CLOCK,
            ids,
            new Spool(config.data().resolve("spool")),
            new ImportLimits(
                (long) config.uploadMebibytesMax() << 20, IMPORTED_ROWS_MAX, IMPORTS_MAX),
            senders(config, webhooks),
            database.isEmbedded() ? EMBEDDED_WORKER : ids.next());
    services.providers().ensureDefault();
    List<Supplier<CacheStatistics>> caches =
        List.of(
            stores.customers()::statistics,
            stores.providers()::statistics,
            stores.models()::statistics,
            stores.serviceLevels()::statistics,
            stores.absences()::statistics,
            stores.authority()::statistics,
            stores.solvedCustomers()::statistics,
            holidays::statistics);
    OpenStreams streams = new OpenStreams();
    CallTimes calls = new CallTimes();
    LocalToken token = LocalToken.create();
    Transport transport = transport(config.access());
    GrpcServer server =
        new GrpcServer(
            GrpcServer.netty(
                new InetSocketAddress(config.bind(), config.port()),
                transport,
                config.access().connectionsMax()),
            grpcServices(
                services,
                backups(config, database, stores, services),
                ids,
                streams,
                () -> facts(database, caches)),
            streams,
            CallLimits.DEFAULT.withCallsMax(config.callsMax()),
            new AccessCheck(
                new CredentialCheck(
                    stores.transactions(), stores.access(), token, identities(config), CLOCK),
                services.reads(),
                config.access().callsPerSecond()),
            calls::record,
            config.reflection());
    List<SweepTimer> timers = timers(services, database, server);
    MetricsEndpoint metrics = metrics(config, database, calls, caches, timers, services);
    TokenFile tokenFile;
    RunningServer running;
    try {
      server.start();
      tokenFile = TokenFile.write(config.access().tokenFile(server.port()), token);
      running = RunningServer.write(config.data(), address(config, server));
    } catch (IOException | RuntimeException e) {
      transport.close();
      if (metrics != null) {
        metrics.close();
      }
      throw e;
    }
    // Threads begin when nothing can fail any more.
    services.sequencer().start();
    services.workers().start(config.workers());
    timers.forEach(SweepTimer::start);
    DeliveryLoop deliveries = new DeliveryLoop(services.deliveryWorker());
    deliveries.start();
    return new Assembly(
        config,
        database,
        services,
        timers,
        deliveries,
        webhooks,
        server,
        transport,
        tokenFile,
        running,
        metrics);
  }

  /** What the server does by itself, again and again. */
  private static List<SweepTimer> timers(Services services, Database database, GrpcServer server) {
    return List.of(
        new SweepTimer("escalate", SWEEP_POLL, services.escalationWorker()::sweep),
        new SweepTimer("close", SWEEP_POLL, services.closingWorker()::sweep),
        new SweepTimer(
            "count",
            COUNT_POLL,
            () -> {
              services.openWork().measure();
              return false;
            }),
        new SweepTimer(
            "health",
            HEALTH_POLL,
            () -> {
              server.setServing(database.answers());
              return false;
            }));
  }

  private static Transport transport(AccessSettings access) throws IOException {
    AccessSettings.@Nullable TlsFiles tls = access.tls();
    return tls == null
        ? Transport.plaintext()
        : Transport.tls(tls.certificate(), tls.key(), tls.clientAuthorities());
  }

  private static IdentityProvider identities(ServerConfig config) {
    AccessSettings.@Nullable TokenIssuer issuer = config.access().tokens();
    return issuer == null
        ? IdentityProvider.NONE
        : JwtIdentityProvider.of(issuer.issuer(), issuer.audience(), issuer.keys());
  }

  private static @Nullable MetricsEndpoint metrics(
      ServerConfig config,
      Database database,
      CallTimes calls,
      List<Supplier<CacheStatistics>> caches,
      List<SweepTimer> timers,
      Services services)
      throws IOException {
    return config.metricsPort() < 0
        ? null
        : MetricsEndpoint.start(
            config.bind(),
            config.metricsPort(),
            ServerMetrics.of(
                database.pool(),
                calls,
                counts(caches),
                timers.stream().map(Assembly::counts).toList(),
                counts(services.partWorker(), services.openWork()),
                counts(services.escalationWorker()),
                counts(services.deliveryWorker())));
  }

  private static List<BindableService> grpcServices(
      Services services,
      BackupService backups,
      IdSource ids,
      OpenStreams streams,
      Supplier<ServerFacts> serverFacts) {
    return List.of(
        new ServerGrpcService(serverFacts, backups),
        new AccessGrpcService(services.access(), services.providers(), services.retries()),
        new ProviderGrpcService(services.providers(), services.calendars(), services.retries()),
        new CustomerGrpcService(
            services.customers(),
            services.calendars(),
            services.shownCalendars(),
            services.retries()),
        new AgreementGrpcService(services.agreements(), services.retries()),
        new RequestGrpcService(services.requests(), services.retries()),
        new InvoiceGrpcService(
            services.invoices(), services.statements(), new JteStatementPage(), services.retries()),
        new ImportGrpcService(services.imports(), services.providers(), services.retries()),
        new ReconciliationGrpcService(
            new ReconciliationGrpcService.UseCases(
                services.reconciliations(),
                services.findings(),
                services.decisions(),
                services.lines(),
                services.imports(),
                services.catchAlls(),
                services.invariants(),
                services.providers(),
                services.requests()),
            services.retries(),
            streams,
            StreamLimits.DEFAULT),
        new ReportGrpcService(services.reports(), new JteReportPage()),
        new ModelGrpcService(services.models(), services.replays(), services.retries()),
        new DisputeGrpcService(
            new DisputeGrpcService.UseCases(
                services.disputes(),
                services.settlements(),
                services.handoffs(),
                services.briefs(),
                services.providers()),
            services.retries()),
        new EnvelopeGrpcService(services.envelopes(), new UblEnvelopeXml()),
        new AuthorityGrpcService(services.authority(), services.retries()),
        new AttachmentGrpcService(services.attachments(), services.retries()),
        new CallbackGrpcService(
            services.callbacks(),
            services.attempts(),
            services.signOffs(),
            services.providers(),
            services.retries(),
            CLOCK),
        new PromiseGrpcService(
            services.promises(), services.providers(), services.retries(), CLOCK),
        new AbsenceGrpcService(services.absences(), services.providers(), services.retries()),
        new ServiceLevelGrpcService(
            services.serviceLevels(), services.providers(), services.retries()),
        new EscalationGrpcService(services.escalations(), services.providers(), services.retries()),
        new NotificationGrpcService(
            services.notifications(), services.providers(), services.retries(), ids, CLOCK),
        new AuditGrpcService(services.audits(), services.providers(), CLOCK),
        new PrivacyGrpcService(
            services.privacy(), services.retries(), streams, StreamLimits.DEFAULT, CLOCK),
        new EventGrpcService(
            services.events(), services.providers(), streams, StreamLimits.DEFAULT));
  }

  private static BackupService backups(
      ServerConfig config, Database database, Stores stores, Services services) throws IOException {
    return new BackupService(
        new JournalHeads(stores.transactions(), stores.providers(), services.audits())::all,
        database.copy(),
        config.backups() == null
            ? Optional.empty()
            : Optional.of(new BackupFolder(config.backups())),
        new BackupService.Facts(
            ServerVersion.current(), database.product(), database.schemaVersion()),
        CLOCK);
  }

  static DatabaseSettings databaseSettings(ServerConfig config) {
    return config.database() == null
        ? new DatabaseSettings.DerbyFolder(
            config.data(),
            DatabaseSettings.DerbyFolder.CACHE_PAGES_DEFAULT,
            config.connectionsMax())
        : new DatabaseSettings.PostgreSql(
            config.database(),
            config.databaseUser(),
            config.databasePassword(),
            config.connectionsMax());
  }

  private static List<ServerMetrics.CacheCounts> counts(List<Supplier<CacheStatistics>> caches) {
    return caches.stream()
        .map(
            cache ->
                new ServerMetrics.CacheCounts(
                    cache.get().cache(),
                    () -> cache.get().entries(),
                    () -> cache.get().hits(),
                    () -> cache.get().misses()))
        .toList();
  }

  private static ServerMetrics.SweepCounts counts(SweepTimer timer) {
    return new ServerMetrics.SweepCounts(
        timer.name(), () -> timer.age().toMillis(), timer::failureCount);
  }

  private static ServerMetrics.WorkCounts counts(PartWorker worker, OpenWorkMeter open) {
    return new ServerMetrics.WorkCounts(
        Stream.of(Verdict.Answer.values())
            .map(
                answer ->
                    new ServerMetrics.WorkCounts.Answered(
                        answer.name().toLowerCase(Locale.ROOT), () -> worker.answeredCount(answer)))
            .toList(),
        () -> open.last().openDisputes(),
        () -> open.last().liveCallbacks(),
        () -> open.last().overdueCallbacks());
  }

  private static ServerMetrics.EscalationCounts counts(EscalationWorker worker) {
    return new ServerMetrics.EscalationCounts(() -> worker.lag().toMillis(), worker::firedCount);
  }

  private static ServerMetrics.NotificationCounts counts(DeliveryWorker worker) {
    List<ServerMetrics.NotificationCounts.Tries> tries = new ArrayList<>();
    for (ChannelKind kind : ChannelKind.values()) {
      for (DeliveryResult result : DeliveryResult.values()) {
        tries.add(
            new ServerMetrics.NotificationCounts.Tries(
                kind.name().toLowerCase(Locale.ROOT),
                result.name().toLowerCase(Locale.ROOT),
                () -> worker.count(kind, result)));
      }
    }
    return new ServerMetrics.NotificationCounts(
        tries, () -> worker.backlogAge().toMillis(), worker::waitingLetters, worker::deadLetters);
  }

  private static Senders senders(ServerConfig config, WebhookSender webhooks) {
    return config.smtp() == null
        ? new Senders(webhooks)
        : new Senders(webhooks, new MailSender(config.smtp(), CLOCK));
  }

  private static ServerFacts facts(Database database, List<Supplier<CacheStatistics>> caches) {
    return new ServerFacts(
        ServerVersion.current(),
        database.product(),
        database.schemaVersion(),
        database.answers(),
        caches.stream()
            .map(Supplier::get)
            .map(
                cache ->
                    new CacheFacts(cache.cache(), cache.entries(), cache.hits(), cache.misses()))
            .toList());
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Where it listens, as {@code ADDRESS:PORT}. */
  public String address() {
    return address(config, server);
  }

  private static String address(ServerConfig config, GrpcServer server) {
    return config.bind().getHostAddress() + ":" + server.port();
  }

  /** Where the token is that lets the user of the server call it. */
  public Path tokenFile() {
    return tokenFile.path();
  }

  /** What it keeps its data in, for people. */
  public String database() {
    return database.product()
        + (database.isEmbedded() ? ", data in " + config.data().toAbsolutePath() : "");
  }

  /** Where metrics are served, as {@code ADDRESS:PORT}. */
  public Optional<String> metricsAddress() {
    return metrics == null
        ? Optional.empty()
        : Optional.of(config.bind().getHostAddress() + ":" + metrics.port());
  }

  /** Waits until {@link #close} has ended everything. */
  void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Goes down in good order: callers first, then work, then the database. */
  @Override
  public void close() {
    services.imports().abortAll();
    try {
      if (!server.stop(Duration.ofSeconds(config.drainSeconds()))) {
        LOG.warn("some calls did not end within {} s and were cancelled", config.drainSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    transport.close();
    tokenFile.close();
    timers.forEach(SweepTimer::close);
    deliveries.close();
    webhooks.close();
    services.workers().close();
    services.sequencer().close();
    if (metrics != null) {
      metrics.close();
    }
    database.close();
    running.close();
    ended.countDown();
  }
}
