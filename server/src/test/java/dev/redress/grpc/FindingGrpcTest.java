package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.FieldMask;
import com.google.type.Date;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Agreement;
import dev.redress.v1.AgreementServiceGrpc;
import dev.redress.v1.CreateAgreementRequest;
import dev.redress.v1.DismissFindingRequest;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceBlockingStub;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.ExplainLineRequest;
import dev.redress.v1.Finding;
import dev.redress.v1.FindingRules;
import dev.redress.v1.FindingRules.ModeOf;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.GetFindingRulesRequest;
import dev.redress.v1.GetLaborLineRequest;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.LaborLine;
import dev.redress.v1.ListDisputesRequest;
import dev.redress.v1.ListFindingsRequest;
import dev.redress.v1.ListFindingsResponse;
import dev.redress.v1.RateRule;
import dev.redress.v1.ReconcileLineRequest;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.ReconciliationServiceGrpc.ReconciliationServiceBlockingStub;
import dev.redress.v1.RestoreFindingRequest;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.UpdateFindingRulesRequest;
import dev.redress.v1.Verdict;
import dev.redress.v1.WatchReconciliationRequest;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with lines, what clerks dismiss and what is looked for, over gRPC. */
class FindingGrpcTest {

  @ParameterizedTest
  @EnumSource
  void findings_areListedByWhatIsAtStake(TestDatabase.Kind kind) {
    Billed billed = agreed(kind);
    reconcile(billed);

    List<Finding> all = list(billed, "");

    assertThat(all)
        .extracting(Finding::getLine, Finding::getCode)
        .contains(
            tuple(billed.line("L1"), Finding.Code.RATE),
            tuple(billed.line("L2"), Finding.Code.UNDERCHARGE));
    assertThat(all)
        .extracting(finding -> finding.getAtStake().getUnits())
        .isSortedAccordingTo((one, other) -> Long.compare(other, one));
    Finding rate = list(billed, "code = \"RATE\"").getFirst();
    assertThat(rate.getAtStake()).isEqualTo(Billed.usd(20));
    assertThat(rate.getBilled()).isEqualTo("100 USD an hour");
    assertThat(rate.getExpected()).isEqualTo("80 USD an hour");
    assertThat(rate.getRelated()).isEqualTo(billed.customer() + "/agreements/care");
    assertThat(rate.getMode()).isEqualTo(Finding.Mode.REVIEW);
    assertThat(list(billed, "mode = \"DISPUTE\"")).allMatch(it -> it.getLine().endsWith("L2"));
    assertThat(list(billed, "line_id = \"L2\" AND code = \"RATE\"")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findings_areReadPageByPage(TestDatabase.Kind kind) {
    Billed billed = agreed(kind);
    reconcile(billed);
    List<Finding> all = list(billed, "");
    List<Finding> paged = new ArrayList<>();
    String token = "";
    do {
      ListFindingsResponse page =
          service(billed)
              .listFindings(
                  ListFindingsRequest.newBuilder()
                      .setParent(billed.provider())
                      .setPageSize(1)
                      .setPageToken(token)
                      .build());
      paged.addAll(page.getFindingsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(paged).isEqualTo(all).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource
  void explainLine_showsWhatIsBehindAFinding(TestDatabase.Kind kind) {
    Billed billed = agreed(kind);
    reconcile(billed);

    Verdict verdict =
        service(billed)
            .explainLine(ExplainLineRequest.newBuilder().setLine(billed.line("L1")).build());

    assertThat(verdict.getFindingsList()).contains(Finding.Code.RATE);
    assertThat(verdict.getFindingDetailsList())
        .extracting(Finding::getCode)
        .isEqualTo(verdict.getFindingsList());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsToBeDisputed_isDisputedByWhatIsAtStakeAndOnce(TestDatabase.Kind kind) {
    Billed billed = agreed(kind);
    change(billed, Finding.Code.RATE, Finding.Mode.DISPUTE);

    reconcile(billed);
    reconcile(billed);

    assertThat(claims(billed))
        .filteredOn(line -> line.getReason() == DisputedLine.Reason.RATE)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getLine()).isEqualTo(billed.line("L1"));
              assertThat(line.getDisputedAmount()).isEqualTo(Billed.usd(20));
            });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTooLittle_isNeverDisputed(TestDatabase.Kind kind) {
    Billed billed = agreed(kind);

    Refusal.of(() -> change(billed, Finding.Code.UNDERCHARGE, Finding.Mode.DISPUTE))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "finding_rules");
  }

  @ParameterizedTest
  @EnumSource
  void dismissed_staysSoAndNothingFollows(TestDatabase.Kind kind) {
    Billed billed = agreed(kind);
    reconcile(billed);

    Finding dismissed = dismiss(billed, "L1", Finding.Code.RATE);
    assertThat(dismissed.getDismissal().getReason()).isEqualTo("agreed by phone");
    change(billed, Finding.Code.RATE, Finding.Mode.DISPUTE);
    reconcile(billed);

    assertThat(list(billed, "code = \"RATE\" AND dismissed = \"true\"")).hasSize(1);
    assertThat(list(billed, "code = \"RATE\" AND dismissed = \"false\"")).isEmpty();
    assertThat(claims(billed)).noneMatch(line -> line.getReason() == DisputedLine.Reason.RATE);
  }

  @ParameterizedTest
  @EnumSource
  void restored_countsAgain(TestDatabase.Kind kind) {
    Billed billed = agreed(kind);
    reconcile(billed);
    dismiss(billed, "L1", Finding.Code.RATE);

    Finding restored =
        service(billed)
            .restoreFinding(
                RestoreFindingRequest.newBuilder()
                    .setLine(billed.line("L1"))
                    .setCode(Finding.Code.RATE)
                    .setRequestId(TestApi.requestId())
                    .build());

    assertThat(restored.hasDismissal()).isFalse();
    Refusal.of(
            () ->
                service(billed)
                    .restoreFinding(
                        RestoreFindingRequest.newBuilder()
                            .setLine(billed.line("L1"))
                            .setCode(Finding.Code.RATE)
                            .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.FINDING_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void dismissing_isRefused(TestDatabase.Kind kind) {
    Billed billed = agreed(kind);
    reconcile(billed);

    Refusal.of(() -> dismiss(billed, "L9", Finding.Code.RATE))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.LINE_NOT_FOUND);
    Refusal.of(() -> dismiss(billed, "L1", Finding.Code.STALE))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.FINDING_NOT_FOUND);
    Refusal.of(() -> dismiss(billed, "L1", Finding.Code.CODE_UNSPECIFIED))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "code");
    Refusal.of(
            () ->
                service(billed)
                    .dismissFinding(
                        DismissFindingRequest.newBuilder()
                            .setLine(billed.line("L1"))
                            .setCode(Finding.Code.RATE)
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
    Refusal.of(() -> list(billed, "code = \"LATE\""))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILTER_INVALID);
  }

  @ParameterizedTest
  @EnumSource
  void rules_areShippedUntilTheyAreChanged(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    FindingRules shipped = rules(billed);
    assertThat(shipped.getStaleDays()).isEqualTo(90);
    assertThat(shipped.getModesCount()).isEqualTo(21);

    FindingRules changed =
        service(billed)
            .updateFindingRules(
                UpdateFindingRulesRequest.newBuilder()
                    .setFindingRules(
                        FindingRules.newBuilder()
                            .setName(shipped.getName())
                            .setStaleDays(30)
                            .addWatchWords("parking")
                            .setEtag(shipped.getEtag()))
                    .setUpdateMask(
                        FieldMask.newBuilder().addPaths("stale_days").addPaths("watch_words"))
                    .setRequestId(TestApi.requestId())
                    .build());

    assertThat(changed)
        .isEqualTo(
            shipped.toBuilder()
                .setStaleDays(30)
                .clearWatchWords()
                .addWatchWords("parking")
                .setEtag(changed.getEtag())
                .build())
        .isEqualTo(rules(billed));
    Refusal.of(
            () ->
                service(billed)
                    .updateFindingRules(
                        UpdateFindingRulesRequest.newBuilder()
                            .setFindingRules(shipped.toBuilder().setStaleDays(20))
                            .build()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    Refusal.of(
            () ->
                service(billed)
                    .updateFindingRules(
                        UpdateFindingRulesRequest.newBuilder()
                            .setFindingRules(
                                FindingRules.newBuilder()
                                    .setName(shipped.getName())
                                    .setDayHoursMax(25))
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "finding_rules");
    Refusal.of(
            () ->
                service(billed)
                    .getFindingRules(
                        GetFindingRulesRequest.newBuilder()
                            .setName("providers/nobody/findingRules")
                            .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void aDraft_isToldWhatWouldBeWrong(TestDatabase.Kind kind) {
    Billed billed = agreed(kind);

    Verdict verdict =
        service(billed)
            .reconcileLine(
                ReconcileLineRequest.newBuilder()
                    .setDraft(
                        line(billed, "L1").toBuilder()
                            .setName(billed.customer() + "/invoices/NEXT/lines/1"))
                    .build());

    assertThat(verdict.getFindingDetailsList())
        .extracting(Finding::getCode)
        .contains(Finding.Code.RATE, Finding.Code.DUPLICATE);
    assertThat(list(billed, "")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aDryRun_showsMatchedLinesThatAClerkShouldLookAt(TestDatabase.Kind kind) {
    Billed billed = agreed(kind);

    List<Verdict> open =
        service(billed)
            .startReconciliation(
                StartReconciliationRequest.newBuilder()
                    .setParent(billed.provider())
                    .setValidateOnly(true)
                    .build())
            .getOpenVerdictsList();

    assertThat(open)
        .filteredOn(verdict -> verdict.getLineId().equals("L1"))
        .singleElement()
        .satisfies(
            verdict ->
                assertThat(verdict.getFindingDetailsList())
                    .extracting(Finding::getCode)
                    .contains(Finding.Code.RATE));
    assertThat(list(billed, "")).isEmpty();
  }

  /** 80.00 USD an hour is agreed; L1 costs 100.00 and L2 50.00. */
  private static Billed agreed(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    var _ =
        AgreementServiceGrpc.newBlockingStub(billed.api().channel())
            .createAgreement(
                CreateAgreementRequest.newBuilder()
                    .setParent(billed.customer())
                    .setAgreementId("care")
                    .setAgreement(
                        Agreement.newBuilder()
                            .setStartDate(Date.newBuilder().setYear(2025).setMonth(1).setDay(1))
                            .setCurrencyCode("USD")
                            .addRateRules(RateRule.newBuilder().setRate(Billed.usd(80))))
                    .setRequestId(TestApi.requestId())
                    .build());
    return billed;
  }

  private static void change(Billed billed, Finding.Code code, Finding.Mode mode) {
    var _ =
        service(billed)
            .updateFindingRules(
                UpdateFindingRulesRequest.newBuilder()
                    .setFindingRules(
                        FindingRules.newBuilder()
                            .setName(billed.provider() + "/findingRules")
                            .addModes(ModeOf.newBuilder().setCode(code).setMode(mode)))
                    .setRequestId(TestApi.requestId())
                    .build());
  }

  private static FindingRules rules(Billed billed) {
    return service(billed)
        .getFindingRules(
            GetFindingRulesRequest.newBuilder()
                .setName(billed.provider() + "/findingRules")
                .build());
  }

  private static Finding dismiss(Billed billed, String line, Finding.Code code) {
    return service(billed)
        .dismissFinding(
            DismissFindingRequest.newBuilder()
                .setLine(billed.line(line))
                .setCode(code)
                .setReason("agreed by phone")
                .setRequestId(TestApi.requestId())
                .build());
  }

  private static List<Finding> list(Billed billed, String filter) {
    return service(billed)
        .listFindings(
            ListFindingsRequest.newBuilder().setParent(billed.provider()).setFilter(filter).build())
        .getFindingsList();
  }

  /** What is disputed, of all invoices. */
  private static List<DisputedLine> claims(Billed billed) {
    DisputeServiceBlockingStub disputes =
        DisputeServiceGrpc.newBlockingStub(billed.api().channel());
    return disputes
        .listDisputes(ListDisputesRequest.newBuilder().setParent(billed.provider()).build())
        .getDisputesList()
        .stream()
        .map(each -> GetDisputeRequest.newBuilder().setName(each.getName()).build())
        .flatMap(each -> disputes.getDispute(each).getLinesList().stream())
        .toList();
  }

  private static LaborLine line(Billed billed, String id) {
    return InvoiceServiceGrpc.newBlockingStub(billed.api().channel())
        .getLaborLine(GetLaborLineRequest.newBuilder().setName(billed.line(id)).build());
  }

  private static void reconcile(Billed billed) {
    String run =
        service(billed)
            .startReconciliation(
                StartReconciliationRequest.newBuilder()
                    .setParent(billed.provider())
                    .setRequestId(TestApi.requestId())
                    .build())
            .getReconciliation()
            .getName();
    service(billed)
        .watchReconciliation(WatchReconciliationRequest.newBuilder().setName(run).build())
        .forEachRemaining(_ -> {});
  }

  private static ReconciliationServiceBlockingStub service(Billed billed) {
    return ReconciliationServiceGrpc.newBlockingStub(billed.api().channel());
  }
}
