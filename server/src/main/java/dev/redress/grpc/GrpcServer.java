package dev.redress.grpc;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The gRPC server: services behind interceptors, with health and, where wanted, reflection.
 *
 * <p>Calls are worked on by virtual threads, since handlers wait for the database most of the time;
 * how many run at once is bounded by {@link CallLimits}.
 */
public final class GrpcServer {
  // What strangers send is answered and not logged: with a stack trace for each bad frame they
  // could
  // fill the disk. Held here, since an unused logger is forgotten with its level.
  private static final Logger TRANSPORT_LOG =
      Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty");

  static {
    TRANSPORT_LOG.setLevel(Level.SEVERE);
  }

  // Somewhat less than the 4 MiB that clients take by default, so that they can also take the
  // answer
  // to a batch, which repeats it.
  private static final int MESSAGE_BYTES_MAX = 4_000_000;
  private static final int METADATA_BYTES_MAX = 16 * 1024;
  private static final int STREAMS_PER_CONNECTION_MAX = 128;
  private static final int RESETS_MAX = 100;
  private static final int RESET_WINDOW_SECONDS = 30;
  private static final int BACKLOG_CONNECTIONS_MAX = 1_024;

  private final Server server;
  private final OpenStreams streams;

  /** The name under which the health service tells whether the process lives, serving or not. */
  private static final String ALIVE = "alive";

  private final HealthStatusManager health = new HealthStatusManager();
  private final List<String> serviceNames;
  private final ExecutorService workers;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * A server that is not started yet.
   *
   * @param builder of the transport: {@link #netty}, or the in-process one
   * @param services all that it offers
   * @param streams those that the services open
   * @param access who may call
   * @param meter is told of each call
   * @param reflection whether clients can ask for the protos
   */
  public GrpcServer(
      ServerBuilder<?> builder,
      List<BindableService> services,
      OpenStreams streams,
      CallLimits limits,
      AccessCheck access,
      CallMeter meter,
      boolean reflection) {
    this.streams = streams;
    workers = Executors.newVirtualThreadPerTaskExecutor();
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("call-watchdog").factory());
    timer.setRemoveOnCancelPolicy(true);
    CallRates rates = access.rates();
    ServerInterceptor[] chain = {
      new CallLogInterceptor(meter),
      new WatchdogInterceptor(limits, timer),
      new ErrorInterceptor(),
      new RateInterceptor(rates),
      new OverloadInterceptor(limits),
      access.interceptor(rates),
      new ShareInterceptor(limits),
      new ReplayInterceptor()
    };
    builder.executor(workers);
    for (BindableService service : services) {
      builder.addService(ServerInterceptors.interceptForward(CheckedMessages.wrap(service), chain));
    }
    builder.addService(health.getHealthService());
    if (reflection) {
      builder.addService(ProtoReflectionServiceV1.newInstance());
    }
    server = builder.build();
    serviceNames =
        services.stream()
            .map(service -> service.bindService().getServiceDescriptor().getName())
            .toList();
    health.setStatus(ALIVE, ServingStatus.SERVING);
    setServing(false);
  }

  /**
   * A transport over TCP with a bound on everything that gRPC leaves unbounded: streams, resets,
   * pings, metadata, silent and old connections.
   *
   * @param address port 0 takes a free one
   * @param connectionsMax open at once, a quarter of them from one address; what is above is closed
   *     as it comes
   */
  public static ServerBuilder<?> netty(
      InetSocketAddress address, Transport transport, int connectionsMax) {
    return NettyServerBuilder.forAddress(address, transport.credentials())
        .channelFactory(() -> new BoundedServerChannel(connectionsMax))
        .bossEventLoopGroup(BoundedServerChannel.ACCEPTING)
        .workerEventLoopGroup(BoundedServerChannel.WORKING)
        .maxInboundMessageSize(MESSAGE_BYTES_MAX)
        .maxInboundMetadataSize(METADATA_BYTES_MAX)
        .maxConcurrentCallsPerConnection(STREAMS_PER_CONNECTION_MAX)
        .maxRstFramesPerWindow(RESETS_MAX, RESET_WINDOW_SECONDS)
        .handshakeTimeout(10, TimeUnit.SECONDS)
        .maxConnectionIdle(15, TimeUnit.MINUTES)
        // Long, so that streams of events are seldom cut; the grace lets uploads finish.
        .maxConnectionAge(12, TimeUnit.HOURS)
        .maxConnectionAgeGrace(1, TimeUnit.HOURS)
        .keepAliveTime(60, TimeUnit.SECONDS)
        .keepAliveTimeout(20, TimeUnit.SECONDS)
        .permitKeepAliveTime(20, TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(false)
        .withOption(ChannelOption.SO_BACKLOG, BACKLOG_CONNECTIONS_MAX);
  }

  /**
   * Begins to serve.
   *
   * @throws IOException when the address cannot be bound
   */
  public void start() throws IOException {
    server.start();
    setServing(true);
  }

  /** The port that was bound; -1 for the in-process transport. */
  public int port() {
    return server.getPort();
  }

  /**
   * Tells callers of the health service whether calls make sense now. Once the server goes down
   * this changes nothing any more.
   */
  public void setServing(boolean serving) {
    ServingStatus status = serving ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
    serviceNames.forEach(service -> health.setStatus(service, status));
  }

  /**
   * Goes down in good order: callers are told by the health service, streams are ended, no new call
   * is taken, and those in flight may end within the time. May be called again.
   *
   * @return whether all of them did
   */
  public boolean stop(Duration grace) throws InterruptedException {
    if (!server.isShutdown()) {
      health.enterTerminalState();
      server.shutdown();
    }
    streams.endAll();
    boolean drained = server.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
    if (!drained) {
      // Cancels the calls; their threads are never interrupted while they use the database.
      server.shutdownNow();
      server.awaitTermination(1, TimeUnit.SECONDS);
    }
    workers.shutdown();
    timer.shutdownNow();
    return drained;
  }
}
