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
import java.util.function.LongSupplier;

/**
 * Accepts connections up to a number, at most a quarter of them from one address, of these a tenth
 * at once and a twenty-fifth each second, and closes what comes beyond it at once: gRPC bounds the
 * streams of a connection and not the connections, of which each costs memory, a file, and time
 * until it has begun to speak. Who opens as many as the server takes keeps nobody else out.
 */
final class BoundedServerChannel extends NioServerSocketChannel {
  /** Shared by all servers of a process, as gRPC shares its own; daemons, so never in the way. */
  static final EventLoopGroup ACCEPTING = loops("accept", 1);

  /** One for each processor and a half, as netty chooses. */
  static final EventLoopGroup WORKING = loops("transport", 0);

  private static final int ADDRESSES_MIN = 4;
  private static final int AT_ONCE = 10;
  private static final int A_SECOND = 25;

  /** What any address may have, and have at once, if the server takes so many at all. */
  private static final int FEW = 16;

  /** Addresses that are known; when there are more, those without a connection are forgotten. */
  private static final int ADDRESSES_MAX = 10_000;

  private final int connectionsMax;
  private final int ofOneAddressMax;
  private final int atOnceMax;
  private final LongSupplier nanoTime;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<InetAddress, Visitor> visitors = new ConcurrentHashMap<>();

  BoundedServerChannel(int connectionsMax) {
    this(connectionsMax, System::nanoTime);
  }

  BoundedServerChannel(int connectionsMax, LongSupplier nanoTime) {
    this.connectionsMax = connectionsMax;
    this.ofOneAddressMax = Math.min(connectionsMax, Math.max(FEW, connectionsMax / ADDRESSES_MIN));
    this.atOnceMax = Math.min(ofOneAddressMax, Math.max(FEW, ofOneAddressMax / AT_ONCE));
    this.nanoTime = nanoTime;
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
  boolean take(InetSocketAddress from) {
    if (visitors.size() >= ADDRESSES_MAX) {
      visitors.values().removeIf(Visitor::isGone);
    }
    if (!visitors.computeIfAbsent(from.getAddress(), _ -> new Visitor()).take()) {
      return false;
    }
    if (open.incrementAndGet() > connectionsMax) {
      giveBack(from);
      return false;
    }
    return true;
  }

  /** A connection from there is closed. */
  void giveBack(InetSocketAddress from) {
    open.decrementAndGet();
    visitors.computeIfAbsent(from.getAddress(), _ -> new Visitor()).giveBack();
  }

  /** What came from one address. */
  private final class Visitor {
    private int open;
    private double left = atOnceMax;
    private long seenNanos = nanoTime.getAsLong();

    synchronized boolean take() {
      long now = nanoTime.getAsLong();
      double filled = (now - seenNanos) / 1e9 * ofOneAddressMax / A_SECOND;
      left = Math.min(atOnceMax, left + filled);
      seenNanos = now;
      if (open == ofOneAddressMax || left < 1) {
        return false;
      }
      left--;
      open++;
      return true;
    }

    synchronized void giveBack() {
      open = Math.max(0, open - 1);
    }

    synchronized boolean isGone() {
      return open == 0;
    }
  }
}
