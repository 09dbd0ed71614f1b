package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Allocation;
import dev.redress.v1.ConfirmMatchRequest;
import dev.redress.v1.CreateRequestRequest;
import dev.redress.v1.Event;
import dev.redress.v1.ExplainLineRequest;
import dev.redress.v1.Finding;
import dev.redress.v1.ReconcileLineRequest;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.ReconciliationServiceGrpc.ReconciliationServiceBlockingStub;
import dev.redress.v1.RejectMatchRequest;
import dev.redress.v1.Request;
import dev.redress.v1.RequestServiceGrpc;
import dev.redress.v1.SplitLineRequest;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.UndoDecisionRequest;
import dev.redress.v1.Verdict;
import dev.redress.v1.Verdict.Answer;
import dev.redress.v1.VerifyInvariantsRequest;
import dev.redress.v1.VerifyInvariantsResponse;
import dev.redress.v1.WatchReconciliationRequest;
import io.grpc.Status;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A line that a clerk splits over requests. L2 bills one hour for which nobody asked. */
class SplitLineTest {
  @ParameterizedTest
  @EnumSource
  void split_bindsLaterRunsAndIsJournaled(TestDatabase.Kind kind) {
    Billed billed = billedForTwo(kind);
    SplitLineRequest split =
        split(billed, "L2", "0.25", "0.75").setRequestId(TestApi.requestId()).build();

    Verdict verdict = stub(billed).splitLine(split);
    run(billed);
    Verdict later = explain(billed, "L2");

    assertThat(stub(billed).splitLine(split)).as("a retry").isEqualTo(verdict);
    assertThat(verdict.getVerdict()).isEqualTo(Answer.MATCHED);
    assertThat(verdict.getRequestIdsList()).containsExactly("INC-1002", "INC-1001");
    assertThat(verdict.getAllocationsList())
        .extracting(Allocation::getHours)
        .containsExactly(0.75, 0.25);
    assertThat(verdict.getFindingsList()).isEmpty();
    assertThat(later.toBuilder().setReconciliation(verdict.getReconciliation()).build())
        .isEqualTo(verdict);
    assertThat(reconcile(billed).getAllocationsList()).isEqualTo(verdict.getAllocationsList());
    Event event = event(billed, "line.split");
    assertThat(event.getResource()).isEqualTo(billed.line("L2"));
    assertThat(event.getReason()).isEqualTo("two visits");
    assertThat(event.getDetailsMap())
        .containsOnly(
            java.util.Map.entry("hours[INC-1001]", "0.25"),
            java.util.Map.entry("hours[INC-1002]", "0.75"));
    assertThat(
            stub(billed)
                .verifyInvariants(
                    VerifyInvariantsRequest.newBuilder().setParent(billed.provider()).build())
                .getChecksList())
        .flatExtracting(VerifyInvariantsResponse.Check::getViolationsList)
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void split_takesThePlaceOfWhatWasDecided(TestDatabase.Kind kind) {
    Billed billed = billedForTwo(kind);
    confirm(billed, "INC-1001");
    reject(billed, "INC-1002");

    Verdict first = stub(billed).splitLine(split(billed, "L2", "0.5", "0.25").build());
    Verdict second = stub(billed).splitLine(split(billed, "L2", "0.25", "0.25").build());

    assertThat(first.getRequestIdsList()).containsExactly("INC-1001", "INC-1002");
    assertThat(first.getFindingsList()).containsExactly(Finding.Code.HOURS_EXCESS);
    assertThat(first.getHoursBacked()).isEqualTo(0.75);
    assertThat(second.getHoursBacked()).isEqualTo(0.5);
    Verdict confirmed = confirm(billed, "INC-1002");
    assertThat(confirmed.getRequestIdsList()).as("the whole line").containsExactly("INC-1002");
    assertThat(confirmed.getHoursBacked()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void split_losesThePartThatIsUndoneOrRejected(TestDatabase.Kind kind) {
    Billed billed = billedForTwo(kind);
    stub(billed).splitLine(split(billed, "L2", "0.5", "0.25").build());

    Verdict undone = undo(billed, "INC-1001");
    assertThat(undone.getRequestIdsList()).containsExactly("INC-1002");
    assertThat(undone.getHoursBacked()).isEqualTo(0.25);
    Verdict rejected = reject(billed, "INC-1002");
    assertThat(rejected.getVerdict()).isNotEqualTo(Answer.MATCHED);
    Refusal.of(() -> undo(billed, "INC-1001"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DECISION_NOT_FOUND);
  }

  @ParameterizedTest(name = "{0} h and {1} h: {2}")
  @CsvSource({
    "0.5, 0, parts[1].hours",
    "-0.5, 0.5, parts[0].hours",
    "0.5, 0.00001, parts[1].hours",
    "NaN, 0.5, parts[0].hours",
    "0.5, 10001, parts[1].hours",
    "0.5, 0.5001, parts"
  })
  void hours_areRefused(String first, String second, String field) {
    Billed billed = billedForTwo(TestDatabase.Kind.DERBY);
    refusal(billed, split(billed, "L2", first, second))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, field);
  }

  @Test
  void split_isRefused() {
    Billed billed = billedForTwo(TestDatabase.Kind.DERBY);
    SplitLineRequest.Builder good = split(billed, "L2", "0.5", "0.5");
    refusal(billed, good.clone().clearLine())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "line");
    refusal(billed, good.clone().setLine(billed.line("L9")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.LINE_NOT_FOUND);
    refusal(billed, good.clone().clearReason())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
    refusal(billed, good.clone().removeParts(1))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "parts");
    refusal(billed, good.clone().addAllParts(Collections.nCopies(19, good.getParts(0))))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "parts");
    refusal(billed, good.clone().setParts(1, good.getParts(0)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "parts[1].request");
    refusal(billed, withRequest(good, "INC-1002"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "parts[1].request");
    refusal(billed, withRequest(good, billed.customer() + "x/requests/INC-1002"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "parts[1].request");
    refusal(billed, withRequest(good, billed.customer() + "/requests/INC-9"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.REQUEST_NOT_FOUND);
    Refusal.of(() -> undo(billed, "INC-1001"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DECISION_NOT_FOUND);
  }

  /** With a second request, INC-1002. */
  private static Billed billedForTwo(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    RequestServiceGrpc.newBlockingStub(billed.api().channel())
        .createRequest(
            CreateRequestRequest.newBuilder()
                .setParent(billed.customer())
                .setLoggedRequestId("INC-1002")
                .setRequest(
                    Request.newBuilder()
                        .setOpenTime(TimeProtos.toProto(Instant.parse("2025-05-04T13:00:00Z")))
                        .setCloseTime(TimeProtos.toProto(Instant.parse("2025-05-06T20:00:00Z")))
                        .setSummary("VPN drops every hour"))
                .build());
    return billed;
  }

  /** Over INC-1001 and INC-1002. */
  private static SplitLineRequest.Builder split(
      Billed billed, String line, String first, String second) {
    SplitLineRequest.Builder split =
        SplitLineRequest.newBuilder().setLine(billed.line(line)).setReason("two visits");
    split.addPartsBuilder().setRequest(billed.request()).setHours(Double.parseDouble(first));
    split
        .addPartsBuilder()
        .setRequest(billed.customer() + "/requests/INC-1002")
        .setHours(Double.parseDouble(second));
    return split;
  }

  private static SplitLineRequest.Builder withRequest(
      SplitLineRequest.Builder split, String second) {
    return split.clone().setParts(1, split.getParts(1).toBuilder().setRequest(second));
  }

  private static Refusal refusal(Billed billed, SplitLineRequest.Builder split) {
    return Refusal.of(() -> stub(billed).splitLine(split.build()));
  }

  private static Verdict confirm(Billed billed, String request) {
    return stub(billed)
        .confirmMatch(
            ConfirmMatchRequest.newBuilder()
                .setLine(billed.line("L2"))
                .setRequest(billed.customer() + "/requests/" + request)
                .build());
  }

  private static Verdict reject(Billed billed, String request) {
    return stub(billed)
        .rejectMatch(
            RejectMatchRequest.newBuilder()
                .setLine(billed.line("L2"))
                .setRequest(billed.customer() + "/requests/" + request)
                .setReason("was not that")
                .build());
  }

  private static Verdict undo(Billed billed, String request) {
    return stub(billed)
        .undoDecision(
            UndoDecisionRequest.newBuilder()
                .setLine(billed.line("L2"))
                .setRequest(billed.customer() + "/requests/" + request)
                .build());
  }

  private static Verdict explain(Billed billed, String line) {
    return stub(billed)
        .explainLine(ExplainLineRequest.newBuilder().setLine(billed.line(line)).build());
  }

  private static Verdict reconcile(Billed billed) {
    return stub(billed)
        .reconcileLine(ReconcileLineRequest.newBuilder().setLine(billed.line("L2")).build());
  }

  private static void run(Billed billed) {
    String name =
        stub(billed)
            .startReconciliation(
                StartReconciliationRequest.newBuilder()
                    .setParent(billed.provider())
                    .setRequestId(TestApi.requestId())
                    .build())
            .getReconciliation()
            .getName();
    stub(billed)
        .watchReconciliation(WatchReconciliationRequest.newBuilder().setName(name).build())
        .forEachRemaining(_ -> {});
  }

  private static Event event(Billed billed, String action) {
    return billed.api().events(billed.provider()).stream()
        .filter(event -> event.getAction().equals(action))
        .findFirst()
        .orElseThrow();
  }

  private static ReconciliationServiceBlockingStub stub(Billed billed) {
    return ReconciliationServiceGrpc.newBlockingStub(billed.api().channel());
  }
}
