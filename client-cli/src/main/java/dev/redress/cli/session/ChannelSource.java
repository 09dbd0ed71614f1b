package dev.redress.cli.session;

import dev.redress.cli.connection.ServerAddress;
import io.grpc.ManagedChannel;

/** Makes channels to servers; tests make them to servers in the same process. */
@FunctionalInterface
public interface ChannelSource {
  /** A new channel, which its user closes. */
  ManagedChannel open(ServerAddress address);
}
