package dev.redress.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Credit;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceImplBase;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.ListCreditsResponse;
import dev.redress.v1.ListDisputesRequest;
import dev.redress.v1.ListDisputesResponse;
import dev.redress.v1.ListVerdictsRequest;
import dev.redress.v1.ListVerdictsResponse;
import dev.redress.v1.ReconciliationServiceGrpc.ReconciliationServiceImplBase;
import dev.redress.v1.Verdict;
import io.grpc.stub.StreamObserver;
import org.junit.jupiter.api.Test;

/**
 * Lists as a spreadsheet opens them: what others wrote is text, and amounts below 0 are numbers.
 */
class SpreadsheetTest {
  private static final String EVIL = "=cmd|' /C calc'!A0";
  private static final String LINE = "providers/default/customers/VARN/invoices/26091/lines/7-01";

  @Test
  void credits_areNumbersAndText() {
    for (String[] command :
        new String[][] {{"credit", "list", "-o", "csv"}, {"credit", "export"}}) {
      assertThat(rows(command))
          .isEqualTo(
              """
              credit,line,amount,amount_currency,credited_total,credited_total_currency,issued,dispute,reason,reverses,note
              providers/default/credits/k2,%s,-70.00,USD,0.00,USD,2026-11-18T11:06:40Z,providers/default/disputes/d1,RATE,providers/default/credits/k1,'=cmd|' /C calc'!A0
              """
                  .formatted(LINE));
    }
  }

  @Test
  void disputes_areNumbersAndText() {
    assertThat(rows("dispute", "list", "-o", "csv"))
        .startsWith("dispute,state,customer,invoice,lines,disputed,disputed_currency,credited,")
        .contains(",1,70.00,USD,0.00,USD,'=cmd|' /C calc'!A0,");
  }

  @Test
  void verdicts_areNumbersAndText() {
    assertThat(rows("verdict", "list", "-o", "csv"))
        .isEqualTo(
            """
            line,verdict,requests,probability,hours_billed,hours_backed,amount,amount_currency,work_date,technician,findings,description,dispute
            %s,UNMATCHED,'@R1 +R2,0.250,1.50,0.00,70.00,USD,2026-09-02,'-Tom,,'=cmd|' /C calc'!A0,
            """
                .formatted(LINE));
  }

  private static String rows(String... command) {
    try (FakeServer server = new FakeServer(new Disputes(), new Verdicts())) {
      CliRun run = CliRun.of(server, command);
      assertThat(run.exitCode()).as(run.err()).isZero();
      return run.out().replace("\r\n", "\n");
    }
  }

  private static Money money(long units) {
    return Money.newBuilder().setCurrencyCode("USD").setUnits(units).build();
  }

  private static final class Disputes extends DisputeServiceImplBase {
    @Override
    public void listCredits(
        ListCreditsRequest request, StreamObserver<ListCreditsResponse> observer) {
      observer.onNext(
          ListCreditsResponse.newBuilder()
              .addCredits(
                  Credit.newBuilder()
                      .setName("providers/default/credits/k2")
                      .setLine(LINE)
                      .setAmount(money(-70))
                      .setCreditedTotal(money(0))
                      .setCreateTime(Timestamp.newBuilder().setSeconds(1_795_000_000))
                      .setDispute("providers/default/disputes/d1")
                      .setReason(DisputedLine.Reason.RATE)
                      .setReversedCredit("providers/default/credits/k1")
                      .setNote(EVIL))
              .build());
      observer.onCompleted();
    }

    @Override
    public void listDisputes(
        ListDisputesRequest request, StreamObserver<ListDisputesResponse> observer) {
      observer.onNext(
          ListDisputesResponse.newBuilder()
              .addDisputes(
                  Dispute.newBuilder()
                      .setName("providers/default/disputes/d1")
                      .setState(Dispute.State.OPEN)
                      .setLineCount(1)
                      .setDisputedAmount(money(70))
                      .setCreditedAmount(money(0))
                      .setOwner(EVIL))
              .build());
      observer.onCompleted();
    }
  }

  private static final class Verdicts extends ReconciliationServiceImplBase {
    @Override
    public void listVerdicts(
        ListVerdictsRequest request, StreamObserver<ListVerdictsResponse> observer) {
      observer.onNext(
          ListVerdictsResponse.newBuilder()
              .addVerdicts(
                  Verdict.newBuilder()
                      .setLine(LINE)
                      .setVerdict(Verdict.Answer.UNMATCHED)
                      .addRequestIds("@R1")
                      .addRequestIds("+R2")
                      .setProbability(0.25)
                      .setHoursBilled(1.5)
                      .setAmount(money(70))
                      .setWorkDate(Date.newBuilder().setYear(2026).setMonth(9).setDay(2))
                      .setTechnician("-Tom")
                      .setDescription(EVIL))
              .build());
      observer.onCompleted();
    }
  }
}
