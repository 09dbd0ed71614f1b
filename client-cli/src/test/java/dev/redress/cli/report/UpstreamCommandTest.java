package dev.redress.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.GetUpstreamReportRequest;
import dev.redress.v1.ReportPage;
import dev.redress.v1.ReportServiceGrpc.ReportServiceImplBase;
import dev.redress.v1.UpstreamReport;
import dev.redress.v1.UpstreamReport.Behind;
import dev.redress.v1.UpstreamReport.Cause;
import dev.redress.v1.UpstreamReport.Figures;
import dev.redress.v1.UpstreamReport.Row;
import dev.redress.v1.UpstreamReport.Section;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What to fix, on a terminal and as files. */
class UpstreamCommandTest {
  @TempDir private Path folder;

  @Test
  void upstream_saysWhatToDoAboutEachCause() {
    try (FakeServer server = new FakeServer(new Fake())) {
      CliRun run = CliRun.of(server, "report", "upstream");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .isEqualTo(
              """
              USD: CATCH_ALL
              Close the request.
              WHO           LINES  AMOUNT  DAYS LATE
              NG-7 of VARN      3   90.00
              TOTAL             3   90.00

              USD: LATE_LOGGED
              Log work on the day.
              WHO      LINES  AMOUNT  DAYS LATE
              =bo          2   60.00          9
              1 other      1   10.00
              TOTAL        3   70.00          8

              """);
    }
  }

  @Test
  void csv_hasTheAdviceAndNoFormula() {
    try (FakeServer server = new FakeServer(new Fake())) {
      assertThat(CliRun.of(server, "report", "upstream", "-o", "csv").out().replace("\r", ""))
          .isEqualTo(
              """
              cause,who,lines,amount,days_late,currency,advice
              CATCH_ALL,NG-7 of VARN,3,90.00,,USD,Close the request.
              LATE_LOGGED,'=bo,2,60.00,9,USD,Log work on the day.
              LATE_LOGGED,1 other,1,10.00,,USD,Log work on the day.
              """);
    }
  }

  @Test
  void html_isWritten() {
    Path file = folder.resolve("upstream.html");
    try (FakeServer server = new FakeServer(new Fake())) {
      CliRun run =
          CliRun.of(
              server,
              "report",
              "upstream",
              "--customer",
              "VARN",
              "--rows",
              "9",
              "--from",
              "2026-09-01",
              "--html",
              file.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(file).hasContent("providers/default/customers/VARN 9 from day 1");
    }
  }

  private static final class Fake extends ReportServiceImplBase {
    @Override
    public void getUpstreamReport(
        GetUpstreamReportRequest request, StreamObserver<UpstreamReport> observer) {
      observer.onNext(
          UpstreamReport.newBuilder()
              .addSections(
                  Section.newBuilder()
                      .setCurrencyCode("USD")
                      .addCauses(
                          Behind.newBuilder()
                              .setCause(Cause.CATCH_ALL)
                              .setAdvice("Close the request.")
                              .addRows(
                                  row(
                                      request.getParent() + "/customers/VARN/requests/NG-7",
                                      figures(3, 90)))
                              .setTotal(figures(3, 90)))
                      .addCauses(
                          Behind.newBuilder()
                              .setCause(Cause.LATE_LOGGED)
                              .setAdvice("Log work on the day.")
                              .addRows(row("=bo", figures(2, 60).setMedianDaysLate(9)))
                              .setOtherCount(1)
                              .setOther(figures(1, 10))
                              .setTotal(figures(3, 70).setMedianDaysLate(8))))
              .build());
      observer.onCompleted();
    }

    @Override
    public void getReportPage(GetReportPageRequest request, StreamObserver<ReportPage> observer) {
      GetUpstreamReportRequest upstream = request.getUpstream();
      observer.onNext(
          ReportPage.newBuilder()
              .setContent(
                  ByteString.copyFromUtf8(
                      upstream.getCustomer()
                          + " "
                          + upstream.getRowCountMax()
                          + " from day "
                          + upstream.getFromDate().getDay()))
              .build());
      observer.onCompleted();
    }

    private static Row row(String subject, Figures.Builder figures) {
      return Row.newBuilder().setSubject(subject).setFigures(figures).build();
    }

    private static Figures.Builder figures(long lines, long units) {
      return Figures.newBuilder()
          .setLineCount(lines)
          .setAmount(Money.newBuilder().setCurrencyCode("USD").setUnits(units));
    }
  }
}
