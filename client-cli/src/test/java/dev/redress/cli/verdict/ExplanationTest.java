package dev.redress.cli.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Candidate;
import dev.redress.v1.ExplainLineRequest;
import dev.redress.v1.ListVerdictsRequest;
import dev.redress.v1.ListVerdictsResponse;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.Signal;
import dev.redress.v1.Verdict;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final String LINE = "providers/default/customers/VARN/invoices/INV-1/lines/1-03";

  private static final Verdict MATCHED =
      Verdict.newBuilder()
          .setLine(LINE)
          .setLineId("1-03")
          .setVerdict(Verdict.Answer.MATCHED)
          .addRequestIds("NG-1045")
          .setProbability(0.9731)
          .setHoursBilled(1.5)
          .setAmount(Money.newBuilder().setUnits(202).setNanos(500_000_000).setCurrencyCode("USD"))
          .setWorkDate(Date.newBuilder().setYear(2026).setMonth(9).setDay(2))
          .setTechnician("Priya Raman")
          .setDescription("iManage slow over VPN")
          .setSentence("This work was done for request NG-1045.")
          .addCandidates(
              Candidate.newBuilder()
                  .setRequestId("NG-1045")
                  .setChosen(true)
                  .setProbability(0.9731)
                  .setSummary("iManage very slow from home")
                  .setPriorBits(-6.5)
                  .setLogOddsBits(5.25)
                  .addSignals(signal(Signal.Kind.DATE, "2026-09-02", "opened 2026-09-02", 4.25))
                  .addSignals(signal(Signal.Kind.TEXT, "imanage vpn", "imanage slow", 8.0))
                  .addSignals(signal(Signal.Kind.CATCH_ALL, "", "2 lines", -0.5)))
          .addCandidates(rejected("NG-1050", 0.02))
          .addCandidates(rejected("NG-1051", 0.01))
          .addCandidates(rejected("NG-1052", 0.001))
          .build();

  private final Verdicts fake = new Verdicts();
  private final FakeServer server = new FakeServer(fake);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void explain_showsBitsAndBarsOfTheChosenAndTheTwoNearestRejected() {
    CliRun run = CliRun.of(server, "verdict", "explain", "1-03");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            Line 1-03: MATCHED to NG-1045 with probability 0.973
              2026-09-02, Priya Raman, 1.50 h, 202.50 USD, invoice INV-1
              "iManage slow over VPN"

            This work was done for request NG-1045.

            NG-1045 (chosen, probability 0.973): iManage very slow from home
              SIGNAL     LINE         REQUEST             BITS
              prior                                      -6.50  ░░░░░░░
              date       2026-09-02   opened 2026-09-02  +4.25  ████
              text       imanage vpn  imanage slow       +8.00  ████████
              catch all               2 lines            -0.50  ░
              sum                                        +5.25  █████

            NG-1050 (not chosen, probability 0.020)
              SIGNAL  LINE         REQUEST           BITS
              prior                                 -6.50  ░░░
              text    imanage vpn  nothing shared  -40.00  ░░░░░░░░░░░░░░░░░
              sum                                  -46.50  ░░░░░░░░░░░░░░░░░░░░

            NG-1051 (not chosen, probability 0.010)
              SIGNAL  LINE         REQUEST           BITS
              prior                                 -6.50  ░░░
              text    imanage vpn  nothing shared  -40.00  ░░░░░░░░░░░░░░░░░
              sum                                  -46.50  ░░░░░░░░░░░░░░░░░░░░
            """);
  }

  @Test
  void explain_asCsvHasAllCandidatesInOneList() {
    CliRun run = CliRun.of(server, "verdict", "explain", LINE, "-o", "csv");
    assertThat(run.out().lines())
        .hasSize(1 + 5 + 3 * 3)
        .startsWith(
            "request_id,chosen,signal,line_value,request_value,bits", "NG-1045,true,prior,,,-6.5");
  }

  @Test
  void explain_saysWhenNoLineHasTheId() {
    fake.found = List.of();
    CliRun run = CliRun.of(server, "verdict", "explain", "nope");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err())
        .isEqualTo(
            "redress: no line 'nope' has a verdict; run 'redress reconcile' first or see 'redress"
                + " verdict list'\n");
  }

  @Test
  void explain_listsTheNamesWhenSeveralLinesHaveTheId() {
    fake.found = List.of(MATCHED, MATCHED.toBuilder().setLine(LINE + "x").build());
    CliRun run = CliRun.of(server, "verdict", "explain", "1-03");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            "redress: several lines are called '1-03'; give one of these names: "
                + LINE
                + ", "
                + LINE
                + "x\n");
    assertThat(fake.filter).isEqualTo("line_id = \"1-03\"");
  }

  private static Candidate rejected(String id, double probability) {
    return Candidate.newBuilder()
        .setRequestId(id)
        .setProbability(probability)
        .setPriorBits(-6.5)
        .setLogOddsBits(-46.5)
        .addSignals(signal(Signal.Kind.TEXT, "imanage vpn", "nothing shared", -40))
        .build();
  }

  private static Signal signal(Signal.Kind kind, String line, String request, double bits) {
    return Signal.newBuilder()
        .setKind(kind)
        .setLineValue(line)
        .setRequestValue(request)
        .setBits(bits)
        .build();
  }

  /** Knows one verdict, and the lines that a test lets it find. */
  private static final class Verdicts
      extends ReconciliationServiceGrpc.ReconciliationServiceImplBase {
    private List<Verdict> found = List.of(MATCHED);
    private String filter = "";

    @Override
    public void listVerdicts(
        ListVerdictsRequest request, StreamObserver<ListVerdictsResponse> answer) {
      filter = request.getFilter();
      answer.onNext(ListVerdictsResponse.newBuilder().addAllVerdicts(found).build());
      answer.onCompleted();
    }

    @Override
    public void explainLine(ExplainLineRequest request, StreamObserver<Verdict> answer) {
      answer.onNext(MATCHED);
      answer.onCompleted();
    }
  }
}
