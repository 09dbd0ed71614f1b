package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Absence;
import dev.redress.v1.AbsenceServiceGrpc;
import dev.redress.v1.AcceptHandoffRequest;
import dev.redress.v1.AuthorityLimit;
import dev.redress.v1.AuthorityServiceGrpc;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.CancelHandoffRequest;
import dev.redress.v1.CreateAbsenceRequest;
import dev.redress.v1.DeclineHandoffRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceBlockingStub;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.DisputedLine.Reason;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.GetHandoffRequest;
import dev.redress.v1.HandOffDisputeRequest;
import dev.redress.v1.Handoff;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.ListHandoffsRequest;
import dev.redress.v1.ListHandoffsResponse;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.SetAuthorityLimitRequest;
import dev.redress.v1.VerifyInvariantsRequest;
import dev.redress.v1.WithdrawDisputeRequest;
import dev.redress.v1.Withdrawal;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How disputes change hands. The account manager owns them at first. */
class HandoffGrpcTest {
  private static final String OWNER = "account-manager";

  @ParameterizedTest
  @EnumSource
  void accept_changesTheOwnerOfDisputeAndCall_andNothingElse(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = open(billed);
    Callback call = callback(billed, opened);
    billed.api().advance(Duration.ofMinutes(1));
    HandOffDisputeRequest request =
        ask(opened, "mia").setNote("speaks Spanish").setRequestId(TestApi.requestId()).build();

    Handoff asked = as(OWNER, billed).handOffDispute(request);

    assertThat(as(OWNER, billed).handOffDispute(request)).isEqualTo(asked);
    assertThat(asked.getState()).isEqualTo(Handoff.State.PENDING);
    assertThat(asked.getSender()).isEqualTo(OWNER);
    assertThat(asked.getActor()).isEqualTo(OWNER);
    assertThat(asked.getReceiver()).isEqualTo("mia");
    assertThat(asked.getOrdinal()).isEqualTo(1);
    assertThat(asked.hasAnswer()).isFalse();
    assertThat(asked.getBrief()).isEmpty();
    assertThat(asked.getDueTime().getSeconds())
        .isGreaterThanOrEqualTo(asked.getCreateTime().getSeconds() + 4 * 3600);
    Dispute waits = dispute(billed, opened);
    assertThat(waits.getOwner()).isEqualTo(OWNER);
    assertThat(waits.getPendingHandoff()).isEqualTo(asked.getName());
    assertThat(waits.getHandOffCount()).isZero();
    assertThat(callback(billed, opened)).isEqualTo(call);
    String brief = handoff(billed, asked).getBrief();
    assertThat(brief).startsWith("Brief for mia: dispute ").contains("Firewall firmware upgrade");
    billed.api().advance(Duration.ofMinutes(1));
    AcceptHandoffRequest yes =
        AcceptHandoffRequest.newBuilder()
            .setName(asked.getName())
            .setEtag(asked.getEtag())
            .setNote("mine now")
            .setRequestId(TestApi.requestId())
            .build();

    Handoff accepted = as("mia", billed).acceptHandoff(yes);

    assertThat(as("mia", billed).acceptHandoff(yes)).isEqualTo(accepted);
    assertThat(accepted.getState()).isEqualTo(Handoff.State.ACCEPTED);
    assertThat(accepted.getAnswer().getActor()).isEqualTo("mia");
    assertThat(accepted.getAnswer().getNote()).isEqualTo("mine now");
    Dispute taken = dispute(billed, opened);
    assertThat(taken.getOwner()).isEqualTo("mia");
    assertThat(taken.getPendingHandoff()).isEmpty();
    assertThat(taken.getHandOffCount()).isEqualTo(1);
    assertThat(taken.getResolutionDueTime()).isEqualTo(opened.getResolutionDueTime());
    assertThat(callback(billed, opened))
        .isEqualTo(
            call.toBuilder().setOwner("mia").setEtag(callback(billed, opened).getEtag()).build());
    assertThat(handoff(billed, asked).getBrief()).isEqualTo(brief);
    verify(billed);
  }

