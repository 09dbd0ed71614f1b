package dev.redress.cli.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Coverage;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.GetInvoiceRequest;
import dev.redress.v1.Invoice;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.ListCustomersRequest;
import dev.redress.v1.ListCustomersResponse;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.StartReconciliationResponse;
import dev.redress.v1.Verdict;
import dev.redress.v1.VerifyInvariantsRequest;
import dev.redress.v1.VerifyInvariantsResponse;
import dev.redress.v1.WatchReconciliationRequest;
import dev.redress.v1.WatchReconciliationResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcileCommandTest {
  private static final Coverage COVERAGE =
      Coverage.newBuilder()
          .setLinesTotal(8)
          .addShares(share(Verdict.Answer.MATCHED, 7, 12.25, 1_653))
          .addShares(share(Verdict.Answer.UNMATCHED, 1, 1.5, 202))
          .addInconclusiveCustomers("providers/default/customers/NEW%201")
          .build();

  private final Runs runs = new Runs();
  private final FakeServer server = new FakeServer(runs, new Customers(), new Invoices());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void reconcile_printsTheCoverageAndWhatComesNext() {
    CliRun run = CliRun.of(server, "reconcile", "--from", "2026-09-01", "--customer", "VARN");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            VERDICT    LINES  SHARE %  HOURS       AMOUNT
            MATCHED        7     87.5  12.25  1653.00 USD
            UNMATCHED      1     12.5   1.50   202.00 USD
            Not audited, no request of theirs is in reach: NEW 1
            """);
    assertThat(run.err())
        .isEqualTo(
            """
            2 disputes opened, 3 lines disputed.
            next: redress callback list --due today
            next: redress verdict list --verdict AMBIGUOUS
            """);
    assertThat(runs.started.getScope().getCustomer()).isEqualTo("providers/default/customers/VARN");
    assertThat(runs.started.getScope().getFromDate().getMonth()).isEqualTo(9);
    assertThat(runs.started.getScope().hasToDate()).isFalse();
  }

  @Test
  void reconcile_findsTheCustomerOfAnInvoice() {
    assertThat(CliRun.of(server, "reconcile", "--invoice", "INV-1").exitCode()).isZero();
    assertThat(runs.started.getScope().getInvoice())
        .isEqualTo("providers/default/customers/QUAR/invoices/INV-1");
    CliRun twice = CliRun.of(server, "reconcile", "--invoice", "BOTH");
    assertThat(twice.exitCode()).isEqualTo(3);
    assertThat(twice.err())
        .isEqualTo(
            "redress: several invoices are called 'BOTH'; give one of these names:"
                + " providers/default/customers/QUAR/invoices/BOTH,"
                + " providers/default/customers/VARN/invoices/BOTH\n");
    assertThat(CliRun.of(server, "reconcile", "--invoice", "NONE").exitCode()).isEqualTo(4);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SUCCEEDED    | 0
          INCONCLUSIVE | 0
          FAILED       | 70
          """)
  void reconcile_endsAsTheRunDid(Reconciliation.State state, int exitCode) {
    runs.end = state;
    CliRun run = CliRun.of(server, "reconcile", "-o", "json");
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).contains("\"state\": \"" + state + "\"");
  }

  @Test
  void reconcile_dryRunShowsTheLinesThatWouldNotStand() {
    CliRun run = CliRun.of(server, "reconcile", "--dry-run");
    assertThat(runs.started.getValidateOnly()).isTrue();
    assertThat(run.out()).contains("MATCHED        7").contains("LINE  VERDICT").contains("9-01");
    assertThat(run.err()).startsWith("Nothing was stored.\n");
  }

  @Test
  void verify_exitsWith1WhenAnInvariantIsBroken() {
    CliRun clean = CliRun.of(server, "verify");
    assertThat(clean.exitCode()).isZero();
    assertThat(clean.err()).isEqualTo("All 1 invariants hold.\n");
    assertThat(clean.out()).contains("I1         YES         12  Every open dispute");

    runs.violations = List.of("providers/default/disputes/d has no callback");
    CliRun broken = CliRun.of(server, "verify");
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.err()).startsWith("providers/default/disputes/d has no callback\nBroken: ");
  }

  private static Coverage.Share share(
      Verdict.Answer verdict, long lines, double hours, long units) {
    return Coverage.Share.newBuilder()
        .setVerdict(verdict)
        .setLines(lines)
        .setHours(hours)
        .setAmount(Money.newBuilder().setUnits(units).setCurrencyCode("USD"))
        .build();
  }

  /** Starts runs that move once and end as the test says; loses the first watcher. */
  private static final class Runs extends ReconciliationServiceGrpc.ReconciliationServiceImplBase {
    private StartReconciliationRequest started = StartReconciliationRequest.getDefaultInstance();
    private Reconciliation.State end = Reconciliation.State.SUCCEEDED;
    private List<String> violations = List.of();
    private boolean lost;

    @Override
    public void startReconciliation(
        StartReconciliationRequest request, StreamObserver<StartReconciliationResponse> answer) {
      started = request;
      StartReconciliationResponse.Builder response =
          StartReconciliationResponse.newBuilder()
              .setReconciliation(Reconciliation.newBuilder().setName("r").setCoverage(COVERAGE));
      if (request.getValidateOnly()) {
        response.addOpenVerdicts(
            Verdict.newBuilder().setLine("x/lines/9-01").setVerdict(Verdict.Answer.UNMATCHED));
      }
      answer.onNext(response.build());
      answer.onCompleted();
    }

    @Override
    public void watchReconciliation(
        WatchReconciliationRequest request, StreamObserver<WatchReconciliationResponse> answer) {
      answer.onNext(message(Reconciliation.State.RUNNING));
      if (!lost) {
        lost = true;
        answer.onError(Status.UNAVAILABLE.asRuntimeException());
        return;
      }
      answer.onNext(message(end));
      answer.onCompleted();
    }

    @Override
    public void verifyInvariants(
        VerifyInvariantsRequest request, StreamObserver<VerifyInvariantsResponse> answer) {
      answer.onNext(
          VerifyInvariantsResponse.newBuilder()
              .addChecks(
                  VerifyInvariantsResponse.Check.newBuilder()
                      .setInvariant("I1")
                      .setStatement("Every open dispute has exactly one live callback.")
                      .setChecked(12)
                      .addAllViolations(violations))
              .build());
      answer.onCompleted();
    }

    private static WatchReconciliationResponse message(Reconciliation.State state) {
      return WatchReconciliationResponse.newBuilder()
          .setReconciliation(
              Reconciliation.newBuilder()
                  .setName("r")
                  .setState(state)
                  .setCoverage(COVERAGE)
                  .setDisputesOpened(2)
                  .setLinesDisputed(3))
          .build();
    }
  }

  /** Knows two customers. */
  private static final class Customers extends CustomerServiceGrpc.CustomerServiceImplBase {
    @Override
    public void listCustomers(
        ListCustomersRequest request, StreamObserver<ListCustomersResponse> answer) {
      answer.onNext(
          ListCustomersResponse.newBuilder()
              .addCustomers(Customer.newBuilder().setName("providers/default/customers/QUAR"))
              .addCustomers(Customer.newBuilder().setName("providers/default/customers/VARN"))
              .build());
      answer.onCompleted();
    }
  }

  /** Knows an invoice of one customer, and one that both have. */
  private static final class Invoices extends InvoiceServiceGrpc.InvoiceServiceImplBase {
    @Override
    public void getInvoice(GetInvoiceRequest request, StreamObserver<Invoice> answer) {
      boolean known =
          request.getName().endsWith("QUAR/invoices/INV-1") || request.getName().endsWith("BOTH");
      if (known) {
        answer.onNext(Invoice.newBuilder().setName(request.getName()).build());
        answer.onCompleted();
      } else {
        answer.onError(Status.NOT_FOUND.asRuntimeException());
      }
    }
  }
}
