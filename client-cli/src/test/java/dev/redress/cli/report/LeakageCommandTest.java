package dev.redress.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.GetLeakageReportRequest;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.LeakageReport;
import dev.redress.v1.LeakageReport.Figures;
import dev.redress.v1.LeakageReport.Row;
import dev.redress.v1.LeakageReport.Section;
import dev.redress.v1.LeakageReport.Underbilling;
import dev.redress.v1.LeakageReport.UnderbillingRow;
import dev.redress.v1.ReportPage;
import dev.redress.v1.ReportServiceGrpc.ReportServiceImplBase;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaks, on a terminal and as files. */
class LeakageCommandTest {
  @TempDir private Path folder;

  @Test
  void leakage_isToldByCurrencyWithUnderbillingApart() {
    try (FakeServer server = new FakeServer(new Fake())) {
      CliRun run = CliRun.of(server, "report", "leakage", "--by", "technician");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .isEqualTo(
              """
              USD: what was billed and may not stand
              TECHNICIAN  LINES  HOURS  BILLED  UNMATCHED  FINDINGS  AMBIGUOUS
              =1+1            2   1.50  200.00      50.00     20.00      10.00
              (none)          1   1.00  100.00       0.00      0.00       0.00
              3 others        2   1.50  200.00      50.00     20.00      10.00
              TOTAL           5   4.00  500.00     100.00     40.00      20.00

              USD: what was asked back, and what came of it
              TECHNICIAN  DISPUTED  CREDITED  EXPLAINED  DENIED  WITHDRAWN
              =1+1           40.00      5.00       3.00    2.00       1.00
              3 others       40.00      5.00       3.00    2.00       1.00
              TOTAL          80.00     10.00       6.00    4.00       2.00

              USD: billed too low; for your own knowledge, never a claim
              TECHNICIAN  LINES  TOO LOW BY
              Mia             1        7.00
              TOTAL           1        7.00

              """);
    }
  }

  @Test
  void csv_hasOneRowAKeyAndNoFormula() {
    try (FakeServer server = new FakeServer(new Fake())) {
      CliRun run =
          CliRun.of(server, "report", "leakage", "--by", "technician", "-o", "csv", "--rows", "2");

      assertThat(run.out().replace("\r", ""))
          .isEqualTo(
              """
              section,technician,currency,lines,hours,billed,unmatched,findings,ambiguous,disputed,credited,explained,denied,withdrawn,too_low_by
              leakage,'=1+1,USD,2,1.50,200.00,50.00,20.00,10.00,40.00,5.00,3.00,2.00,1.00,
              leakage,(none),USD,1,1.00,100.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,
              leakage,3 others,USD,2,1.50,200.00,50.00,20.00,10.00,40.00,5.00,3.00,2.00,1.00,
              underbilling,Mia,USD,1,,,,,,,,,,,7.00
              """);
    }
  }

  @Test
  void html_isWrittenOnceAndNeverOver() throws IOException {
    Path file = folder.resolve("leakage.html");
    try (FakeServer server = new FakeServer(new Fake())) {
      String[] command = {
        "report",
        "leakage",
        "--customer",
        "VARN",
        "--from",
        "2026-09-01",
        "--to",
        "2026-09-30",
        "--html",
        file.toString()
      };

      CliRun first = CliRun.of(server, command);
      assertThat(first.exitCode()).isZero();
      assertThat(first.err()).startsWith("Wrote 62 bytes to ");
      assertThat(file).hasContent("CUSTOMER providers/default/customers/VARN 2026-09-1 2026-09-30");

      assertThat(CliRun.of(server, command).exitCode()).isEqualTo(3);
      assertThat(Files.size(file)).isEqualTo(62);
    }
  }

  @Test
  void nothing_isSaid() {
    try (FakeServer server =
        new FakeServer(
            new ReportServiceImplBase() {
              @Override
              public void getLeakageReport(
                  GetLeakageReportRequest request, StreamObserver<LeakageReport> observer) {
                observer.onNext(LeakageReport.getDefaultInstance());
                observer.onCompleted();
              }
            })) {
      CliRun run = CliRun.of(server, "report", "leakage");

      assertThat(run.out()).isEmpty();
      assertThat(run.err()).isEqualTo("Nothing to show.\n");
    }
  }

  private static final class Fake extends ReportServiceImplBase {
    @Override
    public void getLeakageReport(
        GetLeakageReportRequest request, StreamObserver<LeakageReport> observer) {
      observer.onNext(
          LeakageReport.newBuilder()
              .setDimension(request.getDimension())
              .addSections(
                  Section.newBuilder()
                      .setCurrencyCode("USD")
                      .addRows(Row.newBuilder().setKey("=1+1").setFigures(figures(1)))
                      .addRows(
                          Row.newBuilder()
                              .setFigures(
                                  figures(0).setLineCount(1).setHours(1).setBilledAmount(usd(100))))
                      .setOtherCount(3)
                      .setOther(figures(1))
                      .setTotal(figures(2).setLineCount(5).setHours(4).setBilledAmount(usd(500)))
                      .addUnderbillingRows(
                          UnderbillingRow.newBuilder().setKey("Mia").setFigures(tooLow()))
                      .setUnderbillingTotal(tooLow()))
              .build());
      observer.onCompleted();
    }

    @Override
    public void getReportPage(GetReportPageRequest request, StreamObserver<ReportPage> observer) {
      GetLeakageReportRequest leakage = request.getLeakage();
      String content =
          "%s %s %d-09-%d %d-09-%d"
              .formatted(
                  leakage.getDimension(),
                  leakage.getCustomer(),
                  leakage.getFromDate().getYear(),
                  leakage.getFromDate().getDay(),
                  leakage.getToDate().getYear(),
                  leakage.getToDate().getDay());
      observer.onNext(ReportPage.newBuilder().setContent(ByteString.copyFromUtf8(content)).build());
      observer.onCompleted();
    }

    private static Figures.Builder figures(int times) {
      return Figures.newBuilder()
          .setLineCount(2L * times)
          .setHours(1.5 * times)
          .setBilledAmount(usd(200L * times))
          .setUnmatchedAmount(usd(50L * times))
          .setFindingsAmount(usd(20L * times))
          .setAmbiguousAmount(usd(10L * times))
          .setDisputedAmount(usd(40L * times))
          .setCreditedAmount(usd(5L * times))
          .setExplainedAmount(usd(3L * times))
          .setDeniedAmount(usd(2L * times))
          .setWithdrawnAmount(usd(times));
    }

    private static Underbilling tooLow() {
      return Underbilling.newBuilder().setLineCount(1).setAmount(usd(7)).build();
    }

    private static Money usd(long units) {
      return Money.newBuilder().setCurrencyCode("USD").setUnits(units).build();
    }
  }
}
