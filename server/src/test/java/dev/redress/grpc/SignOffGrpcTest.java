package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.CallbackServiceGrpc.CallbackServiceBlockingStub;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceBlockingStub;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.GetCustomerRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.Notice;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ResolveRequest;
import dev.redress.v1.SignOffExhaustedRequest;
import dev.redress.v1.UpdateCustomerRequest;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The account manager's word on a customer whom nobody could reach. */
class SignOffGrpcTest {
  private static final int ATTEMPTS_MAX = 5;

  @ParameterizedTest
  @EnumSource
  void signOffExhausted_letsTheDisputeBeResolved(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute dispute = open(billed);
    Callback exhausted = tried(billed, dispute, ATTEMPTS_MAX);
    assertThat(exhausted.getState()).isEqualTo(Callback.State.EXHAUSTED);
    Refusal.of(() -> resolve(billed, dispute))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CUSTOMER_NOT_REACHED);
    SignOffExhaustedRequest request = signOff(exhausted).setRequestId(TestApi.requestId()).build();

    Callback signed = as("account-manager", billed).signOffExhausted(request);

    assertThat(as("account-manager", billed).signOffExhausted(request)).isEqualTo(signed);
    assertThat(signed.getState()).isEqualTo(Callback.State.EXHAUSTED);
    assertThat(signed.getSignOff().getActor()).isEqualTo("account-manager");
    assertThat(signed.getSignOff().getReason()).isEqualTo("nobody there since August");
    assertThat(signed.getSignOff().getNotice().getChannel()).isEqualTo(Notice.Channel.LETTER);
    assertThat(get(billed, exhausted.getName()).getSignOff()).isEqualTo(signed.getSignOff());
    assertThat(get(billed, dispute).getState()).isEqualTo(Dispute.State.OPEN);
    assertThat(get(billed, dispute).getCallback()).isEqualTo(exhausted.getName());
    Refusal.of(
            () ->
                as("account-manager", billed)
                    .signOffExhausted(request.toBuilder().clearRequestId().build()))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
    assertThat(resolve(billed, dispute).getState()).isEqualTo(Dispute.State.RESOLVED);
    assertThat(get(billed, exhausted.getName()).getState()).isEqualTo(Callback.State.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource
  void signOffExhausted_doesNotKeepACustomerFromBeingReachedAfterAll(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute dispute = open(billed);
    Callback exhausted = tried(billed, dispute, ATTEMPTS_MAX);
    as("account-manager", billed).signOffExhausted(signOff(exhausted).build());

    stub(billed)
        .logAttempt(
            LogAttemptRequest.newBuilder()
                .setName(exhausted.getName())
                .setOutcome(Callback.Outcome.REACHED)
                .build());

    assertThat(get(billed, dispute).getCustomerReached()).isTrue();
    assertThat(get(billed, exhausted.getName()).getState()).isEqualTo(Callback.State.COMPLETED);
  }

  @ParameterizedTest
  @EnumSource
  void signOffExhausted_refuses(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute dispute = open(billed);
    Callback scheduled = tried(billed, dispute, ATTEMPTS_MAX - 1);
    Instant now = billed.api().advance(Duration.ZERO);

    refusal(billed, "account-manager", signOff(scheduled))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CALLBACK_NOT_EXHAUSTED);
    Callback exhausted = tried(billed, dispute, 1);
    refusal(billed, "mia", signOff(exhausted))
        .assertIs(Status.Code.PERMISSION_DENIED, ErrorReason.NOT_ACCOUNT_MANAGER);
    refusal(billed, "account-manager", signOff(scheduled))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CALLBACK_NOT_EXHAUSTED);
    refusal(billed, "account-manager", signOff(exhausted).setReason(""))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
    refusal(billed, "account-manager", signOff(exhausted).clearNotice())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "notice.channel");
    refusal(
            billed,
            "account-manager",
            signOff(exhausted).setNotice(Notice.newBuilder().setChannel(Notice.Channel.MAIL)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "notice.text");
    for (Instant sent : List.of(now.plusSeconds(60), now.minus(Duration.ofDays(900)))) {
      Timestamp time = TimeProtos.toProto(sent);
      refusal(billed, "account-manager", signOff(exhausted).setNotice(letter().setSendTime(time)))
          .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "notice.send_time");
    }
    refusal(billed, "account-manager", signOff(exhausted).setEtag("v9"))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    refusal(
            billed,
            "account-manager",
            signOff(exhausted).setName(billed.provider() + "/callbacks/unknown"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CALLBACK_NOT_FOUND);
    assertThat(get(billed, exhausted.getName()).hasSignOff()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void signOffExhausted_isForTheCustomersOwnAccountManager(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    var customers = CustomerServiceGrpc.newBlockingStub(billed.api().channel());
    customers.updateCustomer(
        UpdateCustomerRequest.newBuilder()
            .setCustomer(
                customers
                    .getCustomer(GetCustomerRequest.newBuilder().setName(billed.customer()).build())
                    .toBuilder()
                    .setAccountManager("dana"))
            .build());
    Callback exhausted = tried(billed, open(billed), ATTEMPTS_MAX);

    refusal(billed, "account-manager", signOff(exhausted))
        .assertIs(Status.Code.PERMISSION_DENIED, ErrorReason.NOT_ACCOUNT_MANAGER);
    assertThat(as("dana", billed).signOffExhausted(signOff(exhausted).build()).hasSignOff())
        .isTrue();
  }

  private static Dispute open(Billed billed) {
    return disputes(billed)
        .openDispute(
            OpenDisputeRequest.newBuilder()
                .setParent(billed.provider())
                .setDispute(
                    Dispute.newBuilder()
                        .addLines(
                            DisputedLine.newBuilder()
                                .setLine(billed.line("L1"))
                                .setReason(DisputedLine.Reason.RATE)))
                .build());
  }

  /** Nobody answers so many times; gives the live callback. */
  private static Callback tried(Billed billed, Dispute dispute, int times) {
    for (int i = 0; i < times; i++) {
      stub(billed)
          .logAttempt(
              LogAttemptRequest.newBuilder()
                  .setName(get(billed, dispute).getCallback())
                  .setOutcome(Callback.Outcome.NO_ANSWER)
                  .build());
    }
    return get(billed, get(billed, dispute).getCallback());
  }

  private static Dispute resolve(Billed billed, Dispute dispute) {
    return disputes(billed)
        .resolve(
            ResolveRequest.newBuilder()
                .setName(dispute.getName())
                .setOtherLinesOutcome(DisputedLine.Outcome.EXPLAINED)
                .build());
  }

  private static SignOffExhaustedRequest.Builder signOff(Callback callback) {
    return SignOffExhaustedRequest.newBuilder()
        .setName(callback.getName())
        .setReason("nobody there since August")
        .setNotice(letter());
  }

  private static Notice.Builder letter() {
    return Notice.newBuilder().setChannel(Notice.Channel.LETTER).setText("letters/2025/117");
  }

  private static Refusal refusal(
      Billed billed, String actor, SignOffExhaustedRequest.Builder request) {
    return Refusal.of(() -> as(actor, billed).signOffExhausted(request.build()));
  }

  private static CallbackServiceBlockingStub as(String actor, Billed billed) {
    Metadata headers = new Metadata();
    headers.put(AccessInterceptor.ACTOR, actor);
    return stub(billed).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static CallbackServiceBlockingStub stub(Billed billed) {
    return CallbackServiceGrpc.newBlockingStub(billed.api().channel());
  }

  private static DisputeServiceBlockingStub disputes(Billed billed) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel());
  }

  private static Callback get(Billed billed, String name) {
    return stub(billed).getCallback(GetCallbackRequest.newBuilder().setName(name).build());
  }

  private static Dispute get(Billed billed, Dispute dispute) {
    return disputes(billed)
        .getDispute(GetDisputeRequest.newBuilder().setName(dispute.getName()).build());
  }
}
