package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AgeingReport;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.CallsReport;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.GetAgeingReportRequest;
import dev.redress.v1.GetCallsReportRequest;
import dev.redress.v1.GetLeakageReportRequest;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.GetUpstreamReportRequest;
import dev.redress.v1.LeakageReport;
import dev.redress.v1.LeakageReport.Dimension;
import dev.redress.v1.LeakageReport.Figures;
import dev.redress.v1.LeakageReport.Row;
import dev.redress.v1.LeakageReport.Section;
import dev.redress.v1.ListDisputesRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.RejectMatchRequest;
import dev.redress.v1.ReportPage;
import dev.redress.v1.ReportServiceGrpc;
import dev.redress.v1.ReportServiceGrpc.ReportServiceBlockingStub;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.UpstreamReport;
import dev.redress.v1.WatchReconciliationRequest;
import io.grpc.Status;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports over gRPC. */
class ReportGrpcServiceTest {

  @ParameterizedTest
  @EnumSource
  void leakage_isWhatNobodyAskedForAndWhatIsInDispute(TestDatabase.Kind kind) {
    Billed billed = disputed(kind);

    LeakageReport report = service(billed).getLeakageReport(leakage(billed).build());

    assertThat(report.getDimension()).isEqualTo(Dimension.CUSTOMER);
    assertThat(report.getCreateTime().getSeconds())
        .isEqualTo(billed.api().advance(Duration.ZERO).getEpochSecond());
    Section section = report.getSections(0);
    assertThat(section.getCurrencyCode()).isEqualTo("USD");
    assertThat(section.getRowsList()).extracting(Row::getKey).containsExactly("ATLAS");
    Figures total = section.getTotal();
    assertThat(total).isEqualTo(section.getRows(0).getFigures());
    assertThat(total.getLineCount()).isEqualTo(2);
    assertThat(total.getHours()).isEqualTo(2);
    assertThat(total.getBilledAmount()).isEqualTo(Billed.usd(150));
    assertThat(total.getUnmatchedAmount()).isEqualTo(Billed.usd(50));
    assertThat(total.getDisputedAmount()).isEqualTo(Billed.usd(50));
    assertThat(total.getCreditedAmount()).isEqualTo(Billed.usd(0));
    assertThat(section.hasOther()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void leakage_hasTheSameSumsByEveryDimension(TestDatabase.Kind kind) {
    Billed billed = disputed(kind);
    Figures expected =
        service(billed).getLeakageReport(leakage(billed).build()).getSections(0).getTotal();

    for (Dimension by : new Dimension[] {Dimension.MONTH, Dimension.TECHNICIAN, Dimension.REASON}) {
      Section section =
          service(billed)
              .getLeakageReport(leakage(billed).setDimension(by).setRowCountMax(1).build())
              .getSections(0);
      assertThat(section.getTotal()).as(by.name()).isEqualTo(expected);
      assertThat(section.getRowsCount()).isEqualTo(1);
      assertThat(section.getOtherCount()).isEqualTo(by == Dimension.REASON ? 1 : 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leakage_isOfTheDaysThatWereAskedFor(TestDatabase.Kind kind) {
    Billed billed = disputed(kind);

    assertThat(
            service(billed)
                .getLeakageReport(
                    leakage(billed).setCustomer(billed.customer()).setToDate(day(4)).build())
                .getSectionsList())
        .isEmpty();
    assertThat(
            service(billed)
                .getLeakageReport(leakage(billed).setFromDate(day(5)).setToDate(day(5)).build())
                .getSections(0)
                .getTotal()
                .getLineCount())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void page_showsTheReport(TestDatabase.Kind kind) {
    Billed billed = disputed(kind);

    ReportPage page =
        service(billed)
            .getReportPage(GetReportPageRequest.newBuilder().setLeakage(leakage(billed)).build());

    assertThat(page.getMediaType()).isEqualTo("text/html; charset=utf-8");
    assertThat(page.getContent().toStringUtf8())
        .contains("Leakage and exposure by customer")
        .contains("ATLAS")
        .contains("$50.00");
  }

  @ParameterizedTest
  @EnumSource
  void leakage_isRefused(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);

    refused(billed, leakage(billed).setParent("x"), ErrorReason.NAME_INVALID, "parent");
    refused(billed, leakage(billed).clearDimension(), ErrorReason.FIELD_INVALID, "dimension");
    refused(
        billed, leakage(billed).setRowCountMax(1_001), ErrorReason.FIELD_INVALID, "row_count_max");
    refused(
        billed,
        leakage(billed).setFromDate(day(6)).setToDate(day(5)),
        ErrorReason.FIELD_INVALID,
        "to_date");
    refused(
        billed,
        leakage(billed).setCustomer("providers/other/customers/ATLAS"),
        ErrorReason.FIELD_INVALID,
        "customer");
    Refusal.of(
            () ->
                service(billed)
                    .getLeakageReport(
                        leakage(billed).setCustomer(billed.provider() + "/customers/NONE").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    Refusal.of(
            () ->
                service(billed)
                    .getLeakageReport(leakage(billed).setParent("providers/nobody").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> service(billed).getReportPage(GetReportPageRequest.getDefaultInstance()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "leakage");
    Refusal.of(
            () ->
                service(billed)
                    .getReportPage(
                        GetReportPageRequest.newBuilder()
                            .setLeakage(leakage(billed).clearDimension())
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "leakage.dimension");
  }

  @ParameterizedTest
  @EnumSource
  void ageing_isOfOpenDisputes(TestDatabase.Kind kind) {
    Billed billed = disputed(kind);
    GetAgeingReportRequest.Builder request =
        GetAgeingReportRequest.newBuilder()
            .setParent(billed.provider())
            .setDimension(AgeingReport.Dimension.STATE);

    AgeingReport report = service(billed).getAgeingReport(request.build());

    assertThat(report.getSections(0).getRows(0).getKey()).isEqualTo("OPEN");
    assertThat(report.getSections(0).getTotal())
        .isEqualTo(
            AgeingReport.Figures.newBuilder()
                .setDisputeCount(1)
                .setDisputedAmount(Billed.usd(50))
                .setNotReachedCount(1)
                .build());
    assertThat(
            service(billed)
                .getReportPage(GetReportPageRequest.newBuilder().setAgeing(request).build())
                .getContent()
                .toStringUtf8())
        .contains("Open disputes by state");
    Refusal.of(() -> service(billed).getAgeingReport(request.clone().clearDimension().build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "dimension");
    Refusal.of(() -> service(billed).getAgeingReport(request.clone().setParent("x").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID);
    Refusal.of(
            () ->
                service(billed)
                    .getAgeingReport(request.clone().setParent("providers/nobody").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(
            () ->
                service(billed)
                    .getAgeingReport(
                        request.clone().setCustomer(billed.provider() + "/customers/NONE").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void calls_tellWhichWereKept(TestDatabase.Kind kind) {
    Billed billed = disputed(kind);
    GetCallsReportRequest.Builder request =
        GetCallsReportRequest.newBuilder().setParent(billed.provider());
    CallsReport before = service(billed).getCallsReport(request.build());
    assertThat(before.getTotal().getPendingCount()).isEqualTo(1);

    Dispute dispute =
        DisputeServiceGrpc.newBlockingStub(billed.api().channel())
            .listDisputes(ListDisputesRequest.newBuilder().setParent(billed.provider()).build())
            .getDisputes(0);
    var _ =
        CallbackServiceGrpc.newBlockingStub(billed.api().channel())
            .logAttempt(
                LogAttemptRequest.newBuilder()
                    .setName(dispute.getCallback())
                    .setOutcome(Callback.Outcome.REACHED)
                    .setRequestId(TestApi.requestId())
                    .build());
    CallsReport after = service(billed).getCallsReport(request.build());

    assertThat(after.getRows(0).getOwner()).isEqualTo(dispute.getOwner());
    assertThat(after.getTotal().getKeptCount()).isEqualTo(1);
    assertThat(after.getTotal().getOutcomes(0).getOutcome()).isEqualTo(Callback.Outcome.REACHED);
    assertThat(after.getTotal().hasMedianTimeToReached()).isTrue();
    assertThat(after.getTotal().hasMedianLateness()).isFalse();
    assertThat(
            service(billed)
                .getReportPage(GetReportPageRequest.newBuilder().setCalls(request).build())
                .getContent()
                .toStringUtf8())
        .contains("Promised calls");
    Refusal.of(
            () ->
                service(billed)
                    .getCallsReport(
                        request
                            .clone()
                            .setStartTime(dispute.getCallbackDueTime())
                            .setEndTime(dispute.getCallbackDueTime())
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "end_time");
    Refusal.of(() -> service(billed).getCallsReport(request.clone().setParent("x").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID);
    Refusal.of(
            () ->
                service(billed)
                    .getCallsReport(request.clone().setParent("providers/nobody").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(
            () ->
                service(billed)
                    .getCallsReport(
                        request.clone().setCustomer(billed.provider() + "/customers/NONE").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void upstream_saysWhatToFix(TestDatabase.Kind kind) {
    Billed billed = disputed(kind);
    GetUpstreamReportRequest.Builder request =
        GetUpstreamReportRequest.newBuilder().setParent(billed.provider());

    UpstreamReport report = service(billed).getUpstreamReport(request.build());

    assertThat(report.getSections(0).getCausesList())
        .filteredOn(behind -> behind.getCause() == UpstreamReport.Cause.NEVER_LOGGED)
        .singleElement()
        .satisfies(
            behind -> {
              assertThat(behind.getRows(0).getSubject()).isEqualTo("ATLAS");
              assertThat(behind.getTotal().getLineCount()).isEqualTo(1);
              assertThat(behind.getTotal().getAmount()).isEqualTo(Billed.usd(50));
              assertThat(behind.getTotal().hasMedianDaysLate()).isFalse();
              assertThat(behind.getAdvice()).startsWith("Log each request");
            });
    assertThat(
            service(billed)
                .getUpstreamReport(
                    request.clone().setCustomer(billed.customer()).setToDate(day(4)).build())
                .getSectionsList())
        .isEmpty();
    assertThat(
            service(billed)
                .getReportPage(GetReportPageRequest.newBuilder().setUpstream(request).build())
                .getContent()
                .toStringUtf8())
        .contains("Fix upstream");
    Refusal.of(
            () ->
                service(billed)
                    .getUpstreamReport(
                        request.clone().setFromDate(day(6)).setToDate(day(5)).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "to_date");
    Refusal.of(() -> service(billed).getUpstreamReport(request.clone().setParent("x").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID);
    Refusal.of(
            () ->
                service(billed)
                    .getUpstreamReport(request.clone().setParent("providers/nobody").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(
            () ->
                service(billed)
                    .getUpstreamReport(
                        request.clone().setCustomer(billed.provider() + "/customers/NONE").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
  }

  private static void refused(
      Billed billed, GetLeakageReportRequest.Builder request, ErrorReason reason, String field) {
    Refusal.of(() -> service(billed).getLeakageReport(request.build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, reason, field);
  }

  private static GetLeakageReportRequest.Builder leakage(Billed billed) {
    return GetLeakageReportRequest.newBuilder()
        .setParent(billed.provider())
        .setDimension(Dimension.CUSTOMER);
  }

  private static Date day(int day) {
    return Date.newBuilder().setYear(2025).setMonth(5).setDay(day).build();
  }

  /** L1 is matched, L2 is not and in dispute. */
  private static Billed disputed(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    var reconciliations = ReconciliationServiceGrpc.newBlockingStub(billed.api().channel());
    var _ =
        reconciliations.rejectMatch(
            RejectMatchRequest.newBuilder()
                .setLine(billed.line("L2"))
                .setRequest(billed.request())
                .setReason("other work")
                .setRequestId(TestApi.requestId())
                .build());
    String run =
        reconciliations
            .startReconciliation(
                StartReconciliationRequest.newBuilder()
                    .setParent(billed.provider())
                    .setRequestId(TestApi.requestId())
                    .build())
            .getReconciliation()
            .getName();
    reconciliations
        .watchReconciliation(WatchReconciliationRequest.newBuilder().setName(run).build())
        .forEachRemaining(_ -> {});
    return billed;
  }

  private static ReportServiceBlockingStub service(Billed billed) {
    return ReportServiceGrpc.newBlockingStub(billed.api().channel());
  }
}
