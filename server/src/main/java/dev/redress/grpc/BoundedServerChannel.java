package dev.redress.grpc;

import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accepts connections up to a number, and closes what comes beyond it at once: gRPC bounds the
 * streams of a connection and not the connections, of which each costs memory and a file.
 */
final class BoundedServerChannel extends NioServerSocketChannel {
  /** Shared by all servers of a process, as gRPC shares its own; daemons, so never in the way. */
  static final EventLoopGroup ACCEPTING = loops("accept", 1);

  /** One for each processor and a half, as netty chooses. */
  static final EventLoopGroup WORKING = loops("transport", 0);

  private final int connectionsMax;
  private final AtomicInteger open = new AtomicInteger();

  BoundedServerChannel(int connectionsMax) {
    this.connectionsMax = connectionsMax;
  }

  private static EventLoopGroup loops(String name, int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
  }

  @Override
  protected int doReadMessages(List<Object> accepted) throws Exception {
    int count = super.doReadMessages(accepted);
    if (count == 1 && accepted.getLast() instanceof Channel connection) {
      if (open.incrementAndGet() > connectionsMax) {
        open.decrementAndGet();
        accepted.removeLast();
        connection.unsafe().closeForcibly();
        return 0;
      }
      var _ = connection.closeFuture().addListener(_ -> open.decrementAndGet());
    }
    return count;
  }
}
