package dev.redress.grpc;

import dev.redress.callback.CallbackClaim;
import dev.redress.callback.CallbackStore.CallbackFilter;
import dev.redress.callback.FollowUp;
import dev.redress.callback.Notice;
import dev.redress.callback.Outcome;
import dev.redress.customer.ProviderService;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.resolution.AttemptReport;
import dev.redress.resolution.AttemptService;
import dev.redress.resolution.AttemptService.Logged;
import dev.redress.resolution.CallbackService;
import dev.redress.resolution.Followed;
import dev.redress.resolution.SignOffService;
import dev.redress.resolution.SignOffService.Signed;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.ClaimCallbackRequest;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.ListCallbacksRequest;
import dev.redress.v1.ListCallbacksResponse;
import dev.redress.v1.ListDueCallbacksRequest;
import dev.redress.v1.ListDueCallbacksResponse;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.LogAttemptResponse;
import dev.redress.v1.ReleaseCallbackRequest;
import dev.redress.v1.RescheduleCallbackRequest;
import dev.redress.v1.RescheduleCallbackResponse;
import dev.redress.v1.ServedCallback;
import dev.redress.v1.SignOffExhaustedRequest;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.CallbackService}. */
public final class CallbackGrpcService extends CallbackServiceGrpc.CallbackServiceImplBase {
  private static final SequencedSet<String> FIELDS =
      Filter.fields("live", "dispute", "customer", "owner");

  private final CallbackService callbacks;
  private final AttemptService attempts;
  private final SignOffService signOffs;
  private final ProviderService providers;
  private final Mutations mutations;
  private final InstantSource clock;

  /** Over the use cases. */
  public CallbackGrpcService(
      CallbackService callbacks,
      AttemptService attempts,
      SignOffService signOffs,
      ProviderService providers,
      Retries retries,
      InstantSource clock) {
    this.callbacks = callbacks;
    this.attempts = attempts;
    this.signOffs = signOffs;
    this.providers = providers;
    this.mutations = new Mutations(retries);
    this.clock = clock;
  }

  /** Refuses by {@code NAME_INVALID} or {@code CALLBACK_NOT_FOUND}. */
  @Override
  public void getCallback(GetCallbackRequest request, StreamObserver<Callback> observer) {
    CallbackName name = new Field("name").name(CallbackName::parse, request.getName());
    Answers.send(observer, shown(callbacks.get(name)));
  }

