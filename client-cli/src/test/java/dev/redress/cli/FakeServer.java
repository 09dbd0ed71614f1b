package dev.redress.cli;

import dev.redress.cli.connection.ServerAddress;
import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** A server in this process that serves what a test gives it. */
public final class FakeServer implements AutoCloseable {
  private final String name = "fake-" + UUID.randomUUID();
  private final Server server;

  /** Serves these services; calls of any other are UNIMPLEMENTED. */
  public FakeServer(BindableService... services) {
    InProcessServerBuilder builder = InProcessServerBuilder.forName(name).directExecutor();
    for (BindableService service : services) {
      builder.addService(service);
    }
    try {
      server = builder.build().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A channel to it, whatever the address. */
  public ManagedChannel channel(ServerAddress address) {
    return InProcessChannelBuilder.forName(name).directExecutor().build();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
