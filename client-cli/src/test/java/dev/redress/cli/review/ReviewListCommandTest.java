package dev.redress.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.AcceptLineRequest;
import dev.redress.v1.Candidate;
import dev.redress.v1.ListVerdictsRequest;
import dev.redress.v1.ListVerdictsResponse;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.SplitLineRequest;
import dev.redress.v1.UndoDecisionRequest;
import dev.redress.v1.Verdict;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The review queue, and what a clerk decides about its lines. */
class ReviewListCommandTest {
  private static final String CUSTOMER = "providers/default/customers/VARN";
  private static final String LINE = CUSTOMER + "/invoices/INV-1/lines/1-03";

  private static final Verdict AMBIGUOUS =
      Verdict.newBuilder()
          .setLine(LINE)
          .setLineId("1-03")
          .setVerdict(Verdict.Answer.AMBIGUOUS)
          .setHoursBilled(1.5)
          .setAmount(Money.newBuilder().setUnits(202).setNanos(500_000_000).setCurrencyCode("USD"))
          .setWorkDate(Date.newBuilder().setYear(2026).setMonth(9).setDay(2))
          .setTechnician("Priya Raman")
          .setDescription("as discussed")
          .addCandidates(candidate("NG-1045", 0.51))
          .addCandidates(candidate("NG-1050", 0.45))
          .addCandidates(candidate("NG-1051", 0.02))
          .addCandidates(candidate("NG-1052", 0.01))
          .build();

  private final Fake fake = new Fake();
  private final FakeServer server = new FakeServer(fake);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void list_showsTheDearestAmbiguousLinesWithWhatTheyMayBeFor() {
    CliRun run = CliRun.of(server, "review", "list", "--customer", "VARN");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            LINE      AMOUNT  HOURS   WORK DATE  TECHNICIAN   MAY BE FOR                                DESCRIPTION
            1-03  202.50 USD   1.50  2026-09-02  Priya Raman  NG-1045 0.51, NG-1050 0.45, NG-1051 0.02  as discussed
            """);
    assertThat(fake.listed.getFilter())
        .isEqualTo("verdict = \"AMBIGUOUS\" AND customer = \"VARN\"");
    assertThat(fake.listed.getOrderBy()).isEqualTo("amount desc");
  }

  @Test
  void accept_needsAReason() {
    CliRun refused = CliRun.of(server, "verdict", "accept", LINE);
    assertThat(refused.exitCode()).isEqualTo(2);
    CliRun run = CliRun.of(server, "verdict", "accept", LINE, "--reason", "agreed by phone");
    assertThat(run.exitCode()).isZero();
    assertThat(fake.accepted.getLine()).isEqualTo(LINE);
    assertThat(fake.accepted.getReason()).isEqualTo("agreed by phone");
    assertThat(fake.accepted.getRequestId()).isNotEmpty();
    assertThat(run.err())
        .startsWith("Accepted: line 1-03 needs no request and is not disputed for want of one.");
  }

  @Test
  void split_namesEachRequestWithItsHours() {
    CliRun run =
        CliRun.of(
            server,
            "verdict",
            "split",
            LINE,
            "NG-1045=1.25",
            "NG-1050=1",
            CUSTOMER + "/requests/a%3Db=0.25",
            "--reason",
            "two visits");
    assertThat(run.exitCode()).isZero();
    assertThat(fake.split.getLine()).isEqualTo(LINE);
    assertThat(fake.split.getReason()).isEqualTo("two visits");
    assertThat(fake.split.getRequestId()).isNotEmpty();
    assertThat(fake.split.getPartsList())
        .containsExactly(
            part("/requests/NG-1045", 1.25),
            part("/requests/NG-1050", 1),
            part("/requests/a%3Db", 0.25));
    assertThat(run.err())
        .startsWith(
            "Split: line 1-03 has 1.25 h for NG-1045, 1.00 h for NG-1050, 0.25 h for a=b; it is now"
                + " AMBIGUOUS.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NG-1045=1.5 --reason r      | REQUEST=HOURS
          NG-1045=1 NG-1050=.5        | --reason
          NG-1045=1 NG-1050 --reason r | 'NG-1050' is not of the form REQUEST=HOURS
          NG-1045=1 NG-1=x --reason r | 'x' is not a number of hours such as 1.25
          """)
  void split_isRefusedBeforeItIsSent(String arguments, String said) {
    List<String> command = new ArrayList<>(List.of("verdict", "split", LINE));
    command.addAll(List.of(arguments.split(" ", -1)));
    CliRun run = CliRun.of(server, command.toArray(String[]::new));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(said);
    assertThat(fake.split.getLine()).isEmpty();
  }

  @Test
  void undo_namesTheRequestOrTheAcceptance() {
    CliRun run = CliRun.of(server, "verdict", "undo", LINE, "NG-1045");
    assertThat(fake.undone.getRequest()).isEqualTo(CUSTOMER + "/requests/NG-1045");
    assertThat(run.err()).startsWith("Taken back; line 1-03 is now AMBIGUOUS.");
    assertThat(CliRun.of(server, "verdict", "undo", LINE).exitCode()).isZero();
    assertThat(fake.undone.getRequest()).isEmpty();
  }

  private static SplitLineRequest.Part part(String request, double hours) {
    return SplitLineRequest.Part.newBuilder()
        .setRequest(CUSTOMER + request)
        .setHours(hours)
        .build();
  }

  private static Candidate candidate(String id, double probability) {
    return Candidate.newBuilder().setRequestId(id).setProbability(probability).build();
  }

  /** Knows one line, and what it was told. */
  private static final class Fake extends ReconciliationServiceGrpc.ReconciliationServiceImplBase {
    private ListVerdictsRequest listed = ListVerdictsRequest.getDefaultInstance();
    private AcceptLineRequest accepted = AcceptLineRequest.getDefaultInstance();
    private SplitLineRequest split = SplitLineRequest.getDefaultInstance();
    private UndoDecisionRequest undone = UndoDecisionRequest.getDefaultInstance();

    @Override
    public void listVerdicts(
        ListVerdictsRequest request, StreamObserver<ListVerdictsResponse> answer) {
      listed = request;
      answer.onNext(ListVerdictsResponse.newBuilder().addVerdicts(AMBIGUOUS).build());
      answer.onCompleted();
    }

    @Override
    public void acceptLine(AcceptLineRequest request, StreamObserver<Verdict> answer) {
      accepted = request;
      answer.onNext(AMBIGUOUS.toBuilder().setAccepted(true).build());
      answer.onCompleted();
    }

    @Override
    public void splitLine(SplitLineRequest request, StreamObserver<Verdict> answer) {
      split = request;
      answer.onNext(AMBIGUOUS);
      answer.onCompleted();
    }

    @Override
    public void undoDecision(UndoDecisionRequest request, StreamObserver<Verdict> answer) {
      undone = request;
      answer.onNext(AMBIGUOUS);
      answer.onCompleted();
    }
  }
}
