package dev.redress.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Callback.Outcome;
import dev.redress.v1.CallsReport;
import dev.redress.v1.CallsReport.Figures;
import dev.redress.v1.CallsReport.OutcomeCount;
import dev.redress.v1.CallsReport.Row;
import dev.redress.v1.GetCallsReportRequest;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.ReportPage;
import dev.redress.v1.ReportServiceGrpc.ReportServiceImplBase;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How calls were made, on a terminal and as files. */
class CallbacksCommandTest {
  @TempDir private Path folder;

  @Test
  void callbacks_areToldByOwner() {
    try (FakeServer server = new FakeServer(new Fake())) {
      CliRun run = CliRun.of(server, "report", "callbacks");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .isEqualTo(
              """
              Calls that were due
              OWNER  DUE  KEPT  LATE  MISSED  KEPT %
              =mia     3     2     1       0    66.7
              TOTAL    3     2     1       0    66.7

              All others
              OWNER  PENDING  MOVED  EXHAUSTED  SIGNED OFF  CANCELLED
              =mia         4      0          0           0          5
              TOTAL        4      0          0           0          5

              How attempts went
              OWNER  REACHED  NO ANSWER  VOICEMAIL  BUSY  HUNG UP  WRONG NUMBER  CUSTOMER RESCHEDULED
              =mia         2          0          0     0        1             0                     0
              TOTAL        2          0          0     0        1             0                     0

              How long it took, in hours and minutes
              OWNER  REACHED HALF WITHIN  90 % WITHIN  LATE HALF BY  LATE 90 % BY
              =mia                 26:05        49:00
              TOTAL                26:05        49:00

              """);
    }
  }

  @Test
  void csv_hasOneRowAnOwnerAndNoFormula() {
    try (FakeServer server = new FakeServer(new Fake())) {
      assertThat(CliRun.of(server, "report", "callbacks", "-o", "csv").out().replace("\r", ""))
          .isEqualTo(
              """
              owner,due,kept,late,missed,kept_%,pending,moved,exhausted,signed_off,cancelled,reached,no_answer,voicemail,busy,hung_up,wrong_number,customer_rescheduled,reached_half_within,90_%_within,late_half_by,late_90_%_by
              '=mia,3,2,1,0,66.7,4,0,0,0,5,2,0,0,0,1,0,0,26:05,49:00,,
              """);
    }
  }

  @Test
  void html_isOfWholeDays() {
    Path file = folder.resolve("calls.html");
    try (FakeServer server = new FakeServer(new Fake())) {
      CliRun run =
          CliRun.of(
              server,
              "report",
              "callbacks",
              "--from",
              "2026-11-01",
              "--to",
              "2026-11-01",
              "--html",
              file.toString());

      assertThat(run.exitCode()).isZero();
      assertThat(file).hasContent("86400 s");
    }
  }

  private static final class Fake extends ReportServiceImplBase {
    @Override
    public void getCallsReport(
        GetCallsReportRequest request, StreamObserver<CallsReport> observer) {
      Figures figures =
          Figures.newBuilder()
              .setKeptCount(2)
              .setLateCount(1)
              .setPendingCount(4)
              .setCancelledCount(5)
              .addOutcomes(OutcomeCount.newBuilder().setOutcome(Outcome.REACHED).setCount(2))
              .addOutcomes(OutcomeCount.newBuilder().setOutcome(Outcome.HUNG_UP).setCount(1))
              .setMedianTimeToReached(Duration.newBuilder().setSeconds(26 * 3_600 + 5 * 60 + 9))
              .setPercentile90TimeToReached(Duration.newBuilder().setSeconds(49 * 3_600))
              .build();
      observer.onNext(
          CallsReport.newBuilder()
              .addRows(Row.newBuilder().setOwner("=mia").setFigures(figures))
              .setTotal(figures)
              .build());
      observer.onCompleted();
    }

    @Override
    public void getReportPage(GetReportPageRequest request, StreamObserver<ReportPage> observer) {
      GetCallsReportRequest calls = request.getCalls();
      long seconds = calls.getEndTime().getSeconds() - calls.getStartTime().getSeconds();
      observer.onNext(
          ReportPage.newBuilder().setContent(ByteString.copyFromUtf8(seconds + " s")).build());
      observer.onCompleted();
    }
  }
}
