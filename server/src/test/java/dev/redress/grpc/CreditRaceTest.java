package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.persistence.TestDatabase;
import dev.redress.v1.ApproveResolutionRequest;
import dev.redress.v1.BeginReviewRequest;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Credit;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceBlockingStub;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.DisputedLine.Outcome;
import dev.redress.v1.DisputedLine.Reason;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ProposeResolutionRequest;
import dev.redress.v1.ReopenDisputeRequest;
import dev.redress.v1.ResolveRequest;
import dev.redress.v1.ReverseCreditRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several people give or take back the same money at the same moment: one of them does. */
class CreditRaceTest {
  private static final int PEOPLE = 6;

  @ParameterizedTest
  @EnumSource
  void resolve_byManyAtOnceCreditsOnce(TestDatabase.Kind kind) throws Exception {
    Billed billed = Billed.on(kind);
    Dispute dispute = reached(billed, "L1");
    var _ =
        disputes(billed)
            .beginReview(BeginReviewRequest.newBuilder().setName(dispute.getName()).build());
    var _ =
        disputes(billed)
            .proposeResolution(
                ProposeResolutionRequest.newBuilder()
                    .setName(dispute.getName())
                    .setOtherLinesOutcome(Outcome.CREDITED)
                    .build());
    var _ =
        disputes(billed)
            .approveResolution(
                ApproveResolutionRequest.newBuilder().setName(dispute.getName()).build());

    List<Status.Code> answers =
        atOnce(
            () ->
                disputes(billed)
                    .resolve(ResolveRequest.newBuilder().setName(dispute.getName()).build()));

    assertThat(answers)
        .containsOnlyOnce(Status.Code.OK)
        .containsOnly(Status.Code.OK, Status.Code.FAILED_PRECONDITION);
    assertThat(credits(billed)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void reverse_byManyAtOnceTakesBackOnce(TestDatabase.Kind kind) throws Exception {
    Billed billed = Billed.on(kind);
    Dispute resolved = disputes(billed).resolve(credited(reached(billed, "L1")));
    Credit credit = credits(billed).getFirst();
    var _ =
        disputes(billed)
            .reopenDispute(
                ReopenDisputeRequest.newBuilder()
                    .setName(resolved.getName())
                    .setReason("the credit was wrong")
                    .build());

    List<Status.Code> answers =
        atOnce(
            () ->
                disputes(billed)
                    .reverseCredit(
                        ReverseCreditRequest.newBuilder()
                            .setName(credit.getName())
                            .setReason("the work order was found")
                            .build()));

    assertThat(answers)
        .containsOnlyOnce(Status.Code.OK)
        .containsOnly(Status.Code.OK, Status.Code.FAILED_PRECONDITION);
    assertThat(credits(billed)).hasSize(2);
  }

  private static List<Status.Code> atOnce(Callable<?> call) throws Exception {
    try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
      List<Status.Code> answers = new ArrayList<>();
      Callable<Status.Code> told =
          () -> {
            try {
              var _ = call.call();
              return Status.Code.OK;
            } catch (StatusRuntimeException e) {
              return e.getStatus().getCode();
            }
          };
      for (Future<Status.Code> each : people.invokeAll(Collections.nCopies(PEOPLE, told))) {
        answers.add(each.get());
      }
      return answers;
    }
  }

  private static ResolveRequest credited(Dispute dispute) {
    return ResolveRequest.newBuilder()
        .setName(dispute.getName())
        .setOtherLinesOutcome(Outcome.CREDITED)
        .build();
  }

  private static Dispute reached(Billed billed, String line) {
    Dispute dispute =
        disputes(billed)
            .openDispute(
                OpenDisputeRequest.newBuilder()
                    .setParent(billed.provider())
                    .setRequestId(UUID.randomUUID().toString())
                    .setDispute(
                        Dispute.newBuilder()
                            .addLines(
                                DisputedLine.newBuilder()
                                    .setLine(billed.line(line))
                                    .setReason(Reason.NOT_DELIVERED)))
                    .build());
    var _ =
        CallbackServiceGrpc.newBlockingStub(billed.api().channel())
            .logAttempt(
                LogAttemptRequest.newBuilder()
                    .setName(dispute.getCallback())
                    .setOutcome(Callback.Outcome.REACHED)
                    .build());
    return dispute;
  }

  private static List<Credit> credits(Billed billed) {
    return disputes(billed)
        .listCredits(ListCreditsRequest.newBuilder().setParent(billed.provider()).build())
        .getCreditsList();
  }

  private static DisputeServiceBlockingStub disputes(Billed billed) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel());
  }
}
