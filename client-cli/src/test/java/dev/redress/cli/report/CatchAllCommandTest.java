package dev.redress.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.CatchAllRequest;
import dev.redress.v1.ListCatchAllRequestsRequest;
import dev.redress.v1.ListCatchAllRequestsResponse;
import dev.redress.v1.ReconciliationServiceGrpc;
import io.grpc.stub.StreamObserver;
import org.junit.jupiter.api.Test;

class CatchAllCommandTest {

  @Test
  void list_showsHowMuchEachRequestSwallows() {
    try (FakeServer server = new FakeServer(new Fake())) {
      CliRun run = CliRun.of(server, "report", "catch-all");
      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .isEqualTo(
              """
              REQUEST  LINES  UNRELATED  HOURS  AMOUNTS       BITS  SUMMARY
              NG-1044     31         27  44.50  5300.00 USD  -2.50  Ongoing support
              """);
    }
  }

  private static final class Fake extends ReconciliationServiceGrpc.ReconciliationServiceImplBase {
    @Override
    public void listCatchAllRequests(
        ListCatchAllRequestsRequest request, StreamObserver<ListCatchAllRequestsResponse> answer) {
      answer.onNext(
          ListCatchAllRequestsResponse.newBuilder()
              .addRequests(
                  CatchAllRequest.newBuilder()
                      .setRequest(request.getParent() + "/customers/VARN/requests/NG-1044")
                      .setSummary("Ongoing support")
                      .setLineCount(31)
                      .setUnrelatedLineCount(27)
                      .setHours(44.5)
                      .addAmounts(Money.newBuilder().setUnits(5_300).setCurrencyCode("USD"))
                      .setBits(-2.5))
              .build());
      answer.onCompleted();
    }
  }
}
