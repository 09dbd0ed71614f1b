package dev.redress.grpc;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The streams that are open on this server, so that they can be ended when it goes down. */
public final class OpenStreams {
  private final Set<Runnable> enders = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  /**
   * Remembers a stream; when the server goes down already, it is ended at once.
   *
   * @param ender wakes whoever works on the stream; quick, and safe from any thread
   * @return forgets the stream
   */
  Runnable add(Runnable ender) {
    enders.add(ender);
    if (ended) {
      ender.run();
    }
    return () -> enders.remove(ender);
  }

  /** Ends all streams, and every later one as it comes. */
  public void endAll() {
    ended = true;
    enders.forEach(Runnable::run);
  }

  /** Streams open now. */
  int count() {
    return enders.size();
  }
}
