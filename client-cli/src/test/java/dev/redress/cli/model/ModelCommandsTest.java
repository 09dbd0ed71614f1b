package dev.redress.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.FitModelRequest;
import dev.redress.v1.FitReport;
import dev.redress.v1.ListModelsRequest;
import dev.redress.v1.ListModelsResponse;
import dev.redress.v1.Model;
import dev.redress.v1.ModelServiceGrpc;
import dev.redress.v1.UseModelRequest;
import dev.redress.v1.VerifyReplayRequest;
import dev.redress.v1.VerifyReplayResponse;
import dev.redress.v1.VerifyReplayResponse.CustomerReplay;
import io.grpc.stub.StreamObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of fits, choices and replays. */
class ModelCommandsTest {
  private static final Model FITTED =
      Model.newBuilder()
          .setName("providers/default/models/fit-1")
          .setCreator("dana")
          .setReport(
              FitReport.newBuilder()
                  .setComparedWith("default-3")
                  .setConfirmedLines(80)
                  .setReferenceLines(20)
                  .setWeightLines(60)
                  .setCalibrationLines(20)
                  .setHeldBackLines(20)
                  .setTargetPrecision(0.97)
                  .setTargetReached(true)
                  .addChanges(
                      FitReport.Change.newBuilder()
                          .setName("technician.assigneeShare")
                          .setBefore(0.65)
                          .setAfter(0.8))
                  .setBefore(quality(15))
                  .setAfter(quality(16)))
          .build();

  private final Fake fake = new Fake();
  private final FakeServer server = new FakeServer(fake);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void fit_reportsWhatChangedAndThatNobodyUsesIt() {
    CliRun run = CliRun.of(server, "model", "fit");
    assertThat(run.out())
        .isEqualTo(
            """
            labels: 80 confirmed, 0 rejected, 0 accepted, 20 by reference; 60 for weights, 20 for calibration, 20 held back

            NUMBER                    BEFORE  AFTER
            technician.assigneeShare   0.650  0.800

            quality on 20 lines held back, default-3 -> fitted:
              best candidate right  15 of 20 (75.0 %) -> 16 of 20 (80.0 %)
              MATCHED and right     9 of 10 (90.0 %) -> 9 of 10 (90.0 %)
              Brier score           0.1000 -> 0.1000
            the threshold is set for a precision of 0.970
            """);
    assertThat(run.err())
        .contains("Stored as fit-1, which is not in use until you say so.")
        .contains("next: redress model use fit-1 --reason TEXT");
    assertThat(fake.fit.getTargetPrecision()).isEqualTo(0.97);
    assertThat(fake.fit.getValidateOnly()).isFalse();
    assertThat(fake.used.getName()).isEmpty();
  }

  @Test
  void fit_usesItAtOnceOnlyWithAReason() {
    assertThat(CliRun.of(server, "model", "fit", "--use").exitCode()).isEqualTo(2);
    CliRun run = CliRun.of(server, "model", "fit", "--use", "--reason", "reviewed");
    assertThat(run.exitCode()).isZero();
    assertThat(fake.used.getName()).isEqualTo("providers/default/models/fit-1");
    assertThat(fake.used.getReason()).isEqualTo("reviewed");
    assertThat(fake.used.getRequestId()).isNotEmpty();
    assertThat(run.err()).contains("In use: fit-1;");
  }

  @Test
  void list_showsWhatEachWasWorth() {
    assertThat(CliRun.of(server, "model", "list").out())
        .startsWith("MODEL  IN USE  LABELS  MATCHED RIGHT     FIRST RIGHT")
        .contains("fit-1  NO         100  9 of 10 (90.0 %)  16 of 20 (80.0 %)  dana");
  }

  @Test
  void replay_failsWhenVerdictsDiffer() {
    CliRun run = CliRun.of(server, "model", "replay", "r1");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(fake.replayed.getReconciliation()).isEqualTo("providers/default/reconciliations/r1");
    assertThat(run.out())
        .isEqualTo(
            """
            CUSTOMER  OUTCOME    DIFFERING LINES
            VARN      DIFFERENT  1-03
            """);
    assertThat(run.err())
        .startsWith(
            "By default-3: 4 customers the same to the byte, 1 different, 0 with other facts by"
                + " now, 0 unknown.");
  }

  private static FitReport.Quality quality(int right) {
    return FitReport.Quality.newBuilder()
        .setLines(20)
        .setLinesWithRequest(20)
        .setFirstRight(right)
        .setMatched(10)
        .setMatchedRight(9)
        .setBrier(0.1)
        .build();
  }

  /** Knows one model, and what it was told. */
  private static final class Fake extends ModelServiceGrpc.ModelServiceImplBase {
    private FitModelRequest fit = FitModelRequest.getDefaultInstance();
    private UseModelRequest used = UseModelRequest.getDefaultInstance();
    private VerifyReplayRequest replayed = VerifyReplayRequest.getDefaultInstance();

    @Override
    public void fitModel(FitModelRequest request, StreamObserver<Model> answer) {
      fit = request;
      answer.onNext(FITTED);
      answer.onCompleted();
    }

    @Override
    public void listModels(ListModelsRequest request, StreamObserver<ListModelsResponse> answer) {
      answer.onNext(ListModelsResponse.newBuilder().addModels(FITTED).build());
      answer.onCompleted();
    }

    @Override
    public void useModel(UseModelRequest request, StreamObserver<Model> answer) {
      used = request;
      answer.onNext(FITTED.toBuilder().setInUse(true).build());
      answer.onCompleted();
    }

    @Override
    public void verifyReplay(
        VerifyReplayRequest request, StreamObserver<VerifyReplayResponse> answer) {
      replayed = request;
      answer.onNext(
          VerifyReplayResponse.newBuilder()
              .setModel("providers/default/models/default-3")
              .setSame(4)
              .setDifferent(1)
              .addCustomers(
                  CustomerReplay.newBuilder()
                      .setCustomer("providers/default/customers/VARN")
                      .setOutcome(CustomerReplay.Outcome.DIFFERENT)
                      .addDifferingLines("providers/default/customers/VARN/invoices/I/lines/1-03"))
              .build());
      answer.onCompleted();
    }
  }
}
