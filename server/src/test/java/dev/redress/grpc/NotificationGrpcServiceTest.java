package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.CreateNotificationTargetRequest;
import dev.redress.v1.DeleteNotificationTargetRequest;
import dev.redress.v1.DiscardDeadLettersRequest;
import dev.redress.v1.Event;
import dev.redress.v1.GetNotificationTargetRequest;
import dev.redress.v1.ListDeadLettersRequest;
import dev.redress.v1.ListNotificationTargetsRequest;
import dev.redress.v1.ListNotificationTargetsResponse;
import dev.redress.v1.Mail;
import dev.redress.v1.NotificationServiceGrpc;
import dev.redress.v1.NotificationServiceGrpc.NotificationServiceBlockingStub;
import dev.redress.v1.NotificationTarget;
import dev.redress.v1.RetryDeadLettersRequest;
import dev.redress.v1.UpdateNotificationTargetRequest;
import dev.redress.v1.Webhook;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Targets over the API; what is sent to them is tested elsewhere. */
class NotificationGrpcServiceTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final String URL = "https://8.8.8.8/hooks/7f3e";

  @ParameterizedTest
  @EnumSource
  void webhook_isCreatedOnceAndNeverShowsItsSecret(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    CreateNotificationTargetRequest request =
        webhook(provider, "desk").setRequestId(TestApi.requestId()).build();

    NotificationTarget created = stub(kind).createNotificationTarget(request);

    assertThat(created.getName()).isEqualTo(provider + "/notificationTargets/desk");
    assertThat(created.getState()).isEqualTo(NotificationTarget.State.ENABLED);
    assertThat(created.getWebhook().getUrl()).isEqualTo(URL);
    assertThat(created.getWebhook().getSecret()).isEmpty();
    assertThat(created.getActionsList()).containsExactly("*");
    assertThat(created.getDeadLetterCount()).isZero();
    assertThat(created.hasLastErrorTime()).isFalse();
    assertThat(stub(kind).createNotificationTarget(request)).isEqualTo(created);
    assertThat(get(kind, created.getName())).isEqualTo(created);
    Refusal.of(() -> stub(kind).createNotificationTarget(webhook(provider, "desk").build()))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
    Refusal.of(
            () ->
                stub(kind)
                    .createNotificationTarget(
                        request.toBuilder().setNotificationTargetId("other").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.REQUEST_ID_REUSED);

    Event event = lastEvent(kind, provider, "notification_target.created");
    assertThat(event.getDetailsMap())
        .containsEntry("kind", "WEBHOOK")
        .containsEntry("to", "https://8.8.8.8")
        .containsEntry("actions", "*");
    assertThat(event.toString()).doesNotContain(SECRET, "7f3e");
  }

  @ParameterizedTest
  @EnumSource
  void create_beginsNowUnlessTold(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    api.newCustomer(provider, "A");
    lastEvent(kind, provider, "customer.created");

    assertThat(stub(kind).createNotificationTarget(webhook(provider, "now").build()).getSequence())
        .isEqualTo(2);
    assertThat(
            stub(kind)
                .createNotificationTarget(webhook(provider, "all").setAfterSequence(0).build())
                .getSequence())
        .isZero();
    assertThat(stub(kind).createNotificationTarget(mail(provider, "").build()).getName())
        .matches(provider + "/notificationTargets/[a-z0-9]{26}");
  }

  @ParameterizedTest
  @EnumSource
  void update_changesWhatIsNamed(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    NotificationTarget created =
        stub(kind).createNotificationTarget(webhook(provider, "desk").build());

    NotificationTarget paused =
        update(
            kind,
            NotificationTarget.newBuilder()
                .setName(created.getName())
                .setEtag(created.getEtag())
                .setState(NotificationTarget.State.PAUSED));
    assertThat(paused.getState()).isEqualTo(NotificationTarget.State.PAUSED);
    assertThat(paused.getEtag()).isNotEqualTo(created.getEtag());

    NotificationTarget rotated =
        update(
            kind,
            NotificationTarget.newBuilder()
                .setName(created.getName())
                .setWebhook(Webhook.newBuilder().setSecret(OTHER_SECRET)),
            "webhook.secret");
    assertThat(rotated.getWebhook().getUrl()).isEqualTo(URL);
    assertThat(rotated.getWebhook().getSecret()).isEmpty();
    assertThat(rotated.getWebhook().hasPreviousSecretEndTime()).isTrue();
    Event event = lastEvent(kind, provider, "notification_target.updated");
    assertThat(event.toString()).doesNotContain(SECRET, OTHER_SECRET);

    NotificationTarget filtered =
        update(
            kind,
            NotificationTarget.newBuilder()
                .setName(created.getName())
                .addActions("escalation.*")
                .setWebhook(Webhook.newBuilder().setUrl("https://1.1.1.1/x"))
                .setState(NotificationTarget.State.ENABLED));
    assertThat(filtered.getActionsList()).containsExactly("escalation.*");
    assertThat(filtered.getWebhook().getUrl()).isEqualTo("https://1.1.1.1/x");
    assertThat(filtered.getWebhook().hasPreviousSecretEndTime()).isTrue();
    // A change that changes nothing is none.
    assertThat(update(kind, filtered.toBuilder().clearEtag(), "state", "actions", "webhook.url"))
        .isEqualTo(filtered);

    Refusal.of(
            () ->
                update(
                    kind,
                    NotificationTarget.newBuilder()
                        .setName(created.getName())
                        .setEtag(created.getEtag())
                        .setState(NotificationTarget.State.PAUSED)))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    Refusal.of(
            () ->
                update(
                    kind,
                    NotificationTarget.newBuilder()
                        .setName(created.getName())
                        .setMail(Mail.newBuilder().addAddresses("mia@example.com"))))
        .assertIs(
            Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "notification_target.channel");
    Refusal.of(
            () ->
                update(
                    kind,
                    NotificationTarget.newBuilder()
                        .setName(created.getName())
                        .setWebhook(Webhook.newBuilder().setUrl("https://127.0.0.1/x"))))
        .assertIs(
            Status.Code.INVALID_ARGUMENT,
            ErrorReason.FIELD_INVALID,
            "notification_target.webhook.url");
    Refusal.of(
            () ->
                update(
                    kind,
                    NotificationTarget.newBuilder().setName(created.getName()).setSequence(7),
                    "sequence"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "update_mask");
  }

  @ParameterizedTest
  @EnumSource
  void list_isPaged(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    NotificationTarget desk =
        stub(kind).createNotificationTarget(webhook(provider, "desk").build());
    NotificationTarget lead = stub(kind).createNotificationTarget(mail(provider, "lead").build());
    assertThat(lead.getActionsList()).containsExactly("escalation.fired");
    ListNotificationTargetsRequest request =
        ListNotificationTargetsRequest.newBuilder().setParent(provider).setPageSize(1).build();

    ListNotificationTargetsResponse first = stub(kind).listNotificationTargets(request);
    ListNotificationTargetsResponse second =
        stub(kind)
            .listNotificationTargets(
                request.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(first.getNotificationTargetsList()).containsExactly(desk);
    assertThat(second.getNotificationTargetsList()).containsExactly(lead);
    assertThat(second.getNextPageToken()).isEmpty();
    Refusal.of(
            () -> stub(kind).listNotificationTargets(request.toBuilder().setPageToken("x").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
    Refusal.of(
            () ->
                stub(kind)
                    .listNotificationTargets(
                        request.toBuilder().setParent("providers/nobody").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void delete_endsATargetOnce(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    NotificationTarget created =
        stub(kind).createNotificationTarget(mail(provider, "lead").build());
    DeleteNotificationTargetRequest request =
        DeleteNotificationTargetRequest.newBuilder()
            .setName(created.getName())
            .setRequestId(TestApi.requestId())
            .build();
    Refusal.of(
            () ->
                stub(kind)
                    .deleteNotificationTarget(
                        DeleteNotificationTargetRequest.newBuilder()
                            .setName(created.getName())
                            .setEtag("v7")
                            .build()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);

    stub(kind).deleteNotificationTarget(request);
    stub(kind).deleteNotificationTarget(request);

    Refusal.of(() -> get(kind, created.getName()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.NOTIFICATION_TARGET_NOT_FOUND);
    Refusal.of(
            () ->
                stub(kind)
                    .deleteNotificationTarget(
                        request.toBuilder().setRequestId(TestApi.requestId()).build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.NOTIFICATION_TARGET_NOT_FOUND);
    assertThat(lastEvent(kind, provider, "notification_target.deleted").getDetailsMap())
        .containsEntry("to", "mia@example.com");
  }

  @ParameterizedTest
  @EnumSource
  void deadLetters_areListedRetriedAndDiscarded(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    String name = stub(kind).createNotificationTarget(mail(provider, "lead").build()).getName();
    ListDeadLettersRequest list = ListDeadLettersRequest.newBuilder().setParent(name).build();
    RetryDeadLettersRequest retry =
        RetryDeadLettersRequest.newBuilder()
            .setName(name)
            .setRequestId(TestApi.requestId())
            .build();
    DiscardDeadLettersRequest discard =
        DiscardDeadLettersRequest.newBuilder().setName(name).build();

    assertThat(stub(kind).listDeadLetters(list).getDeadLettersList()).isEmpty();
    assertThat(stub(kind).retryDeadLetters(retry).getDeadLetterCount()).isZero();
    assertThat(stub(kind).discardDeadLetters(discard).getDeadLetterCount()).isZero();

    Refusal.of(() -> stub(kind).retryDeadLetters(retry.toBuilder().addSequences(7).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.REQUEST_ID_REUSED);
    Refusal.of(
            () ->
                stub(kind)
                    .retryDeadLetters(retry.toBuilder().clearRequestId().addSequences(7).build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DEAD_LETTER_NOT_FOUND);
    Refusal.of(() -> stub(kind).discardDeadLetters(discard.toBuilder().addSequences(7).build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DEAD_LETTER_NOT_FOUND);
    Refusal.of(
            () ->
                stub(kind)
                    .discardDeadLetters(
                        discard.toBuilder().addAllSequences(List.of(7L, 7L)).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "sequences[1]");
    Refusal.of(() -> stub(kind).listDeadLetters(list.toBuilder().setParent(name + "x").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.NOTIFICATION_TARGET_NOT_FOUND);
    Refusal.of(() -> stub(kind).listDeadLetters(list.toBuilder().setPageToken("x").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
  }

  @ParameterizedTest
  @EnumSource
  void create_refusesOneTooManyAndMailWithoutAServer(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    for (int i = 0; i < 20; i++) {
      stub(kind).createNotificationTarget(mail(provider, "t" + i).build());
    }

    Refusal.of(() -> stub(kind).createNotificationTarget(mail(provider, "more").build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.TOO_MANY_TARGETS);
    Refusal.of(
            () ->
                NotificationServiceGrpc.newBlockingStub(TestApi.on(kind).channelWithoutMail())
                    .createNotificationTarget(mail(provider, "more").build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.MAIL_NOT_CONFIGURED);
    Refusal.of(() -> stub(kind).createNotificationTarget(mail("providers/nobody", "lead").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # url or address           | field                              | sentence
          https://127.0.0.1/x        | notification_target.webhook.url    | is not on the public internet
          https://169.254.169.254/   | notification_target.webhook.url    | is not on the public internet
          http://8.8.8.8/x           | notification_target.webhook.url    | must begin with https://
          nonsense                   | notification_target.webhook.url    | must be a URL such as
          https://mia:x@8.8.8.8/     | notification_target.webhook.url    | must be a URL such as
          Mia <mia@example.com>      | notification_target.mail.addresses | is not a mail address
          mia@example.com,bo@x y     | notification_target.mail.addresses | is not a mail address
          """)
  void create_refusesChannels(String to, String field, String sentence) {
    TestDatabase.Kind kind = TestDatabase.Kind.DERBY;
    String provider = TestApi.on(kind).newProvider();
    CreateNotificationTargetRequest.Builder request = webhook(provider, "desk");
    if (field.contains("mail")) {
      request
          .getNotificationTargetBuilder()
          .setMail(Mail.newBuilder().addAllAddresses(List.of(to.split(","))));
    } else {
      request.getNotificationTargetBuilder().getWebhookBuilder().setUrl(to);
    }

    Refusal refusal = Refusal.of(() -> stub(kind).createNotificationTarget(request.build()));

    refusal.assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, field);
    assertThat(refusal.sentence()).contains(sentence);
  }

  @ParameterizedTest
  @EnumSource(names = "DERBY")
  void create_refusesOtherFields(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    CreateNotificationTargetRequest good = webhook(provider, "desk").build();

    CreateNotificationTargetRequest.Builder secret = good.toBuilder();
    secret.getNotificationTargetBuilder().getWebhookBuilder().setSecret("hunter2");
    Refusal refusal = Refusal.of(() -> stub(kind).createNotificationTarget(secret.build()));
    refusal.assertIs(
        Status.Code.INVALID_ARGUMENT,
        ErrorReason.FIELD_INVALID,
        "notification_target.webhook.secret");
    assertThat(refusal.sentence()).doesNotContain("hunter2");

    CreateNotificationTargetRequest.Builder nothing = good.toBuilder();
    nothing.getNotificationTargetBuilder().clearChannel();
    Refusal.of(() -> stub(kind).createNotificationTarget(nothing.build()))
        .assertIs(
            Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "notification_target.channel");

    CreateNotificationTargetRequest.Builder actions = good.toBuilder();
    actions.getNotificationTargetBuilder().addActions("no pattern");
    Refusal.of(() -> stub(kind).createNotificationTarget(actions.build()))
        .assertIs(
            Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "notification_target.actions");
    Refusal.of(
            () ->
                stub(kind).createNotificationTarget(good.toBuilder().setAfterSequence(-1).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "after_sequence");
    Refusal.of(
            () ->
                stub(kind)
                    .createNotificationTarget(
                        good.toBuilder().setNotificationTargetId("No Id").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "notification_target_id");
    Refusal.of(() -> get(kind, "providers/acme"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "name");
  }

  private static CreateNotificationTargetRequest.Builder webhook(String provider, String id) {
    return CreateNotificationTargetRequest.newBuilder()
        .setParent(provider)
        .setNotificationTargetId(id)
        .setNotificationTarget(
            NotificationTarget.newBuilder()
                .setWebhook(Webhook.newBuilder().setUrl(URL).setSecret(SECRET)));
  }

  private static CreateNotificationTargetRequest.Builder mail(String provider, String id) {
    return CreateNotificationTargetRequest.newBuilder()
        .setParent(provider)
        .setNotificationTargetId(id)
        .setNotificationTarget(
            NotificationTarget.newBuilder()
                .setMail(Mail.newBuilder().addAddresses("mia@example.com")));
  }

  private static NotificationTarget update(
      TestDatabase.Kind kind, NotificationTarget.Builder target, String... paths) {
    return stub(kind)
        .updateNotificationTarget(
            UpdateNotificationTargetRequest.newBuilder()
                .setNotificationTarget(target)
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
                .build());
  }

  private static NotificationTarget get(TestDatabase.Kind kind, String name) {
    return stub(kind)
        .getNotificationTarget(GetNotificationTargetRequest.newBuilder().setName(name).build());
  }

  private static Event lastEvent(TestDatabase.Kind kind, String provider, String action) {
    return TestApi.on(kind).events(provider).stream()
        .filter(event -> event.getAction().equals(action))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static NotificationServiceBlockingStub stub(TestDatabase.Kind kind) {
    return NotificationServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }
}
