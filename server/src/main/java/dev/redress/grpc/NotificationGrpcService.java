package dev.redress.grpc;

import com.google.protobuf.Empty;
import com.google.protobuf.FieldMask;
import dev.redress.customer.ProviderService;
import dev.redress.error.RedressException;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.IdSource;
import dev.redress.identity.NotificationTargetName;
import dev.redress.identity.ProviderName;
import dev.redress.notification.Channel;
import dev.redress.notification.EventFilter;
import dev.redress.notification.Letter;
import dev.redress.notification.NotificationService;
import dev.redress.notification.NotificationService.Told;
import dev.redress.v1.CreateNotificationTargetRequest;
import dev.redress.v1.DeadLetter;
import dev.redress.v1.DeleteNotificationTargetRequest;
import dev.redress.v1.DiscardDeadLettersRequest;
import dev.redress.v1.DiscardDeadLettersResponse;
import dev.redress.v1.GetNotificationTargetRequest;
import dev.redress.v1.ListDeadLettersRequest;
import dev.redress.v1.ListDeadLettersResponse;
import dev.redress.v1.ListNotificationTargetsRequest;
import dev.redress.v1.ListNotificationTargetsResponse;
import dev.redress.v1.NotificationServiceGrpc;
import dev.redress.v1.NotificationTarget;
import dev.redress.v1.RetryDeadLettersRequest;
import dev.redress.v1.RetryDeadLettersResponse;
import dev.redress.v1.UpdateNotificationTargetRequest;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.NotificationService}. */
public final class NotificationGrpcService
    extends NotificationServiceGrpc.NotificationServiceImplBase {
  private static final Field TARGET = new Field("notification_target");

  private final NotificationService notifications;
  private final ProviderService providers;
  private final Mutations mutations;
  private final IdSource ids;
  private final InstantSource clock;

  /** Over the use cases. */
  public NotificationGrpcService(
      NotificationService notifications,
      ProviderService providers,
      Retries retries,
      IdSource ids,
      InstantSource clock) {
    this.notifications = notifications;
    this.providers = providers;
    this.mutations = new Mutations(retries);
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code NAME_INVALID}, {@code PROVIDER_NOT_FOUND}, {@code
   * RESOURCE_EXISTS}, {@code MAIL_NOT_CONFIGURED} or {@code TOO_MANY_TARGETS}.
   */
  @Override
  public void createNotificationTarget(
      CreateNotificationTargetRequest request, StreamObserver<NotificationTarget> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    String id =
        request.getNotificationTargetId().isEmpty()
            ? ids.next()
            : request.getNotificationTargetId();
    NotificationTargetName name =
        new Field("notification_target_id")
            .name(given -> new NotificationTargetName(provider, given), id);
    if (request.getAfterSequence() < 0) {
      throw new Field("after_sequence").invalid("must be 0 or more");
    }
    @Nullable Long after = request.hasAfterSequence() ? request.getAfterSequence() : null;
    Channel channel = NotificationProtos.channel(request.getNotificationTarget());
    EventFilter filter = NotificationProtos.filter(request.getNotificationTarget(), channel);
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            provider,
            NotificationServiceGrpc.getCreateNotificationTargetMethod(),
            request,
            () -> accepted(channel),
            accepted ->
                NotificationProtos.toProto(
                    notifications.create(name, accepted, filter, after, actor))));
  }

  /** Refuses by {@code NAME_INVALID} or {@code NOTIFICATION_TARGET_NOT_FOUND}. */
  @Override
  public void getNotificationTarget(
      GetNotificationTargetRequest request, StreamObserver<NotificationTarget> observer) {
    NotificationTargetName name = name("name", request.getName());
    Answers.send(observer, NotificationProtos.toProto(notifications.get(name)));
  }

  /** Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void listNotificationTargets(
      ListNotificationTargetsRequest request,
      StreamObserver<ListNotificationTargetsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Page page =
        Page.of(
            "ListNotificationTargets",
            provider.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    providers.get(provider);
    List<Told> rows = notifications.list(provider, page.afterId(), page.countMax());
    Page.Part<NotificationTarget> part =
        page.partById(rows, NotificationProtos::toProto, row -> row.target().name().target());
    Answers.send(
        observer,
        ListNotificationTargetsResponse.newBuilder()
            .addAllNotificationTargets(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * The fields of the mask replace the stored ones within the transaction. Refuses by {@code
   * FIELD_INVALID}, {@code NOTIFICATION_TARGET_NOT_FOUND}, {@code STALE_VERSION} or {@code
   * MAIL_NOT_CONFIGURED}.
   */
  @Override
  public void updateNotificationTarget(
      UpdateNotificationTargetRequest request, StreamObserver<NotificationTarget> observer) {
    NotificationTarget given = request.getNotificationTarget();
    NotificationTargetName name = name("notification_target.name", given.getName());
    FieldMask mask = NotificationProtos.mask(request.getUpdateMask(), given);
    @Nullable Long seen = Etags.version(given.getEtag(), given.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            NotificationServiceGrpc.getUpdateNotificationTargetMethod(),
            request,
            () -> acceptedChange(name, mask, given),
            _ ->
                NotificationProtos.toProto(
                    notifications.update(
                        name,
                        seen,
                        stored -> NotificationProtos.merge(mask, given, stored, clock.instant()),
                        actor))));
  }

  /**
   * Refuses by {@code NAME_INVALID}, {@code NOTIFICATION_TARGET_NOT_FOUND} or {@code
   * STALE_VERSION}.
   */
  @Override
  public void deleteNotificationTarget(
      DeleteNotificationTargetRequest request, StreamObserver<Empty> observer) {
    NotificationTargetName name = name("name", request.getName());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            NotificationServiceGrpc.getDeleteNotificationTargetMethod(),
            request,
            () -> {
              notifications.delete(name, seen, actor);
              return Empty.getDefaultInstance();
            }));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code
   * NOTIFICATION_TARGET_NOT_FOUND}.
   */
  @Override
  public void listDeadLetters(
      ListDeadLettersRequest request, StreamObserver<ListDeadLettersResponse> observer) {
    NotificationTargetName target = name("parent", request.getParent());
    Page page =
        Page.of(
            "ListDeadLetters",
            target.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    long after = page.position().isEmpty() ? 0 : Page.number(page.afterId());
    List<Letter> rows = notifications.deadLetters(target, after, page.countMax());
    Page.Part<DeadLetter> part =
        page.partById(rows, NotificationProtos::toProto, row -> Long.toString(row.sequence()));
    Answers.send(
        observer,
        ListDeadLettersResponse.newBuilder()
            .addAllDeadLetters(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code NOTIFICATION_TARGET_NOT_FOUND} or {@code
   * DEAD_LETTER_NOT_FOUND}.
   */
  @Override
  public void retryDeadLetters(
      RetryDeadLettersRequest request, StreamObserver<RetryDeadLettersResponse> observer) {
    NotificationTargetName target = name("name", request.getName());
    List<Long> sequences = NotificationProtos.sequences(request.getSequencesList());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            target.provider(),
            NotificationServiceGrpc.getRetryDeadLettersMethod(),
            request,
            () ->
                RetryDeadLettersResponse.newBuilder()
                    .setDeadLetterCount(notifications.retry(target, sequences, actor))
                    .build()));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code NOTIFICATION_TARGET_NOT_FOUND} or {@code
   * DEAD_LETTER_NOT_FOUND}.
   */
  @Override
  public void discardDeadLetters(
      DiscardDeadLettersRequest request, StreamObserver<DiscardDeadLettersResponse> observer) {
    NotificationTargetName target = name("name", request.getName());
    List<Long> sequences = NotificationProtos.sequences(request.getSequencesList());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            target.provider(),
            NotificationServiceGrpc.getDiscardDeadLettersMethod(),
            request,
            () ->
                DiscardDeadLettersResponse.newBuilder()
                    .setDeadLetterCount(notifications.discard(target, sequences, actor))
                    .build()));
  }

  /** Asks the network whether the channel as it would be leads somewhere allowed. */
  private Channel acceptedChange(
      NotificationTargetName name, FieldMask mask, NotificationTarget given) {
    Told stored = notifications.get(name);
    Channel wanted = NotificationProtos.merge(mask, given, stored, clock.instant()).channel();
    return wanted.equals(stored.target().channel()) ? wanted : accepted(wanted);
  }

  private Channel accepted(Channel channel) {
    String objection = notifications.objection(channel);
    if (objection.isEmpty()) {
      return channel;
    }
    throw switch (channel) {
      case Channel.Webhook _ -> objection("webhook.url", objection);
      case Channel.Mail _ -> objection("mail", objection);
    };
  }

  private static RedressException objection(String field, String sentence) {
    return TARGET.child(field).invalid(sentence);
  }

  private static NotificationTargetName name(String field, String name) {
    return new Field(field).name(NotificationTargetName::parse, name);
  }
}
