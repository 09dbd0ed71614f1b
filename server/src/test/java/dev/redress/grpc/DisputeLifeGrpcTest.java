package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AwaitCustomerRequest;
import dev.redress.v1.AwaitProviderRequest;
import dev.redress.v1.BeginReviewRequest;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.CloseDisputeRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceBlockingStub;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.DisputedLine.Outcome;
import dev.redress.v1.DisputedLine.Reason;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ReopenDisputeRequest;
import dev.redress.v1.ResolveRequest;
import dev.redress.v1.WithdrawDisputeRequest;
import dev.redress.v1.Withdrawal;
import io.grpc.Status;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waiting, taking back, reopening and closing. */
class DisputeLifeGrpcTest {

  @ParameterizedTest
  @EnumSource
  void open_keepsWhoRaisedItAndHowPressingItIs(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute asked =
        Dispute.newBuilder()
            .setRaisedBy(Dispute.RaisedBy.CUSTOMER)
            .setPriority(Dispute.Priority.HIGH)
            .addLines(
                DisputedLine.newBuilder()
                    .setLine(billed.line("L1"))
                    .setReason(Reason.CUSTOMER_UNRECOGNIZED)
                    .setDisputedAmount(Billed.usd(40)))
            .build();

    Dispute opened = stub(kind).openDispute(request(billed, asked));

    assertThat(opened.getRaisedBy()).isEqualTo(Dispute.RaisedBy.CUSTOMER);
    assertThat(opened.getPriority()).isEqualTo(Dispute.Priority.HIGH);
    assertThat(opened.getLines(0).getRequestedAction())
        .isEqualTo(DisputedLine.Action.PROVIDE_INFORMATION);
    assertThat(opened.getLines(0).getInvoicedHours()).isEqualTo(1);
    assertThat(opened.getLines(0).getDisputedHours()).isEqualTo(0.4);
    assertThat(opened.getHoldAmount()).isEqualTo(Billed.usd(40));
    assertThat(opened.getHoldEndTime().getSeconds() - opened.getOpenTime().getSeconds())
        .isEqualTo(60L * 24 * 3600);
    Refusal.of(
            () ->
                stub(kind)
                    .openDispute(
                        request(
                            billed,
                            asked.toBuilder()
                                .setRaisedBy(Dispute.RaisedBy.RECONCILIATION)
                                .build())))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "dispute.raised_by");
  }

  @ParameterizedTest
  @EnumSource
  void undercharge_isNeverAClaim(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    DisputedLine.Builder line =
        DisputedLine.newBuilder().setLine(billed.line("L1")).setReason(Reason.UNDERCHARGE);

    Refusal.of(
            () ->
                stub(kind)
                    .openDispute(
                        request(
                            billed,
                            Dispute.newBuilder()
                                .addLines(line.clone().setDisputedAmount(Billed.usd(1)))
                                .build())))
        .assertIs(
            Status.Code.INVALID_ARGUMENT,
            ErrorReason.FIELD_INVALID,
            "dispute.lines.disputed_amount");
    Dispute opened =
        stub(kind).openDispute(request(billed, Dispute.newBuilder().addLines(line).build()));

    assertThat(opened.getDisputedAmount()).isEqualTo(Billed.usd(0));
  }

  @ParameterizedTest
  @EnumSource
  void await_saysWhatAndUntilWhen_andTheClockStandsStillForTheCustomer(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = open(billed);
    Timestamp soon = in(billed, 2 * 24);
    AwaitCustomerRequest request =
        AwaitCustomerRequest.newBuilder()
            .setName(opened.getName())
            .setAwaited("the signed order")
            .setRespondByTime(soon)
            .build();

    refuses(kind, request.toBuilder().setAwaited(" ").build(), "awaited");
    refuses(kind, request.toBuilder().clearRespondByTime().build(), "respond_by_time");
    refuses(kind, request.toBuilder().setRespondByTime(in(billed, -1)).build(), "respond_by_time");
    refuses(
        kind, request.toBuilder().setRespondByTime(in(billed, 91 * 24)).build(), "respond_by_time");
    Dispute waits = stub(kind).awaitCustomer(request);

    assertThat(waits.getState()).isEqualTo(Dispute.State.AWAITING_CUSTOMER);
    assertThat(waits.getWaiting().getAwaited()).isEqualTo("the signed order");
    assertThat(waits.getWaiting().getRespondByTime()).isEqualTo(soon);
    assertThat(waits.getCallback()).isEqualTo(opened.getCallback());
    assertThat(waits.hasResolutionDueTime()).isFalse();
    assertThat(opened.hasResolutionDueTime()).isTrue();
    Refusal.of(
            () ->
                stub(kind)
                    .awaitProvider(
                        AwaitProviderRequest.newBuilder()
                            .setName(opened.getName())
                            .setAwaited("the time sheet")
                            .setRespondByTime(soon)
                            .build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.DISPUTE_STATE_FORBIDS_ACTION);
    Dispute review =
        stub(kind).beginReview(BeginReviewRequest.newBuilder().setName(opened.getName()).build());
    assertThat(review.hasWaiting()).isFalse();
    assertThat(review.getElapsedBusinessTime())
        .isEqualTo(com.google.protobuf.Duration.getDefaultInstance());
    assertThat(review.hasResolutionDueTime()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void withdraw_endsAtTheCustomersWord(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = open(billed);
    Withdrawal word =
        Withdrawal.newBuilder()
            .setWithdrawnBy("Dr. Kim")
            .setChannel(Withdrawal.Channel.PHONE)
            .setNote("found the work order")
            .build();
    WithdrawDisputeRequest request =
        WithdrawDisputeRequest.newBuilder().setName(opened.getName()).setWithdrawal(word).build();

    refusedWithdrawal(kind, request, word.toBuilder().clearWithdrawnBy(), "withdrawn_by");
    refusedWithdrawal(kind, request, word.toBuilder().clearChannel(), "channel");
    Refusal.of(
            () ->
                stub(kind)
                    .withdrawDispute(
                        request.toBuilder()
                            .setWithdrawal(word.toBuilder().setWithdrawTime(in(billed, 1)))
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "withdraw_time");
    Dispute withdrawn = stub(kind).withdrawDispute(request);

    assertThat(withdrawn.getState()).isEqualTo(Dispute.State.WITHDRAWN);
    assertThat(withdrawn.getWithdrawal().getWithdrawnBy()).isEqualTo("Dr. Kim");
    assertThat(withdrawn.getLines(0).getOutcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(withdrawn.hasCallback()).isFalse();
    assertThat(withdrawn.getHoldAmount()).isEqualTo(Billed.usd(0));
    assertThat(callback(kind, opened).getState()).isEqualTo(Callback.State.CANCELLED);
    Refusal.of(() -> stub(kind).withdrawDispute(request))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.DISPUTE_STATE_FORBIDS_ACTION);
  }

  @ParameterizedTest
  @EnumSource
  void reopen_callsAgainAndGoesToTheSuperiorTheSecondTime(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = open(billed);
    Refusal.of(() -> reopen(kind, opened))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.DISPUTE_STATE_FORBIDS_ACTION);
    Dispute resolved = resolved(kind, opened, Outcome.CREDITED);
    assertThat(resolved.getCreditedAmount()).isEqualTo(Billed.usd(100));
    Refusal.of(
            () ->
                stub(kind)
                    .reopenDispute(
                        ReopenDisputeRequest.newBuilder().setName(opened.getName()).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");

    Dispute reopened = reopen(kind, opened);

    assertThat(reopened.getState()).isEqualTo(Dispute.State.REOPENED);
    assertThat(reopened.getReopenCount()).isEqualTo(1);
    assertThat(reopened.getOwner()).isEqualTo(opened.getOwner());
    assertThat(reopened.getCustomerReached()).isFalse();
    // All of it was given back: there is nothing left to dispute.
    assertThat(reopened.getDisputedAmount()).isEqualTo(Billed.usd(0));
    assertThat(reopened.getCreditedAmount()).isEqualTo(Billed.usd(100));
    assertThat(callback(kind, reopened).getState()).isEqualTo(Callback.State.SCHEDULED);
    Refusal.of(
            () ->
                stub(kind)
                    .resolve(
                        ResolveRequest.newBuilder()
                            .setName(opened.getName())
                            .setOtherLinesOutcome(Outcome.EXPLAINED)
                            .build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CUSTOMER_NOT_REACHED);

    Dispute again = resolved(kind, reopened, Outcome.EXPLAINED);
    assertThat(again.getCreditedAmount()).isEqualTo(Billed.usd(100));
    Dispute twice = reopen(kind, again);
    assertThat(twice.getReopenCount()).isEqualTo(2);
    assertThat(twice.getOwner()).isEqualTo("superior");
    assertThat(callback(kind, twice).getOwner()).isEqualTo("superior");
  }

  @ParameterizedTest
  @EnumSource
  void reopen_callsWhereTheCustomerWasFound(TestDatabase.Kind kind) {
    Dispute opened = open(Billed.on(kind));
    Callback elsewhere =
        CallbackServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
            .logAttempt(
                LogAttemptRequest.newBuilder()
                    .setName(opened.getCallback())
                    .setOutcome(Callback.Outcome.WRONG_NUMBER)
                    .setContact("Anna Berg, +1 312 555 0199")
                    .build())
            .getSuccessor();

    Dispute reopened =
        reopen(
            kind,
            resolved(
                kind,
                opened.toBuilder().setCallback(elsewhere.getName()).build(),
                Outcome.EXPLAINED));

    assertThat(callback(kind, reopened).getContact()).isEqualTo("Anna Berg, +1 312 555 0199");
  }

  @ParameterizedTest
  @EnumSource
  void reopen_isRefusedWhileAnotherDisputeOverTheInvoiceIsOpen(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute first = resolved(kind, open(billed), Outcome.EXPLAINED);
    stub(kind)
        .openDispute(
            request(
                billed,
                Dispute.newBuilder()
                    .addLines(
                        DisputedLine.newBuilder().setLine(billed.line("L2")).setReason(Reason.RATE))
                    .build()));

    Refusal.of(() -> reopen(kind, first))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.INVOICE_HAS_OPEN_DISPUTE);
  }

  @ParameterizedTest
  @EnumSource
  void close_comesByItselfAfterTheCoolingOffOrByHand(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute resolved = resolved(kind, open(billed), Outcome.EXPLAINED);
    Billed other = Billed.on(kind);
    Dispute byHand = resolved(kind, open(other), Outcome.EXPLAINED);

    billed.api().close();
    assertThat(get(kind, resolved).getState()).isEqualTo(Dispute.State.RESOLVED);
    Dispute closed =
        stub(kind).closeDispute(CloseDisputeRequest.newBuilder().setName(byHand.getName()).build());
    billed.api().advance(Duration.ofDays(9));
    billed.api().close();

    assertThat(closed.getState()).isEqualTo(Dispute.State.CLOSED);
    assertThat(get(kind, resolved).getState()).isEqualTo(Dispute.State.CLOSED);
    assertThat(get(kind, resolved).hasCloseTime()).isFalse();
    Refusal.of(() -> reopen(kind, resolved))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.DISPUTE_STATE_FORBIDS_ACTION);
  }

  private static void refuses(TestDatabase.Kind kind, AwaitCustomerRequest request, String field) {
    Refusal.of(() -> stub(kind).awaitCustomer(request))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, field);
  }

  private static void refusedWithdrawal(
      TestDatabase.Kind kind,
      WithdrawDisputeRequest request,
      Withdrawal.Builder word,
      String field) {
    Refusal.of(() -> stub(kind).withdrawDispute(request.toBuilder().setWithdrawal(word).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "withdrawal." + field);
  }

  private static Dispute resolved(TestDatabase.Kind kind, Dispute dispute, Outcome outcome) {
    CallbackServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
        .logAttempt(
            LogAttemptRequest.newBuilder()
                .setName(dispute.getCallback())
                .setOutcome(Callback.Outcome.REACHED)
                .build());
    return stub(kind)
        .resolve(
            ResolveRequest.newBuilder()
                .setName(dispute.getName())
                .setOtherLinesOutcome(outcome)
                .build());
  }

  private static Dispute reopen(TestDatabase.Kind kind, Dispute dispute) {
    return stub(kind)
        .reopenDispute(
            ReopenDisputeRequest.newBuilder()
                .setName(dispute.getName())
                .setReason("the credit note never came")
                .build());
  }

  private static Dispute open(Billed billed) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel())
        .openDispute(
            request(
                billed,
                Dispute.newBuilder()
                    .addLines(
                        DisputedLine.newBuilder()
                            .setLine(billed.line("L1"))
                            .setReason(Reason.NOT_DELIVERED))
                    .build()));
  }

  private static OpenDisputeRequest request(Billed billed, Dispute dispute) {
    return OpenDisputeRequest.newBuilder()
        .setParent(billed.provider())
        .setDispute(dispute)
        .setRequestId(UUID.randomUUID().toString())
        .build();
  }

  private static Timestamp in(Billed billed, int hours) {
    return TimeProtos.toProto(billed.api().advance(Duration.ZERO).plusSeconds(3_600L * hours));
  }

  private static Dispute get(TestDatabase.Kind kind, Dispute dispute) {
    return stub(kind).getDispute(GetDisputeRequest.newBuilder().setName(dispute.getName()).build());
  }

  private static Callback callback(TestDatabase.Kind kind, Dispute dispute) {
    return CallbackServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
        .getCallback(GetCallbackRequest.newBuilder().setName(dispute.getCallback()).build());
  }

  private static DisputeServiceBlockingStub stub(TestDatabase.Kind kind) {
    return DisputeServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }
}
