package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.type.Date;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AcceptLineRequest;
import dev.redress.v1.ConfirmMatchRequest;
import dev.redress.v1.ExplainLineRequest;
import dev.redress.v1.Finding;
import dev.redress.v1.GetReconciliationRequest;
import dev.redress.v1.ListCatchAllRequestsRequest;
import dev.redress.v1.ListReconciliationsRequest;
import dev.redress.v1.ListVerdictsRequest;
import dev.redress.v1.ListVerdictsResponse;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.Reconciliation.State;
import dev.redress.v1.ReconciliationScope;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.ReconciliationServiceGrpc.ReconciliationServiceBlockingStub;
import dev.redress.v1.RejectMatchRequest;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.StartReconciliationResponse;
import dev.redress.v1.UndoDecisionRequest;
import dev.redress.v1.Verdict;
import dev.redress.v1.Verdict.Answer;
import dev.redress.v1.VerifyInvariantsRequest;
import dev.redress.v1.VerifyInvariantsResponse;
import dev.redress.v1.WatchReconciliationRequest;
import dev.redress.v1.WatchReconciliationResponse;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationGrpcServiceTest {

  @ParameterizedTest
  @EnumSource
  void run_isWatchedToItsEndAndGivesVerdicts(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);

    Reconciliation ended = run(billed);

    assertThat(ended.getState()).isEqualTo(State.SUCCEEDED);
    assertThat(ended.getCustomersDone()).isEqualTo(1);
    assertThat(ended.getCoverage().getLinesTotal()).isEqualTo(2);
    List<Verdict> verdicts = verdicts(billed, "");
    assertThat(verdicts).extracting(Verdict::getLineId).containsExactly("L1", "L2");
    Verdict first = verdicts.getFirst();
    assertThat(first.getVerdict()).isEqualTo(Answer.MATCHED);
    assertThat(first.getRequestIdsList()).containsExactly("INC-1001");
    assertThat(first.getAmount()).isEqualTo(Billed.usd(100));
    assertThat(first.getReconciliation()).isEqualTo(ended.getName());
    assertThat(first.getCandidates(0).getSignalsCount()).isZero();
    assertThat(verdicts(billed, "line_id = L1 AND verdict = MATCHED")).containsExactly(first);
    assertThat(verdicts(billed, "verdict = NOT_AUDITABLE AND invoice = X")).isEmpty();
    assertThat(get(billed, ended.getName())).isEqualTo(ended);
    assertThat(
            stub(billed)
                .listReconciliations(
                    ListReconciliationsRequest.newBuilder().setParent(billed.provider()).build())
                .getReconciliationsList())
        .containsExactly(ended);
  }

  @ParameterizedTest
  @EnumSource
  void listVerdicts_pagesByLine(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    run(billed);
    ListVerdictsRequest list =
        ListVerdictsRequest.newBuilder().setParent(billed.provider()).setPageSize(1).build();

    ListVerdictsResponse first = stub(billed).listVerdicts(list);
    ListVerdictsResponse second =
        stub(billed).listVerdicts(list.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(first.getVerdicts(0).getLineId()).isEqualTo("L1");
    assertThat(second.getVerdicts(0).getLineId()).isEqualTo("L2");
    assertThat(second.getNextPageToken()).isEmpty();
    Refusal.of(
            () ->
                stub(billed)
                    .listVerdicts(
                        list.toBuilder()
                            .setFilter("verdict = MATCHED")
                            .setPageToken(first.getNextPageToken())
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
  }

  @ParameterizedTest
  @EnumSource
  void explain_addsTheEvidenceUp(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    explainRefusal(billed, billed.line("L1"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.VERDICT_NOT_FOUND);
    explainRefusal(billed, billed.line("NOTHING"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.LINE_NOT_FOUND);
    explainRefusal(billed, "L1")
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "line");
    run(billed);

    Verdict explained = explain(billed, "L1");

    assertThat(explained.getSentence()).isNotBlank();
    var candidate = explained.getCandidates(0);
    assertThat(candidate.getSummary()).isEqualTo("Reception printer jams with every page");
    double bits = candidate.getSignalsList().stream().mapToDouble(signal -> signal.getBits()).sum();
    assertThat(candidate.getPriorBits() + bits).isCloseTo(candidate.getLogOddsBits(), within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void decisions_bind(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    run(billed);
    RejectMatchRequest reject =
        RejectMatchRequest.newBuilder()
            .setLine(billed.line("L1"))
            .setRequest(billed.request())
            .setReason("was another printer")
            .setRequestId(TestApi.requestId())
            .build();

    Verdict rejected = stub(billed).rejectMatch(reject);
    assertThat(rejected.getVerdict()).isNotEqualTo(Answer.MATCHED);
    assertThat(stub(billed).rejectMatch(reject)).isEqualTo(rejected);
    Verdict confirmed = stub(billed).confirmMatch(confirm(billed, "L2", billed.request()));
    assertThat(confirmed.getVerdict()).isEqualTo(Answer.MATCHED);
    assertThat(confirmed.getRequestIdsList()).containsExactly("INC-1001");

    Refusal.of(() -> stub(billed).rejectMatch(reject.toBuilder().clearReason().build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
    Refusal.of(
            () ->
                stub(billed).confirmMatch(confirm(billed, "L1", billed.customer() + "/requests/X")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.REQUEST_NOT_FOUND);
    Refusal.of(
            () ->
                stub(billed)
                    .confirmMatch(confirm(billed, "L1", billed.customer() + "x/requests/X")))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "request");
    Refusal.of(() -> stub(billed).confirmMatch(confirm(billed, "L9", billed.request())))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.LINE_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void acceptedLines_areNeitherMatchedNorDisputed(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    AcceptLineRequest accept =
        AcceptLineRequest.newBuilder()
            .setLine(billed.line("L2"))
            .setReason("agreed by phone on 3 June")
            .setRequestId(TestApi.requestId())
            .build();

    Verdict accepted = stub(billed).acceptLine(accept);
    run(billed);

    assertThat(accepted.getVerdict()).isEqualTo(Answer.UNMATCHED);
    assertThat(accepted.getAccepted()).isTrue();
    assertThat(accepted.getSentence()).endsWith("agreed by phone on 3 June");
    assertThat(stub(billed).acceptLine(accept)).isEqualTo(accepted);
    Verdict later = explain(billed, "L2");
    assertThat(later.getAccepted()).isTrue();
    assertThat(later.hasDispute()).isFalse();
    assertThat(later.getFindingsList()).doesNotContain(Finding.Code.UNCORRELATED);
    Verdict undone = stub(billed).undoDecision(undo(billed, "L2", ""));
    assertThat(undone.getAccepted()).isFalse();
    assertThat(undone.getSentence()).isNotEqualTo(accepted.getSentence());
    Refusal.of(() -> stub(billed).acceptLine(accept.toBuilder().clearReason().build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
  }

  @ParameterizedTest
  @EnumSource
  void undo_takesADecisionBack(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    run(billed);
    Verdict before = explain(billed, "L1");
    stub(billed)
        .rejectMatch(
            RejectMatchRequest.newBuilder()
                .setLine(billed.line("L1"))
                .setRequest(billed.request())
                .setReason("was another printer")
                .setRequestId(TestApi.requestId())
                .build());

    Verdict undone = stub(billed).undoDecision(undo(billed, "L1", billed.request()));

    assertThat(undone.getVerdict()).isEqualTo(before.getVerdict());
    assertThat(undone.getRequestIdsList()).isEqualTo(before.getRequestIdsList());
    Refusal.of(() -> stub(billed).undoDecision(undo(billed, "L1", billed.request())))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DECISION_NOT_FOUND);
    Refusal.of(() -> stub(billed).undoDecision(undo(billed, "L1", "")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DECISION_NOT_FOUND);
    Refusal.of(() -> stub(billed).undoDecision(undo(billed, "L9", "")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.LINE_NOT_FOUND);
    Refusal.of(
            () ->
                stub(billed)
                    .undoDecision(undo(billed, "L1", billed.customer() + "x/requests/INC-1001")))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "request");
  }

  @ParameterizedTest
  @EnumSource
  void listVerdicts_byAmountBeginsWithTheDearest(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    run(billed);
    ListVerdictsRequest list =
        ListVerdictsRequest.newBuilder()
            .setParent(billed.provider())
            .setPageSize(1)
            .setOrderBy("amount desc")
            .build();

    ListVerdictsResponse first = stub(billed).listVerdicts(list);
    ListVerdictsResponse second =
        stub(billed).listVerdicts(list.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(first.getVerdicts(0).getAmount().getUnits())
        .isGreaterThanOrEqualTo(second.getVerdicts(0).getAmount().getUnits());
    assertThat(second.getVerdicts(0)).isNotEqualTo(first.getVerdicts(0));
    assertThat(second.getNextPageToken()).isEmpty();
    Refusal.of(() -> stub(billed).listVerdicts(list.toBuilder().setOrderBy("amount").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "order_by");
    Refusal.of(
            () ->
                stub(billed)
                    .listVerdicts(
                        list.toBuilder()
                            .clearOrderBy()
                            .setPageToken(first.getNextPageToken())
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
  }

  @ParameterizedTest
  @EnumSource
  void listCatchAllRequests_hasNoneWhereNothingIsSwallowed(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    run(billed);
    ListCatchAllRequestsRequest list =
        ListCatchAllRequestsRequest.newBuilder().setParent(billed.provider()).build();

    assertThat(stub(billed).listCatchAllRequests(list).getRequestsList()).isEmpty();
    Refusal.of(
            () ->
                stub(billed)
                    .listCatchAllRequests(list.toBuilder().setParent("providers/nobody").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void validateOnly_storesNothing(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);

    StartReconciliationResponse checked =
        stub(billed).startReconciliation(start(billed).setValidateOnly(true).build());

    assertThat(checked.getReconciliation().getName()).isEmpty();
    assertThat(checked.getReconciliation().getState()).isEqualTo(State.SUCCEEDED);
    assertThat(checked.getReconciliation().getCoverage().getLinesTotal()).isEqualTo(2);
    assertThat(checked.getOpenVerdictsList()).extracting(Verdict::getLineId).containsExactly("L2");
    assertThat(checked.getOpenVerdicts(0).getReconciliation()).isEmpty();
    assertThat(verdicts(billed, "")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void run_overNoLinesIsInconclusive(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String customer = api.newCustomer();
    Billed nothing =
        new Billed(api, customer.substring(0, customer.indexOf("/customers")), customer);
    StartReconciliationRequest request = start(nothing).build();

    Reconciliation run = stub(nothing).startReconciliation(request).getReconciliation();

    assertThat(run.getState()).isEqualTo(State.INCONCLUSIVE);
    assertThat(stub(nothing).startReconciliation(request).getReconciliation()).isEqualTo(run);
    assertThat(watch(nothing, run.getName())).hasSize(1);
  }

  @Test
  void start_refusesScopes() {
    Billed billed = Billed.on(TestDatabase.Kind.DERBY);
    String other = TestApi.on(TestDatabase.Kind.DERBY).newCustomer();
    ReconciliationScope.Builder scope = ReconciliationScope.newBuilder();

    scopeRefusal(billed, scope.clone().setCustomer(other))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "scope.customer");
    scopeRefusal(billed, scope.clone().setCustomer("ATLAS"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "scope.customer");
    scopeRefusal(billed, scope.clone().setCustomer(billed.provider() + "/customers/X"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    scopeRefusal(billed, scope.clone().setInvoice(billed.customer() + "/invoices/X"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.INVOICE_NOT_FOUND);
    scopeRefusal(
            billed,
            scope
                .clone()
                .setCustomer(billed.provider() + "/customers/X")
                .setInvoice(billed.customer() + "/invoices/INV-1"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "scope.invoice");
    scopeRefusal(billed, scope.clone().setFromDate(date(31)).setToDate(date(1)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "scope");
    Refusal.of(
            () ->
                stub(billed)
                    .startReconciliation(
                        StartReconciliationRequest.newBuilder()
                            .setParent("providers/nobody")
                            .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void unknownRuns_areNotFound(TestDatabase.Kind kind) {
    Billed billed = new Billed(TestApi.on(kind), "providers/nobody", "");

    Refusal.of(() -> get(billed, "providers/nobody/reconciliations/r1"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.RECONCILIATION_NOT_FOUND);
    Refusal.of(() -> watch(billed, "providers/nobody/reconciliations/r1"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.RECONCILIATION_NOT_FOUND);
    Refusal.of(() -> verdicts(billed, ""))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void verify_checksEachInvariant(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    run(billed);

    VerifyInvariantsResponse verified =
        stub(billed)
            .verifyInvariants(
                VerifyInvariantsRequest.newBuilder().setParent(billed.provider()).build());

    assertThat(verified.getChecksList())
        .extracting(VerifyInvariantsResponse.Check::getInvariant)
        .startsWith("I1", "I2");
    assertThat(verified.getChecksList())
        .allMatch(check -> check.getViolationsCount() == 0 && !check.getStatement().isEmpty());
    Refusal.of(
            () ->
                stub(billed)
                    .verifyInvariants(
                        VerifyInvariantsRequest.newBuilder().setParent("providers/nobody").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  private static UndoDecisionRequest undo(Billed billed, String line, String request) {
    return UndoDecisionRequest.newBuilder()
        .setLine(billed.line(line))
        .setRequest(request)
        .setRequestId(TestApi.requestId())
        .build();
  }

  private static Reconciliation run(Billed billed) {
    Reconciliation started =
        stub(billed).startReconciliation(start(billed).build()).getReconciliation();
    return watch(billed, started.getName()).getLast().getReconciliation();
  }

  private static List<WatchReconciliationResponse> watch(Billed billed, String name) {
    List<WatchReconciliationResponse> seen = new ArrayList<>();
    stub(billed)
        .watchReconciliation(WatchReconciliationRequest.newBuilder().setName(name).build())
        .forEachRemaining(seen::add);
    return seen;
  }

  private static Refusal scopeRefusal(Billed billed, ReconciliationScope.Builder scope) {
    return Refusal.of(
        () -> stub(billed).startReconciliation(start(billed).setScope(scope).build()));
  }

  private static Refusal explainRefusal(Billed billed, String line) {
    return Refusal.of(
        () -> stub(billed).explainLine(ExplainLineRequest.newBuilder().setLine(line).build()));
  }

  private static Verdict explain(Billed billed, String line) {
    return stub(billed)
        .explainLine(ExplainLineRequest.newBuilder().setLine(billed.line(line)).build());
  }

  private static StartReconciliationRequest.Builder start(Billed billed) {
    return StartReconciliationRequest.newBuilder()
        .setParent(billed.provider())
        .setRequestId(TestApi.requestId());
  }

  private static ConfirmMatchRequest confirm(Billed billed, String line, String request) {
    return ConfirmMatchRequest.newBuilder().setLine(billed.line(line)).setRequest(request).build();
  }

  private static Reconciliation get(Billed billed, String name) {
    return stub(billed)
        .getReconciliation(GetReconciliationRequest.newBuilder().setName(name).build());
  }

  private static List<Verdict> verdicts(Billed billed, String filter) {
    return stub(billed)
        .listVerdicts(
            ListVerdictsRequest.newBuilder().setParent(billed.provider()).setFilter(filter).build())
        .getVerdictsList();
  }

  private static ReconciliationServiceBlockingStub stub(Billed billed) {
    return ReconciliationServiceGrpc.newBlockingStub(billed.api().channel());
  }

  private static Date date(int day) {
    return Date.newBuilder().setYear(2025).setMonth(5).setDay(day).build();
  }
}
