package dev.redress.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.WatchEventsRequest;
import dev.redress.v1.WatchEventsResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventWatchCommandTest {
  @Test
  void watch_goesOnAfterTheLastEventWhenTheConnectionIsLost() {
    Events events = new Events();
    try (FakeServer server = new FakeServer(events)) {
      CliRun run = CliRun.of(server, "event", "watch", "--after", "3", "-o", "csv");
      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out().lines())
          .containsExactly(
              "sequence,time,actor,action,resource,details,reason",
              "4,,mia,dispute.opened,providers/default/disputes/d,amount=1 lines=2,",
              "6,,mia,dispute.opened,providers/default/disputes/d,amount=1 lines=2,");
    }
    // The heartbeat after event 4 counted, and the round that brought nothing was repeated.
    assertThat(events.after).containsExactly(3L, 5L, 5L);
  }

  /** The server cuts off a reader that does not keep up; it loses nothing by that. */
  @Test
  void watch_goesOnAfterTheLastEventWhenItWasTooSlow() {
    Events events = new Events(Status.RESOURCE_EXHAUSTED);
    try (FakeServer server = new FakeServer(events)) {
      CliRun run = CliRun.of(server, "event", "watch", "--after", "3", "-o", "csv");
      assertThat(run.exitCode()).isZero();
      assertThat(run.out().lines().skip(1))
          .extracting(line -> line.charAt(0))
          .containsExactly('4', '6');
    }
    assertThat(events.after).containsExactly(3L, 5L, 5L);
  }

  @Test
  void watch_asJsonIsOneObjectALine() {
    try (FakeServer server = new FakeServer(new Events())) {
      CliRun run = CliRun.of(server, "event", "watch", "--after", "3", "-o", "json");
      assertThat(run.out().lines())
          .hasSize(2)
          .allSatisfy(line -> assertThat(line).startsWith("{\"name\":").endsWith("}"));
    }
  }

  /** Breaks off twice, and ends the third stream. */
  private static final class Events extends EventServiceGrpc.EventServiceImplBase {
    private final List<Long> after = new ArrayList<>();
    private final Status end;

    Events() {
      this(Status.UNAVAILABLE);
    }

    /** With what the first stream ends. */
    Events(Status end) {
      this.end = end;
    }

    @Override
    public void watchEvents(
        WatchEventsRequest request, StreamObserver<WatchEventsResponse> answer) {
      after.add(request.getAfterSequence());
      switch (after.size()) {
        case 1 -> {
          answer.onNext(message(4));
          answer.onNext(WatchEventsResponse.newBuilder().setSequence(5).build());
          answer.onError(end.asRuntimeException());
        }
        case 2 -> answer.onError(Status.UNAVAILABLE.asRuntimeException());
        default -> {
          answer.onNext(message(6));
          answer.onCompleted();
        }
      }
    }

    private static WatchEventsResponse message(long sequence) {
      return WatchEventsResponse.newBuilder()
          .setSequence(sequence)
          .setEvent(
              Event.newBuilder()
                  .setName("providers/default/events/" + sequence)
                  .setSequence(sequence)
                  .setActor("mia")
                  .setAction("dispute.opened")
                  .setResource("providers/default/disputes/d")
                  .putDetails("lines", "2")
                  .putDetails("amount", "1"))
          .build();
    }
  }
}
