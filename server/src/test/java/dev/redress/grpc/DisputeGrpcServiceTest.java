package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.ApproveResolutionRequest;
import dev.redress.v1.BeginReviewRequest;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Credit;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceBlockingStub;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.DisputedLine.Outcome;
import dev.redress.v1.DisputedLine.Reason;
import dev.redress.v1.GetCreditRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.LineOutcome;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.ListDisputesRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ProposeResolutionRequest;
import dev.redress.v1.ResolveRequest;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DisputeGrpcServiceTest {

  @ParameterizedTest
  @EnumSource
  void open_givesADisputeWithItsCallback(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    OpenDisputeRequest request = open(billed, claim(billed, "L1"), claim(billed, "L2"));

    Dispute opened = stub(kind).openDispute(request);

    assertThat(opened.getState()).isEqualTo(Dispute.State.OPEN);
    assertThat(opened.getOwner()).isEqualTo("account-manager");
    assertThat(opened.getDisputedAmount()).isEqualTo(Billed.usd(150));
    assertThat(opened.getCreditedAmount()).isEqualTo(Billed.usd(0));
    assertThat(opened.getCallback()).startsWith(billed.provider() + "/callbacks/");
    assertThat(opened.getCallbackDueTime().getSeconds())
        .isGreaterThan(opened.getCreateTime().getSeconds());
    assertThat(get(kind, opened.getName())).isEqualTo(opened);
    // Sent again, it is the same dispute.
    assertThat(stub(kind).openDispute(request)).isEqualTo(opened);
    assertThat(list(kind, billed, "open = true AND customer = ATLAS")).containsExactly(opened);
    assertThat(list(kind, billed, "state = RESOLVED")).isEmpty();
    assertThat(list(kind, billed, "owner = \"somebody else\"")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void open_addsLinesToTheOpenDispute(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute first = stub(kind).openDispute(open(billed, claim(billed, "L1")));

    Dispute joined = stub(kind).openDispute(open(billed, claim(billed, "L2")));

    assertThat(joined.getName()).isEqualTo(first.getName());
    assertThat(joined.getLinesCount()).isEqualTo(2);
    assertThat(joined.getEtag()).isNotEqualTo(first.getEtag());
    Refusal.of(() -> stub(kind).openDispute(open(billed, claim(billed, "L1"))))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.LINE_ALREADY_DISPUTED);
  }

  @ParameterizedTest
  @EnumSource
  void open_refuses(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    DisputedLine claim = claim(billed, "L1");
    Money euro = Billed.usd(1).toBuilder().setCurrencyCode("EUR").build();

    refusal(billed)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "dispute.lines");
    refusal(billed, claim.toBuilder().clearReason().build())
        .assertIs(
            Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "dispute.lines[0].reason");
    refusal(billed, claim.toBuilder().setLine("lines/L1").build())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "dispute.lines[0].line");
    refusal(billed, claim.toBuilder().setDisputedAmount(Billed.usd(-1)).build())
        .assertIs(
            Status.Code.INVALID_ARGUMENT,
            ErrorReason.FIELD_INVALID,
            "dispute.lines[0].disputed_amount");
    refusal(billed, claim(billed, "NOTHING"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.LINE_NOT_FOUND);
    refusal(billed, claim.toBuilder().setDisputedAmount(Billed.usd(101)).build())
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.AMOUNT_EXCEEDS_LINE);
    refusal(billed, claim.toBuilder().setDisputedAmount(euro).build())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.CURRENCY_MISMATCH);
    refusal(Billed.on(kind), claim)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID);
    Refusal.of(
            () ->
                stub(kind)
                    .openDispute(open(billed, claim).toBuilder().setDisputeId("NO ID").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "dispute_id");
    assertThat(list(kind, billed, "")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void settlement_stepByStep(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = stub(kind).openDispute(open(billed, claim(billed, "L1")));
    Dispute review =
        stub(kind).beginReview(BeginReviewRequest.newBuilder().setName(opened.getName()).build());
    BeginReviewRequest stale =
        BeginReviewRequest.newBuilder().setName(opened.getName()).setEtag(opened.getEtag()).build();

    Refusal.of(() -> stub(kind).beginReview(stale))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    Refusal.of(() -> stub(kind).approveResolution(approve(opened.getName())))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.DISPUTE_STATE_FORBIDS_ACTION);
    Refusal.of(
            () ->
                stub(kind)
                    .proposeResolution(
                        ProposeResolutionRequest.newBuilder().setName(opened.getName()).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.OUTCOME_INCOMPLETE);
    Dispute proposed =
        stub(kind)
            .proposeResolution(
                ProposeResolutionRequest.newBuilder()
                    .setName(opened.getName())
                    .setEtag(review.getEtag())
                    .addLineOutcomes(
                        outcome(billed, "L1", Outcome.PARTIALLY_CREDITED)
                            .setApprovedAmount(Billed.usd(30)))
                    .build());
    Dispute approved = stub(kind).approveResolution(approve(opened.getName()));
    Refusal.of(() -> stub(kind).resolve(resolve(opened.getName())))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CUSTOMER_NOT_REACHED);
    reach(kind, approved);
    Dispute resolved = stub(kind).resolve(resolve(opened.getName()));

    assertThat(proposed.getState()).isEqualTo(Dispute.State.PROPOSED);
    assertThat(proposed.getCreditedAmount()).isEqualTo(Billed.usd(0));
    assertThat(resolved.getState()).isEqualTo(Dispute.State.RESOLVED);
    assertThat(resolved.getCreditedAmount()).isEqualTo(Billed.usd(30));
    assertThat(resolved.getCustomerReached()).isTrue();
    assertThat(resolved.hasCallback()).isFalse();
    Refusal.of(() -> stub(kind).resolve(resolve(opened.getName())))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.DISPUTE_STATE_FORBIDS_ACTION);
  }

  @ParameterizedTest
  @EnumSource
  void settlement_inOneGoIssuesCredits(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = stub(kind).openDispute(open(billed, claim(billed, "L1"), claim(billed, "L2")));
    reach(kind, opened);
    ResolveRequest request =
        ResolveRequest.newBuilder()
            .setName(opened.getName())
            .addLineOutcomes(outcome(billed, "L2", Outcome.CREDITED))
            .setOtherLinesOutcome(Outcome.EXPLAINED)
            .setRequestId(TestApi.requestId())
            .build();

    Dispute resolved = stub(kind).resolve(request);

    assertThat(resolved.getCreditedAmount()).isEqualTo(Billed.usd(50));
    assertThat(stub(kind).resolve(request)).isEqualTo(resolved);
    List<Credit> credits =
        stub(kind)
            .listCredits(
                ListCreditsRequest.newBuilder()
                    .setParent(billed.provider())
                    .setFilter("customer = ATLAS")
                    .build())
            .getCreditsList();
    assertThat(credits).hasSize(1);
    assertThat(credits.getFirst().getAmount()).isEqualTo(Billed.usd(50));
    assertThat(credits.getFirst().getLine()).isEqualTo(billed.line("L2"));
    assertThat(
            stub(kind)
                .getCredit(
                    GetCreditRequest.newBuilder().setName(credits.getFirst().getName()).build()))
        .isEqualTo(credits.getFirst());
    // All of L2 is given back: nothing of it is left to dispute.
    refusal(
            billed,
            claim(billed, "L2").toBuilder()
                .setReason(Reason.RATE)
                .setDisputedAmount(Billed.usd(1))
                .build())
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.AMOUNT_EXCEEDS_LINE);
  }

  @ParameterizedTest
  @EnumSource
  void settlement_refusesOutcomesThatDoNotFit(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    String name = stub(kind).openDispute(open(billed, claim(billed, "L1"))).getName();

    settlementRefusal(kind, name, outcome(billed, "L2", Outcome.EXPLAINED))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.OUTCOME_INCOMPLETE);
    settlementRefusal(kind, name, outcome(billed, "L1", Outcome.OUTCOME_UNSPECIFIED))
        .assertIs(
            Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "line_outcomes[0].outcome");
    settlementRefusal(kind, name, outcome(billed, "L1", Outcome.PARTIALLY_CREDITED))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID);
    settlementRefusal(
            kind,
            name,
            outcome(billed, "L1", Outcome.PARTIALLY_CREDITED).setApprovedAmount(Billed.usd(101)))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.AMOUNT_EXCEEDS_LINE);
    Refusal.of(
            () ->
                stub(kind)
                    .resolve(
                        ResolveRequest.newBuilder()
                            .setName(name)
                            .setOtherLinesOutcome(Outcome.PARTIALLY_CREDITED)
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "other_lines_outcome");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # database | filter           | refused as
          DERBY      | colour = red     | FILTER_INVALID
          DERBY      | state = open     | FILTER_INVALID
          POSTGRESQL | open = perhaps   | FILTER_INVALID
          """)
  void list_refusesFilters(TestDatabase.Kind kind, String filter, ErrorReason reason) {
    Billed billed = Billed.on(kind);

    Refusal.of(() -> list(kind, billed, filter))
        .assertIs(Status.Code.INVALID_ARGUMENT, reason, "filter");
  }

  @ParameterizedTest
  @EnumSource
  void unknownOnes_areNotFound(TestDatabase.Kind kind) {
    Billed nobody = new Billed(TestApi.on(kind), "providers/nobody", "");

    Refusal.of(() -> get(kind, "providers/nobody/disputes/d1"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DISPUTE_NOT_FOUND);
    Refusal.of(() -> list(kind, nobody, ""))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(
            () ->
                stub(kind)
                    .getCredit(
                        GetCreditRequest.newBuilder()
                            .setName("providers/nobody/credits/c1")
                            .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CREDIT_NOT_FOUND);
  }

  private static void reach(TestDatabase.Kind kind, Dispute dispute) {
    CallbackServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
        .logAttempt(
            LogAttemptRequest.newBuilder()
                .setName(dispute.getCallback())
                .setOutcome(Callback.Outcome.REACHED)
                .build());
  }

  private static Refusal settlementRefusal(
      TestDatabase.Kind kind, String name, LineOutcome.Builder outcome) {
    return Refusal.of(
        () ->
            stub(kind)
                .resolve(
                    ResolveRequest.newBuilder().setName(name).addLineOutcomes(outcome).build()));
  }

  private static Refusal refusal(Billed billed, DisputedLine... claims) {
    return Refusal.of(
        () ->
            DisputeServiceGrpc.newBlockingStub(billed.api().channel())
                .openDispute(open(billed, claims)));
  }

  private static DisputeServiceBlockingStub stub(TestDatabase.Kind kind) {
    return DisputeServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static DisputedLine claim(Billed billed, String line) {
    return DisputedLine.newBuilder()
        .setLine(billed.line(line))
        .setReason(Reason.CUSTOMER_UNRECOGNIZED)
        .setComment("We did not ask for this.")
        .build();
  }

  private static OpenDisputeRequest open(Billed billed, DisputedLine... claims) {
    return OpenDisputeRequest.newBuilder()
        .setParent(billed.provider())
        .setDispute(Dispute.newBuilder().addAllLines(List.of(claims)))
        .setRequestId(TestApi.requestId())
        .build();
  }

  private static LineOutcome.Builder outcome(Billed billed, String line, Outcome outcome) {
    return LineOutcome.newBuilder().setLine(billed.line(line)).setOutcome(outcome);
  }

  private static ApproveResolutionRequest approve(String name) {
    return ApproveResolutionRequest.newBuilder().setName(name).build();
  }

  private static ResolveRequest resolve(String name) {
    return ResolveRequest.newBuilder().setName(name).build();
  }

  private static Dispute get(TestDatabase.Kind kind, String name) {
    return stub(kind).getDispute(GetDisputeRequest.newBuilder().setName(name).build());
  }

  private static List<Dispute> list(TestDatabase.Kind kind, Billed billed, String filter) {
    return stub(kind)
        .listDisputes(
            ListDisputesRequest.newBuilder().setParent(billed.provider()).setFilter(filter).build())
        .getDisputesList();
  }
}
