package dev.redress.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Coverage;
import dev.redress.v1.Finding;
import dev.redress.v1.Import;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportProblem;
import dev.redress.v1.ReconcileFileRequest;
import dev.redress.v1.ReconcileFileResponse;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.Verdict;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code redress import invoices FILE --dry-run --findings}. */
class FindingsCheckTest {
  private static final String LINE =
      "providers/default/customers/VARN/invoices/INV-7/lines/INV-7-3";
  private static final Money AMOUNT =
      Money.newBuilder().setCurrencyCode("USD").setUnits(90).build();

  @TempDir private Path folder;

  private final Checks checks = new Checks();
  private final FakeServer server = new FakeServer(checks);

  @BeforeEach
  void writeFile() throws IOException {
    Files.writeString(folder.resolve("bill.csv"), "whole");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void check_showsWhatWouldNotStand() {
    CliRun run = check("--currency", "usd");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("VERDICT")
        .contains("INV-7-3")
        .contains("DUPLICATE")
        .contains("billed once");
    assertThat(run.err())
        .startsWith("3 rows: 3 created")
        .endsWith("Nothing was stored.\nnext: redress import invoices FILE\n");
    assertThat(checks.header.getKind()).isEqualTo(Import.Kind.INVOICES);
    assertThat(checks.header.getCurrency()).isEqualTo("USD");
    assertThat(checks.header.getParent()).isEqualTo("providers/default");
    assertThat(checks.content).isEqualTo("whole");
  }

  @Test
  void check_asCsvIsARowAFinding() {
    assertThat(check("-o", "csv").out().lines())
        .containsExactly(
            "line,code,at_stake,at_stake_currency,billed,expected,rule,related",
            LINE + ",DUPLICATE,90.00,USD,1 h,billed once,the line 2,");
  }

  @Test
  void check_asJsonIsTheWholeAnswer() {
    assertThat(check("-o", "json").out())
        .contains("\"import\"")
        .contains("\"openVerdicts\"")
        .contains("\"findingDetails\"");
  }

  @Test
  void check_withRowsThatAreWrong_exitsWith8() {
    checks.answer =
        checks.answer.toBuilder()
            .setImport(
                Import.newBuilder()
                    .setRowsRead(3)
                    .setRowsRejected(1)
                    .addFirstProblems(
                        ImportProblem.newBuilder()
                            .setLine(7)
                            .setColumn("hours")
                            .setMessage("hours must not be empty")))
            .build();
    CliRun run = check();

    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.out()).contains("hours must not be empty").contains("DUPLICATE");
  }

  @Test
  void check_saysHowManyRowsWereNone() {
    checks.answer =
        checks.answer.toBuilder()
            .setImport(Import.newBuilder().setRowsRead(3).setRowsSkipped(1))
            .build();

    assertThat(check().err()).contains("1 row was skipped, as the mapping says.\n");
  }

  @Test
  void check_ofNothingSaysLoudlyThatNothingWasAudited() {
    checks.answer =
        ReconcileFileResponse.newBuilder()
            .setReconciliation(
                Reconciliation.newBuilder().setState(Reconciliation.State.INCONCLUSIVE))
            .build();

    assertThat(check().err()).contains("Inconclusive: there were no lines or no requests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoices", "requests --dry-run"})
  void findingsAreForABillThatIsNotStored(String arguments) {
    String file = folder.resolve("bill.csv").toString();
    CliRun run =
        CliRun.of(server, ("import " + arguments + " " + file + " --findings").split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("use it as import invoices FILE --dry-run --findings");
    assertThat(checks.header).isEqualTo(ImportHeader.getDefaultInstance());
  }

  private CliRun check(String... options) {
    String[] command = {
      "import", "invoices", folder.resolve("bill.csv").toString(), "--dry-run", "--findings"
    };
    String[] all = new String[command.length + options.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(options, 0, all, command.length, options.length);
    return CliRun.of(server, all);
  }

  /** Finds the same in any file. */
  private static final class Checks
      extends ReconciliationServiceGrpc.ReconciliationServiceImplBase {
    private ImportHeader header = ImportHeader.getDefaultInstance();
    private String content = "";
    private ReconcileFileResponse answer =
        ReconcileFileResponse.newBuilder()
            .setImport(Import.newBuilder().setRowsRead(3).setRowsCreated(3))
            .setReconciliation(
                Reconciliation.newBuilder()
                    .setState(Reconciliation.State.SUCCEEDED)
                    .setCoverage(
                        Coverage.newBuilder()
                            .setLinesTotal(3)
                            .addShares(
                                Coverage.Share.newBuilder()
                                    .setVerdict(Verdict.Answer.MATCHED)
                                    .setLines(3)
                                    .setHours(3)
                                    .setAmount(AMOUNT))))
            .addOpenVerdicts(
                Verdict.newBuilder()
                    .setLine(LINE)
                    .setVerdict(Verdict.Answer.MATCHED)
                    .setAmount(AMOUNT)
                    .addFindings(Finding.Code.DUPLICATE)
                    .addFindingDetails(
                        Finding.newBuilder()
                            .setLine(LINE)
                            .setCode(Finding.Code.DUPLICATE)
                            .setBilled("1 h")
                            .setExpected("billed once")
                            .setRule("the line 2")
                            .setAtStake(AMOUNT)))
            .build();

    @Override
    public StreamObserver<ReconcileFileRequest> reconcileFile(
        StreamObserver<ReconcileFileResponse> observer) {
      return new StreamObserver<>() {
        @Override
        public void onNext(ReconcileFileRequest part) {
          if (part.hasHeader()) {
            header = part.getHeader();
          } else {
            content += part.getContent().toStringUtf8();
          }
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {
          observer.onNext(answer);
          observer.onCompleted();
        }
      };
    }
  }
}
