package dev.redress.cli.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.cli.attachment.FakeAttachments;
import dev.redress.v1.ApproveResolutionRequest;
import dev.redress.v1.BeginReviewRequest;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.GetLaborLineRequest;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.LaborLine;
import dev.redress.v1.LineOutcome;
import dev.redress.v1.ListDisputesRequest;
import dev.redress.v1.ListDisputesResponse;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ProposeResolutionRequest;
import dev.redress.v1.ResolveRequest;
import dev.redress.v1.RootCause;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DisputeCommandTest {
  private static final String LINE = "providers/default/customers/VARN/invoices/INV-1/lines/1-03";

  private static final Dispute DISPUTE =
      Dispute.newBuilder()
          .setName("providers/default/disputes/d1")
          .setState(Dispute.State.OPEN)
          .setCustomer("providers/default/customers/VARN")
          .setInvoice("providers/default/customers/VARN/invoices/INV-1")
          .setOwner("Sarah")
          .setCallback("providers/default/callbacks/c1")
          .setCallbackDueTime(Timestamp.newBuilder().setSeconds(1_795_000_000))
          .setCreateTime(Timestamp.newBuilder().setSeconds(1_794_900_000))
          .setDisputedAmount(money(202))
          .setCreditedAmount(money(0))
          .setEtag("e7")
          .setPriority(Dispute.Priority.HIGH)
          .setRaisedBy(Dispute.RaisedBy.RECONCILIATION)
          .setElapsedBusinessTime(Duration.newBuilder().setSeconds(12_630))
          .setResolutionDueTime(Timestamp.newBuilder().setSeconds(1_795_500_000))
          .setHoldAmount(money(202))
          .setHoldEndTime(Timestamp.newBuilder().setSeconds(1_800_084_000))
          .setLineCount(1)
          .addLines(
              DisputedLine.newBuilder()
                  .setLine(LINE)
                  .setReason(DisputedLine.Reason.UNCORRELATED)
                  .setRequestedAction(DisputedLine.Action.CREDIT_PARTIALLY)
                  .setInvoicedHours(1.5)
                  .setDisputedHours(1.5)
                  .setCreditedAmount(money(0))
                  .setInvoicedAmount(money(202))
                  .setDisputedAmount(money(202)))
          .build();

  private final Disputes disputes = new Disputes();
  private final FakeServer server =
      new FakeServer(disputes, new Callbacks(), new Invoices(), new FakeAttachments());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void list_asksForOpenDisputesUnlessTold() {
    CliRun run = CliRun.of(server, "dispute", "list", "--owner", "Sarah");
    assertThat(run.out())
        .isEqualTo(
            """
            DISPUTE  STATE  CUSTOMER  INVOICE  LINES    DISPUTED  CREDITED  OWNER  CALL DUE                 REACHED  CALLBACK
            d1       OPEN   VARN      INV-1        1  202.00 USD  0.00 USD  Sarah  2026-11-18 12:06 +01:00  no       c1
            """);
    CliRun.of(server, "dispute", "list", "--all");
    CliRun.of(server, "dispute", "list", "--state", "resolved", "--provider", "acme");
    assertThat(disputes.calls.stream().map(ListDisputesRequest.class::cast))
        .extracting(ListDisputesRequest::getFilter)
        .containsExactly("open = true AND owner = \"Sarah\"", "", "state = \"RESOLVED\"");
    assertThat(((ListDisputesRequest) disputes.calls.getLast()).getParent())
        .isEqualTo("providers/acme");
  }

  @Test
  void list_asCsvSaysWhatIsOnHold() {
    assertThat(CliRun.of(server, "dispute", "list", "-o", "csv").out().replace("\r\n", "\n"))
        .isEqualTo(
            """
            dispute,state,customer,invoice,lines,disputed,disputed_currency,credited,credited_currency,\
            owner,call_due,reached,callback,priority,raised_by,reopened,resolution_due,respond_by,\
            hold_amount,hold_amount_currency,hold_end,closes,handed_off,pending_handoff
            providers/default/disputes/d1,OPEN,providers/default/customers/VARN,\
            providers/default/customers/VARN/invoices/INV-1,1,202.00,USD,0.00,USD,\
            Sarah,2026-11-18T11:06:40Z,no,providers/default/callbacks/c1,HIGH,RECONCILIATION,0,\
            2026-11-24T06:00:00Z,,202.00,USD,2027-01-16T07:20:00Z,,0,
            """);
  }

  @Test
  void show_tellsLinesTheCallAndWhatComesNext() {
    CliRun run = CliRun.of(server, "dispute", "show", "d1", "--provider", "default");
    assertThat(run.out())
        .isEqualTo(
            """
            Dispute d1: OPEN
              customer VARN, invoice INV-1, owner Sarah
              1 line over 202.00 USD, credited 0.00 USD, opened 2026-11-17 08:20 +01:00
              priority HIGH, raised by RECONCILIATION, reopened never
              3 h 30 min of business time so far, to be resolved by 2026-11-24 07:00 +01:00
              on hold: 202.00 USD need not be paid until 2027-01-16 08:20 +01:00
              handed off never; nobody who may decide has owned it yet

              LINE  REASON        ASKED             HOURS  HOURS DISPUTED    INVOICED    DISPUTED  OUTCOME  APPROVED  CREDITED  CAUSE  COMMENT
              1-03  UNCORRELATED  CREDIT_PARTIALLY   1.50            1.50  202.00 USD  202.00 USD                     0.00 USD

            Call due 2026-11-18 12:06 +01:00
              Sarah calls Janet, +1 312 555 0142; attempts so far: 2; nobody was reached yet
              callback c1
            """);
    assertThat(run.err())
        .isEqualTo(
            """
            next: redress callback log c1 --outcome REACHED
            next: redress dispute review d1
            """);
  }

  @Test
  void open_takesTheCurrencyOfTheLine() {
    CliRun run =
        CliRun.of(
            server, "dispute", "open", "--line", LINE, "--reason", "rate", "--amount", "40.50");
    OpenDisputeRequest request = (OpenDisputeRequest) disputes.calls.getFirst();
    DisputedLine line = request.getDispute().getLines(0);
    assertThat(line.getLine()).isEqualTo(LINE);
    assertThat(line.getReason()).isEqualTo(DisputedLine.Reason.RATE);
    assertThat(line.getDisputedAmount())
        .isEqualTo(money(40).toBuilder().setNanos(500_000_000).build());
    assertThat(request.getRequestId()).hasSize(36);
    assertThat(run.err())
        .isEqualTo(
            """
            Disputed 1 line; dispute d1 now has 1 line over 202.00 USD.
            next: redress callback log c1 --outcome REACHED
            """);
  }

  @Test
  void resolve_sendsAnOutcomeForEachLineAndTheEtagThatWasSeen() {
    CliRun run = CliRun.of(server, "dispute", "resolve", "d1", "--all-lines", "credited");
    ResolveRequest request = (ResolveRequest) disputes.calls.getLast();
    assertThat(request.getEtag()).isEqualTo("e7");
    assertThat(request.getLineOutcomesList())
        .containsExactly(
            LineOutcome.newBuilder()
                .setLine(LINE)
                .setReason(DisputedLine.Reason.UNCORRELATED)
                .setOutcome(DisputedLine.Outcome.CREDITED)
                .build());
    assertThat(run.err()).startsWith("The dispute is resolved; credited 0.00 USD.\n");
  }

  @Test
  void propose_givesAllLinesTheCause() {
    CliRun.of(
        server, "dispute", "propose", "d1", "--all-lines", "WRITTEN_OFF", "--cause", "rounding");
    ProposeResolutionRequest request = (ProposeResolutionRequest) disputes.calls.getLast();
    assertThat(request.getLineOutcomesList())
        .containsExactly(
            LineOutcome.newBuilder()
                .setLine(LINE)
                .setReason(DisputedLine.Reason.UNCORRELATED)
                .setOutcome(DisputedLine.Outcome.WRITTEN_OFF)
                .setRootCause(RootCause.Code.ROUNDING)
                .build());
    CliRun alone = CliRun.of(server, "dispute", "resolve", "d1", "--cause", "OTHER");
    assertThat(alone.err())
        .isEqualTo("redress: --cause goes with outcomes; add --all-lines or --outcome\n");
    assertThat(alone.exitCode()).isEqualTo(2);
  }

  @Test
  void open_saysWhoRaisedItHowPressingItIsAndWhatIsAskedFor() {
    CliRun.of(
        server,
        ("dispute open --line "
                + LINE
                + " --reason VAGUE --raised-by customer --priority urgent"
                + " --action new-invoice")
            .split(" ", -1));
    Dispute sent = ((OpenDisputeRequest) disputes.calls.getLast()).getDispute();
    assertThat(sent.getRaisedBy()).isEqualTo(Dispute.RaisedBy.CUSTOMER);
    assertThat(sent.getPriority()).isEqualTo(Dispute.Priority.URGENT);
    assertThat(sent.getLines(0).getRequestedAction()).isEqualTo(DisputedLine.Action.NEW_INVOICE);
  }

  @Test
  void resolve_withoutOutcomesCarriesOutWhatWasApproved() {
    CliRun.of(server, "dispute", "resolve", "d1");
    assertThat(((ResolveRequest) disputes.calls.getLast()).getLineOutcomesList()).isEmpty();
  }

  @Test
  void reviewProposeApprove_goThroughTheStates() {
    assertThat(CliRun.of(server, "dispute", "review", "d1").err())
        .startsWith("The dispute is in review.\n");
    assertThat(CliRun.of(server, "dispute", "propose", "d1", "--outcome", "1-03=DENIED").err())
        .startsWith("The outcomes are proposed.\n");
    assertThat(CliRun.of(server, "dispute", "approve", "d1", "-o", "json").out())
        .startsWith("{\n  \"name\": \"providers/default/disputes/d1\"");
    assertThat(disputes.calls)
        .hasExactlyElementsOfTypes(
            BeginReviewRequest.class,
            ProposeResolutionRequest.class,
            ApproveResolutionRequest.class);
  }

  private static Money money(long units) {
    return Money.newBuilder().setUnits(units).setCurrencyCode("USD").build();
  }

  /** Answers everything with the same dispute, and keeps what it was asked to list or change. */
  private static final class Disputes extends DisputeServiceGrpc.DisputeServiceImplBase {
    private final List<Message> calls = new ArrayList<>();

    @Override
    public void getDispute(GetDisputeRequest request, StreamObserver<Dispute> answer) {
      answer(answer, DISPUTE);
    }

    @Override
    public void listDisputes(
        ListDisputesRequest request, StreamObserver<ListDisputesResponse> answer) {
      calls.add(request);
      answer(answer, ListDisputesResponse.newBuilder().addDisputes(DISPUTE).build());
    }

    @Override
    public void openDispute(OpenDisputeRequest request, StreamObserver<Dispute> answer) {
      change(request, answer);
    }

    @Override
    public void beginReview(BeginReviewRequest request, StreamObserver<Dispute> answer) {
      change(request, answer);
    }

    @Override
    public void proposeResolution(
        ProposeResolutionRequest request, StreamObserver<Dispute> answer) {
      change(request, answer);
    }

    @Override
    public void approveResolution(
        ApproveResolutionRequest request, StreamObserver<Dispute> answer) {
      change(request, answer);
    }

    @Override
    public void resolve(ResolveRequest request, StreamObserver<Dispute> answer) {
      change(request, answer);
    }

    private void change(Message request, StreamObserver<Dispute> answer) {
      calls.add(request);
      answer(answer, DISPUTE);
    }
  }

  /** Knows one callback. */
  private static final class Callbacks extends CallbackServiceGrpc.CallbackServiceImplBase {
    @Override
    public void getCallback(GetCallbackRequest request, StreamObserver<Callback> answer) {
      answer(
          answer,
          Callback.newBuilder()
              .setName(request.getName())
              .setOwner("Sarah")
              .setContact("Janet, +1 312 555 0142")
              .setAttemptsBefore(2)
              .setDueTime(DISPUTE.getCallbackDueTime())
              .build());
    }
  }

  /** Knows every line, at 202 dollars. */
  private static final class Invoices extends InvoiceServiceGrpc.InvoiceServiceImplBase {
    @Override
    public void getLaborLine(GetLaborLineRequest request, StreamObserver<LaborLine> answer) {
      answer(
          answer, LaborLine.newBuilder().setName(request.getName()).setAmount(money(202)).build());
    }
  }

  private static <M> void answer(StreamObserver<M> observer, M message) {
    observer.onNext(message);
    observer.onCompleted();
  }
}
