package dev.redress.grpc;

import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accepts connections up to a number, at most a quarter of them from one address, and closes what
 * comes beyond it at once: gRPC bounds the streams of a connection and not the connections, of
 * which each costs memory and a file. Who opens as many as the server takes keeps nobody else out.
 */
final class BoundedServerChannel extends NioServerSocketChannel {
  /** Shared by all servers of a process, as gRPC shares its own; daemons, so never in the way. */
  static final EventLoopGroup ACCEPTING = loops("accept", 1);

  /** One for each processor and a half, as netty chooses. */
  static final EventLoopGroup WORKING = loops("transport", 0);

  private static final int ADDRESSES_MIN = 4;

  private final int connectionsMax;
  private final int ofOneAddressMax;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<InetAddress, Integer> openByAddress = new ConcurrentHashMap<>();

  BoundedServerChannel(int connectionsMax) {
    this.connectionsMax = connectionsMax;
    this.ofOneAddressMax = Math.max(1, connectionsMax / ADDRESSES_MIN);
  }

  private static EventLoopGroup loops(String name, int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
  }

  @Override
  protected int doReadMessages(List<Object> accepted) throws Exception {
    int count = super.doReadMessages(accepted);
    if (count == 1 && accepted.getLast() instanceof Channel connection) {
      // One that is closed already has no address any more.
      if (!(connection.remoteAddress() instanceof InetSocketAddress from) || !take(from)) {
        accepted.removeLast();
        connection.unsafe().closeForcibly();
        return 0;
      }
      var _ = connection.closeFuture().addListener(_ -> giveBack(from));
    }
    return count;
  }

  /** Whether there is a place for one more from there; it is then taken. */
  private boolean take(InetSocketAddress from) {
    int total = open.incrementAndGet();
    int ofThisAddress = openByAddress.merge(from.getAddress(), 1, Integer::sum);
    if (total > connectionsMax || ofThisAddress > ofOneAddressMax) {
      giveBack(from);
      return false;
    }
    return true;
  }

  private void giveBack(InetSocketAddress from) {
    open.decrementAndGet();
    openByAddress.computeIfPresent(from.getAddress(), (_, count) -> count == 1 ? null : count - 1);
  }
}
