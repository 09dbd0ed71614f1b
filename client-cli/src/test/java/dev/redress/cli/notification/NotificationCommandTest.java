package dev.redress.cli.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
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
import dev.redress.v1.Mail;
import dev.redress.v1.NotificationServiceGrpc;
import dev.redress.v1.NotificationTarget;
import dev.redress.v1.RetryDeadLettersRequest;
import dev.redress.v1.RetryDeadLettersResponse;
import dev.redress.v1.UpdateNotificationTargetRequest;
import dev.redress.v1.Webhook;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationCommandTest {
  private static final Timestamp TIME = Timestamp.newBuilder().setSeconds(1_795_000_000).build();

  private static final NotificationTarget DESK =
      NotificationTarget.newBuilder()
          .setName("providers/default/notificationTargets/desk")
          .setState(NotificationTarget.State.ENABLED)
          .setWebhook(Webhook.newBuilder().setUrl("https://desk.example.com/h"))
          .addActions("*")
          .setSequence(1041)
          .setWaitingCount(1)
          .setDeadLetterCount(2)
          .setLastError("the receiver answered 500")
          .setLastErrorTime(TIME)
          .build();

  private final Notifications notifications = new Notifications();
  private final FakeServer server = new FakeServer(notifications);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void addWebhook_makesASecretAndShowsItOnce() {
    CliRun run =
        CliRun.of(
            server,
            "notification",
            "add-webhook",
            "https://desk.example.com/h",
            "--id",
            "desk",
            "--actions",
            "escalation.*,callback.exhausted",
            "--after",
            "0");

    CreateNotificationTargetRequest request =
        (CreateNotificationTargetRequest) notifications.calls.getFirst();
    assertThat(request.getParent()).isEqualTo("providers/default");
    assertThat(request.getNotificationTargetId()).isEqualTo("desk");
    assertThat(request.getNotificationTarget().getActionsList())
        .containsExactly("escalation.*", "callback.exhausted");
    assertThat(request.hasAfterSequence()).isTrue();
    assertThat(request.getRequestId()).isNotEmpty();
    String secret = request.getNotificationTarget().getWebhook().getSecret();
    assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(run.out())
        .startsWith("TARGET            desk\n")
        .contains("TO                https://desk.example.com/h\n")
        .contains("SECRET            " + secret + "\n");
    assertThat(run.err())
        .isEqualTo(
            """
            The secret is shown only now; the receiver needs it to check signatures.
            next: redress notification show desk
            """);
  }

  @Test
  void addMail_takesAddresses() {
    CliRun run = CliRun.of(server, "notification", "add-mail", "mia@example.com", "bo@example.com");

    CreateNotificationTargetRequest request =
        (CreateNotificationTargetRequest) notifications.calls.getFirst();
    assertThat(request.getNotificationTarget())
        .isEqualTo(
            NotificationTarget.newBuilder()
                .setMail(
                    Mail.newBuilder()
                        .addAddresses("mia@example.com")
                        .addAddresses("bo@example.com"))
                .build());
    assertThat(request.hasAfterSequence()).isFalse();
    assertThat(run.err()).isEqualTo("next: redress notification show desk\n");
  }

  @Test
  void list_showsHowFarEachIs() {
    assertThat(CliRun.of(server, "notification", "list", "-o", "csv").out().lines())
        .containsExactly(
            "target,state,to,actions,sequence,waiting,dead,failed,error",
            "providers/default/notificationTargets/desk,ENABLED,https://desk.example.com/h,*,1041,1,"
                + "2,2026-11-18T11:06:40Z,the receiver answered 500");
  }

  @Test
  void show_saysWhatComesNext() {
    CliRun run = CliRun.of(server, "notification", "show", "desk");

    assertThat(((GetNotificationTargetRequest) notifications.calls.getFirst()).getName())
        .isEqualTo(DESK.getName());
    assertThat(run.out()).contains("ERROR             the receiver answered 500\n");
    assertThat(run.err()).isEqualTo("next: redress notification dead-letters desk\n");
  }

  @Test
  void pauseAndResume_changeTheStateAlone() {
    CliRun.of(server, "notification", "pause", "desk");
    CliRun.of(server, "notification", "resume", "desk");

    assertThat(notifications.calls.stream().map(UpdateNotificationTargetRequest.class::cast))
        .allSatisfy(
            request -> assertThat(request.getUpdateMask().getPathsList()).containsExactly("state"))
        .extracting(request -> request.getNotificationTarget().getState())
        .containsExactly(NotificationTarget.State.PAUSED, NotificationTarget.State.ENABLED);
  }

  @Test
  void rotateSecret_showsTheNewOne() {
    CliRun run = CliRun.of(server, "notification", "rotate-secret", "desk");

    UpdateNotificationTargetRequest request =
        (UpdateNotificationTargetRequest) notifications.calls.getFirst();
    assertThat(request.getUpdateMask().getPathsList()).containsExactly("webhook.secret");
    assertThat(run.out())
        .contains(
            "SECRET            " + request.getNotificationTarget().getWebhook().getSecret() + "\n");
  }

  @Test
  void remove_saysSo() {
    CliRun run = CliRun.of(server, "notification", "remove", "desk");

    assertThat(((DeleteNotificationTargetRequest) notifications.calls.getFirst()).getName())
        .isEqualTo(DESK.getName());
    assertThat(run.err()).isEqualTo("Removed desk; nothing is sent to it any more.\n");
  }

  @Test
  void deadLetters_areListedRetriedAndDiscarded() {
    CliRun list = CliRun.of(server, "notification", "dead-letters", "desk");
    CliRun retry = CliRun.of(server, "notification", "retry", "desk", "17", "18");
    CliRun discard = CliRun.of(server, "notification", "discard", "desk", "--all");
    CliRun neither = CliRun.of(server, "notification", "retry", "desk");

    assertThat(list.out()).contains("17").contains("the receiver answered 500");
    assertThat(list.err()).isEqualTo("next: redress notification retry desk --all\n");
    assertThat(((RetryDeadLettersRequest) notifications.calls.get(1)).getSequencesList())
        .containsExactly(17L, 18L);
    assertThat(retry.err()).isEqualTo("Trying again: 2 dead letters.\n");
    assertThat(((DiscardDeadLettersRequest) notifications.calls.get(2)).getSequencesList())
        .isEmpty();
    assertThat(discard.err()).isEqualTo("Forgot 2 dead letters.\n");
    assertThat(neither.exitCode()).isEqualTo(2);
    assertThat(neither.err()).startsWith("redress: give the sequences of events, or --all");
  }

  /** Knows one target. */
  private static final class Notifications
      extends NotificationServiceGrpc.NotificationServiceImplBase {
    private final List<Message> calls = new ArrayList<>();

    @Override
    public void createNotificationTarget(
        CreateNotificationTargetRequest request, StreamObserver<NotificationTarget> answer) {
      answer(request, DESK, answer);
    }

    @Override
    public void getNotificationTarget(
        GetNotificationTargetRequest request, StreamObserver<NotificationTarget> answer) {
      answer(request, DESK, answer);
    }

    @Override
    public void listNotificationTargets(
        ListNotificationTargetsRequest request,
        StreamObserver<ListNotificationTargetsResponse> answer) {
      answer(
          request,
          ListNotificationTargetsResponse.newBuilder().addNotificationTargets(DESK).build(),
          answer);
    }

    @Override
    public void updateNotificationTarget(
        UpdateNotificationTargetRequest request, StreamObserver<NotificationTarget> answer) {
      answer(request, DESK, answer);
    }

    @Override
    public void deleteNotificationTarget(
        DeleteNotificationTargetRequest request, StreamObserver<Empty> answer) {
      answer(request, Empty.getDefaultInstance(), answer);
    }

    @Override
    public void listDeadLetters(
        ListDeadLettersRequest request, StreamObserver<ListDeadLettersResponse> answer) {
      answer(
          request,
          ListDeadLettersResponse.newBuilder()
              .addDeadLetters(
                  DeadLetter.newBuilder()
                      .setSequence(17)
                      .setTryCount(7)
                      .setCreateTime(TIME)
                      .setUpdateTime(TIME)
                      .setLastError("the receiver answered 500"))
              .build(),
          answer);
    }

    @Override
    public void retryDeadLetters(
        RetryDeadLettersRequest request, StreamObserver<RetryDeadLettersResponse> answer) {
      answer(request, RetryDeadLettersResponse.newBuilder().setDeadLetterCount(2).build(), answer);
    }

    @Override
    public void discardDeadLetters(
        DiscardDeadLettersRequest request, StreamObserver<DiscardDeadLettersResponse> answer) {
      answer(
          request, DiscardDeadLettersResponse.newBuilder().setDeadLetterCount(2).build(), answer);
    }

    private <A> void answer(Message request, A given, StreamObserver<A> answer) {
      calls.add(request);
      answer.onNext(given);
      answer.onCompleted();
    }
  }
}