  @ParameterizedTest
  @EnumSource
  void decline_leavesTheOwner_andSomebodyElseCanBeAsked(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = open(billed);
    Handoff asked = as("lee", billed).handOffDispute(ask(opened, "mia").build());

    Refusal.of(() -> as("lee", billed).handOffDispute(ask(opened, "bo").build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.HANDOFF_PENDING);
    Refusal.of(() -> as("mia", billed).declineHandoff(no(asked).clearReason().build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
    Handoff declined = as("mia", billed).declineHandoff(no(asked).build());
    Handoff second = as("lee", billed).handOffDispute(ask(opened, "bo").build());
    Handoff cancelled =
        as("lee", billed)
            .cancelHandoff(CancelHandoffRequest.newBuilder().setName(second.getName()).build());

    assertThat(declined.getState()).isEqualTo(Handoff.State.DECLINED);
    assertThat(declined.getAnswer().getNote()).isEqualTo("on leave");
    assertThat(second.getOrdinal()).isEqualTo(2);
    assertThat(cancelled.getState()).isEqualTo(Handoff.State.CANCELLED);
    assertThat(dispute(billed, opened).getOwner()).isEqualTo(OWNER);
    assertThat(dispute(billed, opened).getHandOffCount()).isZero();
    assertThat(list(billed, "")).containsExactly(declined, cancelled);
    assertThat(list(billed, "state = DECLINED AND receiver = \"mia\"")).containsExactly(declined);
    assertThat(list(billed, "dispute = \"unknown\"")).isEmpty();
    ListHandoffsRequest page =
        ListHandoffsRequest.newBuilder().setParent(billed.provider()).setPageSize(1).build();
    ListHandoffsResponse first = stub(billed).listHandoffs(page);
    assertThat(
            stub(billed)
                .listHandoffs(page.toBuilder().setPageToken(first.getNextPageToken()).build())
                .getHandoffsList())
        .containsExactly(cancelled);
    verify(billed);
  }

  @ParameterizedTest
  @EnumSource
  void answer_isRefusedToOthersAndTwice(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Handoff asked = as(OWNER, billed).handOffDispute(ask(open(billed), "mia").build());

    for (String other : List.of(OWNER, "bo")) {
      Refusal.of(() -> as(other, billed).acceptHandoff(yes(asked).build()))
          .assertIs(Status.Code.PERMISSION_DENIED, ErrorReason.NOT_THE_RECEIVER);
      Refusal.of(() -> as(other, billed).declineHandoff(no(asked).build()))
          .assertIs(Status.Code.PERMISSION_DENIED, ErrorReason.NOT_THE_RECEIVER);
    }
    CancelHandoffRequest back = CancelHandoffRequest.newBuilder().setName(asked.getName()).build();
    Refusal.of(() -> as("mia", billed).cancelHandoff(back))
        .assertIs(Status.Code.PERMISSION_DENIED, ErrorReason.NOT_THE_OWNER);
    Refusal.of(() -> as("mia", billed).acceptHandoff(yes(asked).setEtag("v9").build()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    Refusal.of(
            () ->
                as("mia", billed)
                    .acceptHandoff(
                        yes(asked).setName(billed.provider() + "/handoffs/unknown").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.HANDOFF_NOT_FOUND);
    Refusal.of(
            () ->
                stub(billed)
                    .getHandoff(GetHandoffRequest.newBuilder().setName("handoffs/x").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "name");
    as("mia", billed).acceptHandoff(yes(asked).build());
    Refusal.of(() -> as("mia", billed).acceptHandoff(yes(asked).build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.HANDOFF_NOT_PENDING);
    Refusal.of(() -> as(OWNER, billed).cancelHandoff(back))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.HANDOFF_NOT_PENDING);
  }

  @ParameterizedTest
  @EnumSource
  void handOff_isRefused(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = open(billed);
    Instant now = billed.api().advance(Duration.ZERO);
    away(billed, "mia", now, "bo");
    away(billed, "kim", now, "");

    refusedReceiver(billed, ask(opened, " "), "receiver");
    refusedReceiver(billed, ask(opened, OWNER), "owns the dispute already");
    refusedReceiver(billed, ask(opened, "mia"), "mia is away and bo stands in; name bo");
    refusedReceiver(billed, ask(opened, "kim"), "kim is away and nobody stands in");
    Refusal.of(() -> as(OWNER, billed).handOffDispute(ask(opened, "bo").clearReason().build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
    Refusal.of(() -> as(OWNER, billed).handOffDispute(ask(opened, "bo").setEtag("v9").build()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    Refusal.of(
            () ->
                as(OWNER, billed)
                    .handOffDispute(
                        ask(opened, "bo").setName(billed.provider() + "/disputes/no").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DISPUTE_NOT_FOUND);
    withdraw(billed, opened);
    Refusal.of(() -> as(OWNER, billed).handOffDispute(ask(opened, "bo").build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.DISPUTE_STATE_FORBIDS_ACTION);
  }

  @ParameterizedTest
  @EnumSource
  void end_ofADisputeTakesItsPendingHandoffBack(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = open(billed);
    Handoff asked = as(OWNER, billed).handOffDispute(ask(opened, "mia").build());

    withdraw(billed, opened);

    Handoff ended = handoff(billed, asked);
    assertThat(ended.getState()).isEqualTo(Handoff.State.CANCELLED);
    assertThat(ended.getAnswer().getNote()).isEqualTo("the dispute has ended");
    assertThat(dispute(billed, opened).getPendingHandoff()).isEmpty();
    Refusal.of(() -> as("mia", billed).acceptHandoff(yes(asked).build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.HANDOFF_NOT_PENDING);
    verify(billed);
  }

  @ParameterizedTest
  @EnumSource
  void timeToAuthority_runsUntilSomebodyOwnsItWhoMayDecide(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = open(billed);
    assertThat(opened.hasTimeToAuthority()).isTrue();
    assertThat(opened.getTimeToAuthority().getSeconds()).isZero();

    limit(billed, OWNER, 49);
    limit(billed, "bo", 20);
    limit(billed, "mia", 50);

    assertThat(dispute(billed, opened).hasTimeToAuthority()).isFalse();
    take(billed, opened, "bo");
    assertThat(dispute(billed, opened).hasTimeToAuthority()).isFalse();
    billed.api().advance(Duration.ofDays(7));
    take(billed, opened, "mia");
    Dispute decided = dispute(billed, opened);
    take(billed, opened, "bo");

    assertThat(decided.getHandOffCount()).isEqualTo(2);
    // A week has five days of eight hours.
    assertThat(decided.getTimeToAuthority().getSeconds()).isEqualTo(40L * 3600);
    assertThat(dispute(billed, opened).getTimeToAuthority())
        .isEqualTo(decided.getTimeToAuthority());
    verify(billed);
  }

  @ParameterizedTest
  @EnumSource
  void answer_thatDoesNotComeEscalates(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Handoff asked = as(OWNER, billed).handOffDispute(ask(open(billed), "mia").build());

    List<Escalation> fired = List.of();
    for (int i = 0; i < 500 && fired.size() < 2; i++) {
      billed.api().advance(Duration.ofMinutes(10));
      billed.api().escalate();
      fired = escalations(billed);
    }
    as("mia", billed).declineHandoff(no(asked).build());

    assertThat(fired).extracting(Escalation::getPerson).containsExactly("mia", "lead");
    assertThat(fired).extracting(Escalation::getSubject).containsOnly(asked.getName());
    assertThat(escalations(billed))
        .extracting(Escalation::getState)
        .containsOnly(Escalation.State.CLOSED);
  }

  private static List<Escalation> escalations(Billed billed) {
    return EscalationServiceGrpc.newBlockingStub(billed.api().channel())
        .listEscalations(
            ListEscalationsRequest.newBuilder()
                .setParent(billed.provider())
                .setFilter("subject_kind = HANDOFF")
                .build())
        .getEscalationsList();
  }

  private static void take(Billed billed, Dispute dispute, String receiver) {
    Handoff asked = as(OWNER, billed).handOffDispute(ask(dispute, receiver).build());
    as(receiver, billed).acceptHandoff(yes(asked).build());
  }

  private static void limit(Billed billed, String person, long usd) {
    AuthorityServiceGrpc.newBlockingStub(billed.api().channel())
        .setAuthorityLimit(
            SetAuthorityLimitRequest.newBuilder()
                .setParent(billed.provider())
                .setAuthorityLimit(
                    AuthorityLimit.newBuilder().setPerson(person).setLimit(Billed.usd(usd)))
                .build());
  }

  private static void refusedReceiver(
      Billed billed, HandOffDisputeRequest.Builder request, String sentence) {
    Refusal refusal = Refusal.of(() -> as(OWNER, billed).handOffDispute(request.build()));
    refusal.assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "receiver");
    assertThat(refusal.sentence()).contains(sentence);
  }

  private static void away(Billed billed, String person, Instant now, String deputy) {
    AbsenceServiceGrpc.newBlockingStub(billed.api().channel())
        .createAbsence(
            CreateAbsenceRequest.newBuilder()
                .setParent(billed.provider())
                .setAbsence(
                    Absence.newBuilder()
                        .setPerson(person)
                        .setFromTime(TimeProtos.toProto(now))
                        .setUntilTime(TimeProtos.toProto(now.plus(Duration.ofDays(9))))
                        .setDeputy(deputy))
                .build());
  }

  private static void withdraw(Billed billed, Dispute dispute) {
    as(OWNER, billed)
        .withdrawDispute(
            WithdrawDisputeRequest.newBuilder()
                .setName(dispute.getName())
                .setWithdrawal(
                    Withdrawal.newBuilder()
                        .setWithdrawnBy("Dr. Kim")
                        .setChannel(Withdrawal.Channel.PHONE))
                .build());
  }

  /** No invariant is broken by what was done to this provider's data. */
  private static void verify(Billed billed) {
    assertThat(
            ReconciliationServiceGrpc.newBlockingStub(billed.api().channel())
                .verifyInvariants(
                    VerifyInvariantsRequest.newBuilder().setParent(billed.provider()).build())
                .getChecksList())
        .allSatisfy(check -> assertThat(check.getViolationsList()).isEmpty());
  }

  private static Dispute open(Billed billed) {
    return stub(billed)
        .openDispute(
            OpenDisputeRequest.newBuilder()
                .setParent(billed.provider())
                .setDispute(
                    Dispute.newBuilder()
                        .addLines(
                            DisputedLine.newBuilder()
                                .setLine(billed.line("L2"))
                                .setReason(Reason.UNCORRELATED)))
                .build());
  }

  private static HandOffDisputeRequest.Builder ask(Dispute dispute, String receiver) {
    return HandOffDisputeRequest.newBuilder()
        .setName(dispute.getName())
        .setReceiver(receiver)
        .setReason("away from Friday on");
  }

  private static AcceptHandoffRequest.Builder yes(Handoff handoff) {
    return AcceptHandoffRequest.newBuilder().setName(handoff.getName());
  }

  private static DeclineHandoffRequest.Builder no(Handoff handoff) {
    return DeclineHandoffRequest.newBuilder().setName(handoff.getName()).setReason("on leave");
  }

  private static List<Handoff> list(Billed billed, String filter) {
    return stub(billed)
        .listHandoffs(
            ListHandoffsRequest.newBuilder().setParent(billed.provider()).setFilter(filter).build())
        .getHandoffsList();
  }

  private static Handoff handoff(Billed billed, Handoff handoff) {
    return stub(billed)
        .getHandoff(GetHandoffRequest.newBuilder().setName(handoff.getName()).build());
  }

  private static Dispute dispute(Billed billed, Dispute dispute) {
    return stub(billed)
        .getDispute(GetDisputeRequest.newBuilder().setName(dispute.getName()).build());
  }

  private static Callback callback(Billed billed, Dispute dispute) {
    return CallbackServiceGrpc.newBlockingStub(billed.api().channel())
        .getCallback(GetCallbackRequest.newBuilder().setName(dispute.getCallback()).build());
  }

  private static DisputeServiceBlockingStub as(String actor, Billed billed) {
    Metadata headers = new Metadata();
    headers.put(AccessInterceptor.ACTOR, actor);
    return stub(billed).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static DisputeServiceBlockingStub stub(Billed billed) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel());
  }
}
