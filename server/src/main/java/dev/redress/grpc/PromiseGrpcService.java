package dev.redress.grpc;

import dev.redress.customer.ProviderService;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.PromiseName;
import dev.redress.identity.ProviderName;
import dev.redress.promise.PromiseService;
import dev.redress.promise.PromiseStore.PromiseFilter;
import dev.redress.v1.GetPromiseRequest;
import dev.redress.v1.KeepPromiseRequest;
import dev.redress.v1.ListPromisesRequest;
import dev.redress.v1.ListPromisesResponse;
import dev.redress.v1.Promise;
import dev.redress.v1.PromiseServiceGrpc;
import dev.redress.v1.ReleasePromiseRequest;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.PromiseService}. */
public final class PromiseGrpcService extends PromiseServiceGrpc.PromiseServiceImplBase {
  private static final SequencedSet<String> FIELDS =
      Filter.fields("open", "overdue", "customer", "dispute", "owner");

  private final PromiseService promises;
  private final ProviderService providers;
  private final Mutations mutations;
  private final InstantSource clock;

  /** Over the use cases. */
  public PromiseGrpcService(
      PromiseService promises, ProviderService providers, Retries retries, InstantSource clock) {
    this.promises = promises;
    this.providers = providers;
    this.mutations = new Mutations(retries);
    this.clock = clock;
  }

  /** Refuses by {@code NAME_INVALID} or {@code PROMISE_NOT_FOUND}. */
  @Override
  public void getPromise(GetPromiseRequest request, StreamObserver<Promise> observer) {
    PromiseName name = new Field("name").name(PromiseName::parse, request.getName());
    Answers.send(observer, toProto(promises.get(name)));
  }

  /**
   * By due time and id, which are the two keys of its page token. Refuses by {@code
   * FILTER_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listPromises(
      ListPromisesRequest request, StreamObserver<ListPromisesResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Filter filter = Filter.parse(request.getFilter(), FIELDS);
    PromiseFilter wanted =
        new PromiseFilter(
            filter.flag("open"),
            filter.flag("overdue"),
            filter.text("dispute"),
            filter.text("customer"),
            filter.text("owner"));
    Page page =
        Page.of(
            "ListPromises",
            provider.toString(),
            request.getFilter(),
            request.getPageSize(),
            request.getPageToken());
    List<String> keys = page.keys(2);
    Instant after = keys.isEmpty() ? Instant.MIN : Page.moment(keys.getFirst());
    providers.get(provider);
    List<dev.redress.promise.Promise> rows =
        promises.list(
            provider, wanted, after, keys.isEmpty() ? "" : keys.getLast(), page.countMax());
    Page.Part<Promise> part =
        page.part(
            rows, this::toProto, row -> List.of(row.dueTime().toString(), row.name().promise()));
    Answers.send(
        observer,
        ListPromisesResponse.newBuilder()
            .addAllPromises(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code PROMISE_NOT_FOUND}, {@code STALE_VERSION} or {@code
   * PROMISE_NOT_OPEN}.
   */
  @Override
  public void keepPromise(KeepPromiseRequest request, StreamObserver<Promise> observer) {
    PromiseName name = new Field("name").name(PromiseName::parse, request.getName());
    String note = new Field("note").text(request.getNote(), Field.COMMENT_MAX);
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            PromiseServiceGrpc.getKeepPromiseMethod(),
            request,
            () -> toProto(promises.keep(name, note, seen, actor))));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code PROMISE_NOT_FOUND}, {@code STALE_VERSION} or {@code
   * PROMISE_NOT_OPEN}.
   */
  @Override
  public void releasePromise(ReleasePromiseRequest request, StreamObserver<Promise> observer) {
    PromiseName name = new Field("name").name(PromiseName::parse, request.getName());
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            PromiseServiceGrpc.getReleasePromiseMethod(),
            request,
            () -> toProto(promises.release(name, reason, seen, actor))));
  }

  private Promise toProto(dev.redress.promise.Promise promise) {
    return PromiseProtos.toProto(promise, clock.instant());
  }
}
