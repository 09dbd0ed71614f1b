package dev.redress.grpc;

import com.google.protobuf.ByteString;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.report.Report;
import dev.redress.report.ReportPage;
import dev.redress.report.ReportService;
import dev.redress.v1.AgeingReport;
import dev.redress.v1.CallsReport;
import dev.redress.v1.GetAgeingReportRequest;
import dev.redress.v1.GetCallsReportRequest;
import dev.redress.v1.GetLeakageReportRequest;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.GetUpstreamReportRequest;
import dev.redress.v1.LeakageReport;
import dev.redress.v1.ReportServiceGrpc;
import dev.redress.v1.UpstreamReport;
import io.grpc.stub.StreamObserver;

/** {@code redress.v1.ReportService}. */
public final class ReportGrpcService extends ReportServiceGrpc.ReportServiceImplBase {
  /** Below what clients take from a server unless they say otherwise: 4 MiB. */
  private static final int BYTES_MAX = 4_000_000;

  private final ReportService reports;
  private final ReportPage page;

  /** Over the use cases, and how reports look. */
  public ReportGrpcService(ReportService reports, ReportPage page) {
    this.reports = reports;
    this.page = page;
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code NAME_INVALID}, {@code PROVIDER_NOT_FOUND} or {@code
   * CUSTOMER_NOT_FOUND}.
   */
  @Override
  public void getLeakageReport(
      GetLeakageReportRequest request, StreamObserver<LeakageReport> observer) {
    Answers.send(observer, ReportProtos.toProto(reports.leakage(ReportProtos.query("", request))));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code NAME_INVALID}, {@code PROVIDER_NOT_FOUND} or {@code
   * CUSTOMER_NOT_FOUND}.
   */
  @Override
  public void getAgeingReport(
      GetAgeingReportRequest request, StreamObserver<AgeingReport> observer) {
    Answers.send(observer, ReportProtos.toProto(reports.ageing(ReportProtos.query("", request))));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code NAME_INVALID}, {@code PROVIDER_NOT_FOUND} or {@code
   * CUSTOMER_NOT_FOUND}.
   */
  @Override
  public void getCallsReport(GetCallsReportRequest request, StreamObserver<CallsReport> observer) {
    Answers.send(observer, ReportProtos.toProto(reports.calls(ReportProtos.query("", request))));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code NAME_INVALID}, {@code PROVIDER_NOT_FOUND} or {@code
   * CUSTOMER_NOT_FOUND}.
   */
  @Override
  public void getUpstreamReport(
      GetUpstreamReportRequest request, StreamObserver<UpstreamReport> observer) {
    Answers.send(observer, ReportProtos.toProto(reports.upstream(ReportProtos.query("", request))));
  }

  /** Refuses by what the report itself is refused, or by {@code TOO_LARGE}. */
  @Override
  public void getReportPage(
      GetReportPageRequest request, StreamObserver<dev.redress.v1.ReportPage> observer) {
    byte[] html = page.html(report(request));
    if (html.length > BYTES_MAX) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the page would be longer than " + BYTES_MAX + " bytes; ask for fewer rows");
    }
    Answers.send(
        observer,
        dev.redress.v1.ReportPage.newBuilder()
            .setMediaType("text/html; charset=utf-8")
            .setContent(ByteString.copyFrom(html))
            .build());
  }

  private Report report(GetReportPageRequest request) {
    return switch (request.getReportCase()) {
      case LEAKAGE -> reports.leakage(ReportProtos.query("leakage.", request.getLeakage()));
      case AGEING -> reports.ageing(ReportProtos.query("ageing.", request.getAgeing()));
      case CALLS -> reports.calls(ReportProtos.query("calls.", request.getCalls()));
      case UPSTREAM -> reports.upstream(ReportProtos.query("upstream.", request.getUpstream()));
      case REPORT_NOT_SET -> throw new Field("leakage").invalid("must be set");
    };
  }
}