  /**
   * Refuses by {@code FILTER_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listCallbacks(
      ListCallbacksRequest request, StreamObserver<ListCallbacksResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Filter filter = Filter.parse(request.getFilter(), FIELDS);
    CallbackFilter wanted =
        new CallbackFilter(
            liveness(filter.flag("live")),
            filter.text("dispute"),
            filter.text("customer"),
            filter.text("owner"));
    Page page =
        Page.of(
            "ListCallbacks",
            provider.toString(),
            request.getFilter(),
            request.getPageSize(),
            request.getPageToken());
    providers.get(provider);
    List<dev.redress.callback.Callback> rows =
        callbacks.list(provider, wanted, page.afterId(), page.countMax());
    Page.Part<Callback> part = page.partById(rows, others(rows), row -> row.name().callback());
    Answers.send(
        observer,
        ListCallbacksResponse.newBuilder()
            .addAllCallbacks(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * By due time and id, which are the two keys of its page token. Refuses by {@code FIELD_INVALID},
   * {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listDueCallbacks(
      ListDueCallbacksRequest request, StreamObserver<ListDueCallbacksResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Instant until =
        request.hasUntilTime()
            ? TimeProtos.fromProto(new Field("until_time"), request.getUntilTime())
            : clock.instant();
    String owner = new Field("owner").text(request.getOwner(), Field.SHORT_MAX);
    // An absent until_time means now on every page: it is part of the token only where it is said.
    String narrowed = (request.hasUntilTime() ? until.toString() : "") + " " + owner;
    Page page =
        Page.of(
            "ListDueCallbacks",
            provider.toString(),
            narrowed,
            request.getPageSize(),
            request.getPageToken());
    List<String> keys = page.keys(2);
    providers.get(provider);
    List<dev.redress.callback.Callback> rows =
        callbacks.listDue(
            provider,
            until,
            owner,
            keys.isEmpty() ? Instant.MIN : Page.moment(keys.getFirst()),
            keys.isEmpty() ? "" : keys.getLast(),
            page.countMax());
    Page.Part<Callback> part =
        page.part(
            rows, others(rows), row -> List.of(row.dueTime().toString(), row.name().callback()));
    Answers.send(
        observer,
        ListDueCallbacksResponse.newBuilder()
            .addAllCallbacks(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code CUSTOMER_MISMATCH}, {@code CALLBACK_NOT_FOUND}, {@code
   * STALE_VERSION}, {@code CALLBACK_NOT_LIVE} or {@code CALLBACK_CLAIMED}.
   */
  @Override
  public void logAttempt(LogAttemptRequest request, StreamObserver<LogAttemptResponse> observer) {
    CallbackName name = new Field("name").name(CallbackName::parse, request.getName());
    Outcome outcome =
        Constants.fromProto(new Field("outcome"), request.getOutcome(), Outcome.class);
    String note = new Field("note").text(request.getNote(), Field.COMMENT_MAX);
    FollowUp next =
        new FollowUp(
            request.hasFollowUpTime()
                ? TimeProtos.fromProto(new Field("follow_up_time"), request.getFollowUpTime())
                : null,
            new Field("contact").text(request.getContact(), Field.SHORT_MAX),
            new Field("approach").text(request.getApproach(), Field.COMMENT_MAX));
    AttemptReport report =
        new AttemptReport(
            name,
            names(new Field("also_callbacks"), request.getAlsoCallbacksList()),
            outcome,
            note,
            next,
            PromiseProtos.fromProto(new Field("promises"), request.getPromisesList()));
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            CallbackServiceGrpc.getLogAttemptMethod(),
            request,
            () -> toProto(attempts.log(report, seen, actor))));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code CALLBACK_NOT_FOUND}, {@code STALE_VERSION}, {@code
   * CALLBACK_NOT_LIVE} or {@code CALLBACK_CLAIMED}.
   */
  @Override
  public void claimCallback(ClaimCallbackRequest request, StreamObserver<Callback> observer) {
    CallbackName name = new Field("name").name(CallbackName::parse, request.getName());
    Duration lease =
        request.hasLease()
            ? TimeProtos.fromProto(new Field("lease"), request.getLease())
            : CallbackClaim.LEASE_DEFAULT;
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            CallbackServiceGrpc.getClaimCallbackMethod(),
            request,
            () -> toProto(callbacks.claim(name, lease, seen, actor))));
  }

  /**
   * Refuses by {@code NAME_INVALID}, {@code CALLBACK_NOT_FOUND}, {@code STALE_VERSION}, {@code
   * CALLBACK_NOT_LIVE} or {@code CALLBACK_CLAIMED}.
   */
  @Override
  public void releaseCallback(ReleaseCallbackRequest request, StreamObserver<Callback> observer) {
    CallbackName name = new Field("name").name(CallbackName::parse, request.getName());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            CallbackServiceGrpc.getReleaseCallbackMethod(),
            request,
            () -> toProto(callbacks.release(name, seen, actor))));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code CALLBACK_NOT_FOUND}, {@code STALE_VERSION}, {@code
   * CALLBACK_NOT_LIVE}, {@code CALLBACK_CLAIMED} or {@code CALLBACK_RESCHEDULED_TOO_OFTEN}.
   */
  @Override
  public void rescheduleCallback(
      RescheduleCallbackRequest request, StreamObserver<RescheduleCallbackResponse> observer) {
    CallbackName name = new Field("name").name(CallbackName::parse, request.getName());
    Field dueTime = new Field("due_time");
    if (!request.hasDueTime()) {
      throw dueTime.invalid("must be set");
    }
    Instant due = TimeProtos.fromProto(dueTime, request.getDueTime());
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            CallbackServiceGrpc.getRescheduleCallbackMethod(),
            request,
            () -> {
              Followed followed = callbacks.reschedule(name, due, reason, seen, actor);
              return RescheduleCallbackResponse.newBuilder()
                  .setCallback(toProto(followed.callback()))
                  .setSuccessor(toProto(followed.successor()))
                  .build();
            }));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code CALLBACK_NOT_FOUND}, {@code NOT_ACCOUNT_MANAGER},
   * {@code RESOURCE_EXISTS}, {@code STALE_VERSION} or {@code CALLBACK_NOT_EXHAUSTED}.
   */
  @Override
  public void signOffExhausted(SignOffExhaustedRequest request, StreamObserver<Callback> observer) {
    CallbackName name = new Field("name").name(CallbackName::parse, request.getName());
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    Notice notice =
        CallbackProtos.fromProto(new Field("notice"), request.getNotice(), clock.instant());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            CallbackServiceGrpc.getSignOffExhaustedMethod(),
            request,
            () -> {
              Signed signed = signOffs.signOff(name, reason, notice, seen, actor);
              return toProto(signed.callback()).toBuilder()
                  .setSignOff(CallbackProtos.toProto(signed.signOff()))
                  .build();
            }));
  }

  private static List<CallbackName> names(Field field, List<String> given) {
    List<CallbackName> names = new ArrayList<>();
    for (String each : field.list(given, 0, AttemptReport.ALSO_MAX)) {
      names.add(field.at(names.size()).name(CallbackName::parse, each));
    }
    return names;
  }

  private LogAttemptResponse toProto(Logged logged) {
    Followed first = logged.followed().getFirst();
    LogAttemptResponse.Builder response =
        LogAttemptResponse.newBuilder()
            .setCallback(toProto(first.callback()))
            .setSuccessor(toProto(first.successor()));
    for (Followed also : logged.followed().subList(1, logged.followed().size())) {
      response.addAlso(
          ServedCallback.newBuilder()
              .setCallback(toProto(also.callback()))
              .setSuccessor(toProto(also.successor())));
    }
    logged
        .promises()
        .forEach(promise -> response.addPromises(PromiseProtos.toProto(promise, clock.instant())));
    return response.build();
  }

  private Callback shown(dev.redress.callback.Callback callback) {
    Callback.Builder shown = others(List.of(callback)).apply(callback).toBuilder();
    signOffs
        .find(callback.name())
        .ifPresent(signOff -> shown.setSignOff(CallbackProtos.toProto(signOff)));
    return shown.build();
  }

  /** How callbacks that were read are shown: with the other live ones of their customers. */
  private Function<dev.redress.callback.Callback, Callback> others(
      List<dev.redress.callback.Callback> rows) {
    Map<CustomerName, List<CallbackName>> live =
        callbacks.live(rows.stream().map(row -> row.customer()).distinct().toList());
    Instant now = clock.instant();
    return row -> CallbackProtos.toProto(row, now, live.getOrDefault(row.customer(), List.of()));
  }

  private Callback toProto(dev.redress.callback.Callback callback) {
    return CallbackProtos.toProto(callback, clock.instant());
  }

  private static String liveness(@Nullable Boolean live) {
    if (live == null) {
      return "";
    }
    return live ? "LIVE" : "ENDED";
  }
}
