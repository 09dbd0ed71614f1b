package dev.redress.process;

import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.WatchEventsRequest;
import dev.redress.v1.WatchEventsResponse;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Follows the events of a provider, by one server and then by the other when that one is gone. */
final class Watcher implements Runnable {
  private final TwoServers servers;
  private final String provider;
  private final Context.CancellableContext context = Context.current().withCancellation();
  private final List<Event> seen = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private volatile long last;
  private int connections;

  Watcher(TwoServers servers, String provider) {
    this.servers = servers;
    this.provider = provider;
  }

  @Override
  public void run() {
    context.run(
        () -> {
          while (!context.isCancelled()) {
            follow();
          }
        });
  }

  private void follow() {
    try {
      Iterator<WatchEventsResponse> events =
          EventServiceGrpc.newBlockingStub(servers.channel(connections++))
              .watchEvents(
                  WatchEventsRequest.newBuilder()
                      .setParent(provider)
                      .setAfterSequence(last)
                      .build());
      while (events.hasNext()) {
        WatchEventsResponse next = events.next();
        if (next.hasEvent()) {
          see(next.getEvent());
        }
      }
    } catch (StatusRuntimeException e) {
      // It goes on where it was, by the other server.
    }
  }

  private void see(Event event) {
    if (event.getSequence() <= last) {
      problems.add(event.getName() + " came after " + last);
    }
    last = event.getSequence();
    seen.add(event);
  }

  /** The last event that was seen; callable while it runs. */
  long last() {
    return last;
  }

  /** Ends it. */
  void stop() {
    context.cancel(null);
  }

  /** What was seen, once it has ended. */
  List<Event> seen() {
    return List.copyOf(seen);
  }

  /** What came out of order, once it has ended. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** How often it had to connect. */
  int connections() {
    return connections;
  }
}
