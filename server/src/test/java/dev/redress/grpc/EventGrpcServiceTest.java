package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.EventServiceGrpc.EventServiceBlockingStub;
import dev.redress.v1.GetEventRequest;
import dev.redress.v1.ListEventsRequest;
import dev.redress.v1.ListEventsResponse;
import dev.redress.v1.WatchEventsRequest;
import dev.redress.v1.WatchEventsResponse;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EventGrpcServiceTest {

  @ParameterizedTest
  @EnumSource
  void watch_givesWhatWasAndWhatComesAndHeartbeats(TestDatabase.Kind kind) throws Exception {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    api.newCustomer(provider, "A");
    try (Watch watch = new Watch(kind, provider, 0L)) {
      assertThat(watch.nextEvents(2))
          .extracting(Event::getAction)
          .containsExactly("provider.created", "customer.created");
      watch.nextHeartbeat(2);
      api.newCustomer(provider, "B");
      Event third = watch.nextEvents(1).getFirst();

      assertThat(third.getSequence()).isEqualTo(3);
      assertThat(third.getResource()).isEqualTo(provider + "/customers/B");
      assertThat(third.getActor()).isEqualTo("local");
      assertThat(third.getDetailsMap()).containsEntry("displayName", "Atlas Dental");
      watch.nextHeartbeat(3);
    }
    Waiting.until(() -> api.openStreams() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void watch_resumesWhereItWas(TestDatabase.Kind kind) throws Exception {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    for (int i = 0; i < 250; i++) {
      api.newCustomer(provider, "C" + i);
    }
    try (Watch watch = new Watch(kind, provider, 100L)) {
      assertThat(watch.nextEvents(151))
          .extracting(Event::getSequence)
          .containsExactlyElementsOf(LongStream.rangeClosed(101, 251).boxed().toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void watch_fromNowOnGivesWhatComes(TestDatabase.Kind kind) throws Exception {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    Waiting.until(() -> list(kind, provider, "").getEventsCount() == 1);
    try (Watch watch = new Watch(kind, provider, null)) {
      watch.nextHeartbeat(1);
      api.newCustomer(provider, "A");

      assertThat(watch.nextEvents(1).getFirst().getSequence()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void watch_cutsOffASlowReaderWhoLosesNothing(TestDatabase.Kind kind) throws Exception {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    for (int i = 0; i < 49; i++) {
      api.newCustomer(provider, "C" + i);
    }
    SlowReader reader = new SlowReader(10);
    EventServiceGrpc.newStub(api.channel())
        .watchEvents(
            WatchEventsRequest.newBuilder().setParent(provider).setAfterSequence(0).build(),
            reader);

    Refusal.of(reader.end.get(20, TimeUnit.SECONDS))
        .assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.WATCHER_TOO_SLOW);
    Waiting.until(() -> api.openStreams() == 0);

    List<Long> seen = new ArrayList<>(reader.sequences);
    assertThat(seen).hasSizeBetween(1, 49);
    try (Watch watch = new Watch(kind, provider, seen.getLast())) {
      watch.nextEvents(50 - seen.size()).forEach(event -> seen.add(event.getSequence()));
    }
    assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(1, 50).boxed().toList());
  }

  @ParameterizedTest
  @EnumSource
  void list_pagesBySequence(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    api.newCustomer(provider, "A");
    api.newCustomer(provider, "B");
    Waiting.until(() -> list(kind, provider, "").getEventsCount() == 3);
    ListEventsRequest request =
        ListEventsRequest.newBuilder().setParent(provider).setPageSize(2).build();

    ListEventsResponse first = stub(kind).listEvents(request);
    ListEventsResponse second = list(kind, provider, first.getNextPageToken());

    assertThat(first.getEventsList()).extracting(Event::getSequence).containsExactly(1L, 2L);
    assertThat(second.getEventsList()).extracting(Event::getSequence).containsExactly(3L);
    assertThat(get(kind, provider + "/events/3")).isEqualTo(second.getEvents(0));
    Refusal.of(() -> get(kind, provider + "/events/4"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.EVENT_NOT_FOUND);
    Refusal.of(() -> list(kind, api.newProvider(), first.getNextPageToken()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "providers/a/events/",
        "providers/a/events/0",
        "providers/a/events/-1",
        "providers/a/events/x",
        "providers/a/events/99999999999999999999",
        "events/1"
      })
  void get_refusesNames(String name) {
    Refusal.of(() -> get(TestDatabase.Kind.DERBY, name))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "name");
  }

  @ParameterizedTest
  @EnumSource
  void watch_refuses(TestDatabase.Kind kind) {
    Refusal.of(() -> new Watch(kind, "providers/nobody", 0L).nextEvents(1))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> new Watch(kind, "providers/nobody", -1L).nextEvents(1))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "after_sequence");
  }

  private static EventServiceBlockingStub stub(TestDatabase.Kind kind) {
    return EventServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static Event get(TestDatabase.Kind kind, String name) {
    return stub(kind).getEvent(GetEventRequest.newBuilder().setName(name).build());
  }

  private static ListEventsResponse list(TestDatabase.Kind kind, String provider, String token) {
    return stub(kind)
        .listEvents(
            ListEventsRequest.newBuilder()
                .setParent(provider)
                .setPageSize(token.isEmpty() ? 100 : 2)
                .setPageToken(token)
                .build());
  }

  /** Asks for some answers and then for no more. */
  private static final class SlowReader
      implements ClientResponseObserver<WatchEventsRequest, WatchEventsResponse> {
    final List<Long> sequences = new CopyOnWriteArrayList<>();
    final CompletableFuture<Throwable> end = new CompletableFuture<>();
    private final int count;

    SlowReader(int count) {
      this.count = count;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<WatchEventsRequest> call) {
      call.disableAutoRequestWithInitial(count);
    }

    @Override
    public void onNext(WatchEventsResponse answer) {
      if (answer.hasEvent()) {
        sequences.add(answer.getSequence());
      }
    }

    @Override
    public void onError(Throwable failure) {
      end.complete(failure);
    }

    @Override
    public void onCompleted() {
      end.completeExceptionally(new IllegalStateException("a watch does not end by itself"));
    }
  }

  /** A watch that ends when it is closed. */
  private static final class Watch implements AutoCloseable {
    private final Context.CancellableContext context = Context.current().withCancellation();
    private final Iterator<WatchEventsResponse> answers;

    Watch(TestDatabase.Kind kind, String provider, @Nullable Long after) {
      WatchEventsRequest.Builder request = WatchEventsRequest.newBuilder().setParent(provider);
      if (after != null) {
        request.setAfterSequence(after);
      }
      Context before = context.attach();
      try {
        answers = stub(kind).watchEvents(request.build());
      } finally {
        context.detach(before);
      }
    }

    List<Event> nextEvents(int count) {
      List<Event> events = new ArrayList<>();
      while (events.size() < count) {
        WatchEventsResponse answer = answers.next();
        if (answer.hasEvent()) {
          events.add(answer.getEvent());
        }
      }
      return events;
    }

    void nextHeartbeat(long sequence) {
      Predicate<WatchEventsResponse> wanted =
          answer -> !answer.hasEvent() && answer.getSequence() == sequence;
      WatchEventsResponse answer = answers.next();
      while (!wanted.test(answer)) {
        answer = answers.next();
      }
    }

    @Override
    public void close() {
      context.cancel(null);
    }
  }
}
