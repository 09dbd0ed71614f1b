package dev.redress.grpc;

import dev.redress.access.Caller;
import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.ServerBuilder;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A server with some services, and a channel to it. */
final class TestServer implements AutoCloseable {
  /** Takes every call for one of the operator's. */
  private static final AccessCheck OPEN =
      new AccessCheck(_ -> Caller.OPERATOR, (_, _, _, _) -> {}, 1);

  private static final int CONNECTIONS_MAX = 1_000;

  /** Most connections that it takes from one address at once. */
  static final int CONNECTIONS_AT_ONCE = CONNECTIONS_MAX / 4 / 10;

  private final GrpcServer server;
  private final ManagedChannel channel;

  private TestServer(GrpcServer server, ManagedChannel channel) {
    this.server = server;
    this.channel = channel;
  }

  /** Without a network. */
  static TestServer inProcess(OpenStreams streams, CallLimits limits, BindableService... services) {
    return inProcess(streams, limits, OPEN, services);
  }

  /** Without a network, for callers who prove who they are. */
  static TestServer inProcess(
      OpenStreams streams, CallLimits limits, AccessCheck access, BindableService... services) {
    String name = UUID.randomUUID().toString();
    return new TestServer(
        started(InProcessServerBuilder.forName(name), streams, limits, access, true, services),
        InProcessChannelBuilder.forName(name).build());
  }

  /** On a free loopback port. */
  static TestServer onPort(CallLimits limits, boolean reflection, BindableService... services) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    GrpcServer server =
        started(
            GrpcServer.netty(
                new InetSocketAddress(loopback, 0), Transport.plaintext(), CONNECTIONS_MAX),
            new OpenStreams(),
            limits,
            OPEN,
            reflection,
            services);
    return new TestServer(
        server,
        NettyChannelBuilder.forAddress(loopback.getHostAddress(), server.port())
            .usePlaintext()
            .build());
  }

  private static GrpcServer started(
      ServerBuilder<?> builder,
      OpenStreams streams,
      CallLimits limits,
      AccessCheck access,
      boolean reflection,
      BindableService... services) {
    GrpcServer server =
        new GrpcServer(
            builder, List.of(services), streams, limits, access, (_, _, _) -> {}, reflection);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return server;
  }

  GrpcServer server() {
    return server;
  }

  ManagedChannel channel() {
    return channel;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    try {
      server.stop(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
