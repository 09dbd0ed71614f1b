package dev.redress.grpc;

import dev.redress.customer.ProviderService;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Event;
import dev.redress.journal.EventFeed;
import dev.redress.journal.Sequencer.Subscription;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.GetEventRequest;
import dev.redress.v1.ListEventsRequest;
import dev.redress.v1.ListEventsResponse;
import dev.redress.v1.WatchEventsRequest;
import dev.redress.v1.WatchEventsResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.SequencedSet;

/** {@code redress.v1.EventService}. */
public final class EventGrpcService extends EventServiceGrpc.EventServiceImplBase {
  private static final int BATCH = 100;

  private static final SequencedSet<String> FIELDS = Filter.fields("dispute");

  private final EventFeed events;
  private final ProviderService providers;
  private final OpenStreams streams;
  private final StreamLimits limits;

  /** Over the journal. */
  public EventGrpcService(
      EventFeed events, ProviderService providers, OpenStreams streams, StreamLimits limits) {
    this.events = events;
    this.providers = providers;
    this.streams = streams;
    this.limits = limits;
  }

  /**
   * Refuses by {@code FIELD_INVALID} or {@code PROVIDER_NOT_FOUND} before the stream begins, and
   * ends it by {@code WATCHER_TOO_SLOW} or {@code SERVER_UNAVAILABLE}.
   */
  @Override
  public void watchEvents(
      WatchEventsRequest request, StreamObserver<WatchEventsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    if (request.getAfterSequence() < 0) {
      throw new Field("after_sequence").invalid("must be 0 or more");
    }
    providers.get(provider);
    long after =
        request.hasAfterSequence() ? request.getAfterSequence() : events.lastSequence(provider);
    PacedStream.start(
        (ServerCallStreamObserver<WatchEventsResponse>) observer,
        streams,
        limits.patience(),
        stream -> follow(provider, after, stream));
  }

  /** Refuses by {@code NAME_INVALID} or {@code EVENT_NOT_FOUND}. */
  @Override
  public void getEvent(GetEventRequest request, StreamObserver<dev.redress.v1.Event> observer) {
    EventProtos.Position position = new Field("name").name(EventProtos::parse, request.getName());
    Answers.send(
        observer, EventProtos.toProto(events.get(position.provider(), position.sequence())));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code FILTER_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code
   * PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listEvents(ListEventsRequest request, StreamObserver<ListEventsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    String dispute = Filter.parse(request.getFilter(), FIELDS).text("dispute");
    Page page =
        Page.of(
            "ListEvents",
            provider.toString(),
            request.getFilter() + '\n' + request.getAfterSequence(),
            request.getPageSize(),
            request.getPageToken());
    if (request.getAfterSequence() < 0) {
      throw new Field("after_sequence").invalid("must be 0 or more");
    }
    long after =
        page.position().isEmpty() ? request.getAfterSequence() : Page.number(page.afterId());
    providers.get(provider);
    List<Event> rows =
        dispute.isEmpty()
            ? events.list(provider, after, page.countMax())
            : events.listOfDispute(provider, dispute, after, page.countMax());
    Page.Part<dev.redress.v1.Event> part =
        page.partById(rows, EventProtos::toProto, row -> Long.toString(row.sequence()));
    Answers.send(
        observer,
        ListEventsResponse.newBuilder()
            .addAllEvents(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * Sends what the journal has and then what is added to it. Events are always read from the
   * journal and never queued for a reader, so that a slow one costs no memory.
   */
  private void follow(ProviderName provider, long after, PacedStream<WatchEventsResponse> stream) {
    try (Subscription _ = events.subscribe(provider, stream::wake)) {
      long last = after;
      // Tells the reader at once that the watch stands.
      stream.send(heartbeat(last));
      while (stream.isOpen()) {
        List<Event> batch = events.list(provider, last, BATCH);
        for (Event event : batch) {
          last = event.sequence();
          stream.send(
              WatchEventsResponse.newBuilder()
                  .setEvent(EventProtos.toProto(event))
                  .setSequence(last)
                  .build());
        }
        if (batch.isEmpty() && !stream.await(limits.heartbeat()) && stream.isOpen()) {
          stream.send(heartbeat(last));
        }
      }
    }
  }

  private static WatchEventsResponse heartbeat(long sequence) {
    return WatchEventsResponse.newBuilder().setSequence(sequence).build();
  }
}
