package dev.redress.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.AgeingReport;
import dev.redress.v1.AgeingReport.Dimension;
import dev.redress.v1.AgeingReport.Figures;
import dev.redress.v1.AgeingReport.Row;
import dev.redress.v1.AgeingReport.Section;
import dev.redress.v1.GetAgeingReportRequest;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.ReportPage;
import dev.redress.v1.ReportServiceGrpc.ReportServiceImplBase;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How old disputes are, on a terminal and as files. */
class AgeingCommandTest {
  @TempDir private Path folder;

  @Test
  void ageing_isToldInDays() {
    try (FakeServer server = new FakeServer(new Fake())) {
      CliRun run = CliRun.of(server, "report", "ageing");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .isEqualTo(
              """
              USD: open disputes
              AGE           DISPUTES  DISPUTED  CURRENCY  NOT REACHED  ANSWER LATE  OLDEST DAYS
              8-14 days            2     70.00  USD                 1            0           12
              over 90 days         1     35.00  USD                 1            1          120
              2 others             4    140.00  USD                 2            0           40
              TOTAL                7    245.00  USD                 4            1          120

              """);
    }
  }

  @Test
  void csv_hasNoDaysThatLookLikeDatesAndNoFormula() {
    try (FakeServer server = new FakeServer(new Fake())) {
      assertThat(CliRun.of(server, "report", "ageing", "-o", "csv").out().replace("\r", ""))
          .startsWith(
              """
              age,disputes,disputed,currency,not_reached,answer_late,oldest_days
              8-14 days,2,70.00,USD,1,0,12
              """);
      assertThat(
              CliRun.of(server, "report", "ageing", "--by", "customer", "-o", "csv")
                  .out()
                  .replace("\r", ""))
          .contains("'=1+1,2,70.00,USD,1,0,12");
    }
  }

  @Test
  void html_isWritten() {
    Path file = folder.resolve("ageing.html");
    try (FakeServer server = new FakeServer(new Fake())) {
      CliRun run =
          CliRun.of(
              server,
              "report",
              "ageing",
              "--by",
              "state",
              "--customer",
              "VARN",
              "--html",
              file.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(file).hasContent("STATE providers/default/customers/VARN");
    }
  }

  private static final class Fake extends ReportServiceImplBase {
    @Override
    public void getAgeingReport(
        GetAgeingReportRequest request, StreamObserver<AgeingReport> observer) {
      boolean age = request.getDimension() == Dimension.AGE;
      observer.onNext(
          AgeingReport.newBuilder()
              .addSections(
                  Section.newBuilder()
                      .setCurrencyCode("USD")
                      .addRows(
                          Row.newBuilder()
                              .setKey(age ? "8-14" : "=1+1")
                              .setFigures(figures(2, 70, 1, 0, 12)))
                      .addRows(
                          Row.newBuilder()
                              .setKey(age ? "over 90" : "VARN")
                              .setFigures(figures(1, 35, 1, 1, 120)))
                      .setOtherCount(2)
                      .setOther(figures(4, 140, 2, 0, 40))
                      .setTotal(figures(7, 245, 4, 1, 120)))
              .build());
      observer.onCompleted();
    }

    @Override
    public void getReportPage(GetReportPageRequest request, StreamObserver<ReportPage> observer) {
      observer.onNext(
          ReportPage.newBuilder()
              .setContent(
                  ByteString.copyFromUtf8(
                      request.getAgeing().getDimension() + " " + request.getAgeing().getCustomer()))
              .build());
      observer.onCompleted();
    }

    private static Figures figures(
        long disputes, long units, long notReached, long overdue, long oldest) {
      return Figures.newBuilder()
          .setDisputeCount(disputes)
          .setDisputedAmount(Money.newBuilder().setCurrencyCode("USD").setUnits(units))
          .setNotReachedCount(notReached)
          .setOverdueCount(overdue)
          .setOldestDays(oldest)
          .build();
    }
  }
}
