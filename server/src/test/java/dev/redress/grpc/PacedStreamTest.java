package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.WatchEventsRequest;
import dev.redress.v1.WatchEventsResponse;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PacedStreamTest {
  private static final WatchEventsRequest REQUEST = WatchEventsRequest.getDefaultInstance();
  private static final WatchEventsResponse LARGE =
      WatchEventsResponse.newBuilder()
          .setEvent(Event.newBuilder().setReason("x".repeat(10_000)))
          .build();

  private final OpenStreams streams = new OpenStreams();
  private final AtomicLong sent = new AtomicLong();
  private AutoCloseable server = () -> {};

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void send_waitsForTheReaderAndGivesUpOnASlowOne() throws Exception {
    SlowReader reader = new SlowReader();
    start(this::sendForEver).watchEvents(REQUEST, reader);

    Waiting.until(() -> sent.get() > 0);
    Waiting.until(() -> streams.count() == 0);
    reader.readOn();

    Refusal refusal = reader.end.get(10, TimeUnit.SECONDS);
    refusal.assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.WATCHER_TOO_SLOW);
    // What a reader leaves unread is bounded by the transport's window, not by its patience.
    assertThat(sent.get()).isLessThan(1_000);
  }

  @Test
  void endAll_endsStreamsAndLaterOnes() {
    Iterator<WatchEventsResponse> watch = blocking(this::sendOneAndWait).watchEvents(REQUEST);
    watch.next();

    streams.endAll();

    Refusal.of(watch::hasNext).assertIs(Status.Code.UNAVAILABLE, ErrorReason.SERVER_UNAVAILABLE);
    Waiting.until(() -> streams.count() == 0);
  }

  @Test
  void cancelledStreams_areReleased() {
    EventServiceGrpc.EventServiceBlockingStub stub = blocking(this::sendOneAndWait);
    Context.CancellableContext context = Context.current().withCancellation();
    AtomicReference<Iterator<WatchEventsResponse>> begun = new AtomicReference<>();
    context.run(() -> begun.set(stub.watchEvents(REQUEST)));
    Iterator<WatchEventsResponse> watch = begun.get();
    watch.next();
    assertThat(streams.count()).isEqualTo(1);

    context.cancel(null);

    Waiting.until(() -> streams.count() == 0);
    assertThatThrownBy(watch::hasNext).hasMessageContaining("CANCELLED");
  }

  @Test
  void failuresOfTheWriter_endTheStreamWithAReason() {
    Iterator<WatchEventsResponse> watch =
        blocking(
                stream -> {
                  stream.send(WatchEventsResponse.getDefaultInstance());
                  throw new IllegalStateException("secret");
                })
            .watchEvents(REQUEST);
    watch.next();

    Refusal refusal = Refusal.of(watch::hasNext);
    refusal.assertIs(Status.Code.INTERNAL, ErrorReason.INTERNAL);
    assertThat(refusal.sentence()).doesNotContain("secret");
  }

  @Test
  void writersThatReturn_completeTheStream() {
    Iterator<WatchEventsResponse> watch =
        blocking(stream -> stream.send(WatchEventsResponse.getDefaultInstance()))
            .watchEvents(REQUEST);

    watch.next();
    assertThat(watch.hasNext()).isFalse();
  }

  private void sendForEver(PacedStream<WatchEventsResponse> stream) {
    while (stream.isOpen()) {
      stream.send(LARGE);
      sent.incrementAndGet();
    }
  }

  private void sendOneAndWait(PacedStream<WatchEventsResponse> stream) {
    stream.send(WatchEventsResponse.getDefaultInstance());
    while (stream.isOpen()) {
      stream.await(Duration.ofSeconds(20));
    }
  }

  private EventServiceGrpc.EventServiceBlockingStub blocking(
      Consumer<PacedStream<WatchEventsResponse>> writer) {
    return EventServiceGrpc.newBlockingStub(start(writer).getChannel());
  }

  private EventServiceGrpc.EventServiceStub start(
      Consumer<PacedStream<WatchEventsResponse>> writer) {
    TestServer started =
        TestServer.onPort(
            CallLimits.DEFAULT,
            false,
            new EventServiceGrpc.EventServiceImplBase() {
              @Override
              public void watchEvents(
                  WatchEventsRequest request, StreamObserver<WatchEventsResponse> observer) {
                PacedStream.start(
                    (ServerCallStreamObserver<WatchEventsResponse>) observer,
                    streams,
                    Duration.ofMillis(200),
                    writer);
              }
            });
    server = started;
    return EventServiceGrpc.newStub(started.channel());
  }

  /** Reads one answer and then no more until it is told to. */
  private static final class SlowReader
      implements ClientResponseObserver<WatchEventsRequest, WatchEventsResponse> {
    final CompletableFuture<Refusal> end = new CompletableFuture<>();
    private final CompletableFuture<ClientCallStreamObserver<WatchEventsRequest>> call =
        new CompletableFuture<>();

    @Override
    public void beforeStart(ClientCallStreamObserver<WatchEventsRequest> begun) {
      begun.disableAutoRequestWithInitial(1);
      call.complete(begun);
    }

    void readOn() {
      call.join().request(Integer.MAX_VALUE);
    }

    @Override
    public void onNext(WatchEventsResponse value) {}

    @Override
    public void onError(Throwable failure) {
      end.complete(Refusal.of(failure));
    }

    @Override
    public void onCompleted() {
      end.completeExceptionally(new AssertionError("was not cut off"));
    }
  }
}
