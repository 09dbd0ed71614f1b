package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.ConfirmMatchRequest;
import dev.redress.v1.Finding;
import dev.redress.v1.LaborLine;
import dev.redress.v1.ListVerdictsRequest;
import dev.redress.v1.ReconcileLineRequest;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.Verdict;
import io.grpc.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One line, answered for at once. */
class ReconcileLineTest {
  @ParameterizedTest
  @EnumSource
  void aStoredLine_isAnsweredForByTheFactsOfTheMoment(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);

    Verdict before = reconcile(billed, stored(billed, "L1"));

    assertThat(before.getRequestIdsList()).containsExactly("INC-1001");
    assertThat(before.getCandidates(0).getSignalsCount()).isPositive();
    assertThat(before.getReconciliation()).isEmpty();
    assertThat(
            stub(billed)
                .listVerdicts(ListVerdictsRequest.newBuilder().setParent(billed.provider()).build())
                .getVerdictsList())
        .as("nothing is stored")
        .isEmpty();

    assertThat(reconcile(billed, stored(billed, "L2")).getRequestIdsList()).isEmpty();
    stub(billed)
        .confirmMatch(
            ConfirmMatchRequest.newBuilder()
                .setLine(billed.line("L2"))
                .setRequest(billed.request())
                .setRequestId(TestApi.requestId())
                .build());

    assertThat(reconcile(billed, stored(billed, "L2")).getRequestIdsList())
        .as("what was decided since counts")
        .containsExactly("INC-1001");
  }

  @ParameterizedTest
  @EnumSource
  void aDraft_isAnsweredForAsIfItWereBilled(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);

    Verdict verdict = reconcile(billed, request(draft(billed, "L9").setReference("INC-1001")));

    assertThat(verdict.getLineId()).isEqualTo("L9");
    assertThat(verdict.getRequestIdsList()).containsExactly("INC-1001");
    assertThat(reconcile(billed, request(draft(billed, "L9"))).getVerdict())
        .isNotEqualTo(Verdict.Answer.MATCHED);
  }

  @ParameterizedTest
  @EnumSource
  void aDraft_isHeldAgainstOtherCustomers(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    String other = billed.api().newCustomer(billed.provider(), "OTHER");

    Verdict verdict =
        reconcile(
            billed,
            request(
                draft(billed, "L9")
                    .setName(other + "/invoices/I1/lines/L9")
                    .setReference("INC-1001")));

    assertThat(verdict.getFindingDetailsList())
        .filteredOn(found -> found.getCode() == Finding.Code.WRONG_CUSTOMER)
        .singleElement()
        .satisfies(found -> assertThat(found.getRelated()).isEqualTo(billed.request()));
  }

  @ParameterizedTest
  @EnumSource
  void refusals(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    refusal(billed, ReconcileLineRequest.getDefaultInstance())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "line");
    refusal(billed, stored(billed, "NOTHING"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.LINE_NOT_FOUND);
    String elsewhere = billed.line("L1").replace("ATLAS", "NOBODY");
    refusal(billed, request(draft(billed, "L9").setName(elsewhere)))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    refusal(billed, request(draft(billed, "L9").clearWorkDate()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "draft.work_date");
  }

  private static LaborLine.Builder draft(Billed billed, String id) {
    return LaborLine.newBuilder()
        .setName(billed.line(id))
        .setWorkDate(Date.newBuilder().setYear(2025).setMonth(5).setDay(6))
        .setTechnician("Tom Bell")
        .setHours(1)
        .setAmount(Billed.usd(100))
        .setDescription("Cabling of the new office");
  }

  private static ReconcileLineRequest request(LaborLine.Builder draft) {
    return ReconcileLineRequest.newBuilder().setDraft(draft).build();
  }

  private static ReconcileLineRequest stored(Billed billed, String id) {
    return ReconcileLineRequest.newBuilder().setLine(billed.line(id)).build();
  }

  private static Verdict reconcile(Billed billed, ReconcileLineRequest request) {
    return stub(billed).reconcileLine(request);
  }

  private static Refusal refusal(Billed billed, ReconcileLineRequest request) {
    return Refusal.of(() -> stub(billed).reconcileLine(request));
  }

  private static ReconciliationServiceGrpc.ReconciliationServiceBlockingStub stub(Billed billed) {
    return ReconciliationServiceGrpc.newBlockingStub(billed.api().channel());
  }
}
