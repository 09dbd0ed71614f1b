package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Commitment;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.KeepPromiseRequest;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.Promise;
import dev.redress.v1.PromiseServiceGrpc;
import dev.redress.v1.ReleasePromiseRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A promise that nobody keeps goes up like a call that nobody makes. */
class PromiseEscalationGrpcTest {

  @ParameterizedTest
  @EnumSource
  void promise_escalatesUntilItIsKept(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Promise promise = promised(billed);

    List<Escalation> fired = escalate(billed, 3);

    assertThat(fired)
        .allSatisfy(
            each -> {
              assertThat(each.getSubjectKind()).isEqualTo(Escalation.SubjectKind.PROMISE);
              assertThat(each.getSubject()).isEqualTo(promise.getName());
              assertThat(each.getDispute()).isEqualTo(promise.getDispute());
              assertThat(each.getCustomer()).isEqualTo(promise.getCustomer());
              assertThat(each.getDueTime()).isEqualTo(promise.getDueTime());
              assertThat(each.getCallback()).isEmpty();
              assertThat(each.getState()).isEqualTo(Escalation.State.OPEN);
            });
    assertThat(fired)
        .extracting(Escalation::getRole)
        .containsExactly(
            Escalation.Role.OWNER, Escalation.Role.LEAD, Escalation.Role.ACCOUNT_MANAGER);
    assertThat(fired.get(0).getPerson()).isEqualTo(promise.getOwner());
    assertThat(fired.get(1).getPerson()).isEqualTo("lead");
    assertThat(fired.get(1).getLevelTime().getSeconds())
        .isLessThan(promise.getDueTime().getSeconds());
    assertThat(fired.get(2).getLevelTime().getSeconds())
        .isGreaterThan(promise.getDueTime().getSeconds());

    PromiseServiceGrpc.newBlockingStub(billed.api().channel())
        .keepPromise(KeepPromiseRequest.newBuilder().setName(promise.getName()).build());

    assertClosedForGood(billed, 3);
  }

  @ParameterizedTest
  @EnumSource
  void promise_isSilentOnceTheCustomerReleasesUs(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Promise promise = promised(billed);
    escalate(billed, 1);

    PromiseServiceGrpc.newBlockingStub(billed.api().channel())
        .releasePromise(
            ReleasePromiseRequest.newBuilder()
                .setName(promise.getName())
                .setReason("they asked Tom themselves")
                .build());

    assertClosedForGood(billed, 1);
  }

  private static void assertClosedForGood(Billed billed, int count) {
    assertThat(list(billed))
        .hasSize(count)
        .extracting(Escalation::getState)
        .containsOnly(Escalation.State.CLOSED);
    for (int i = 0; i < 6; i++) {
      billed.api().advance(Duration.ofHours(12));
      billed.api().escalate();
    }
    assertThat(list(billed)).hasSize(count);
  }

  /** Lets time pass until so many have fired. */
  private static List<Escalation> escalate(Billed billed, int count) {
    for (int i = 0; i < 500; i++) {
      billed.api().escalate();
      List<Escalation> fired = list(billed);
      if (fired.size() == count) {
        return fired;
      }
      billed.api().advance(Duration.ofMinutes(20));
    }
    throw new AssertionError("nothing fires");
  }

  private static List<Escalation> list(Billed billed) {
    return EscalationServiceGrpc.newBlockingStub(billed.api().channel())
        .listEscalations(
            ListEscalationsRequest.newBuilder()
                .setParent(billed.provider())
                .setFilter("subject_kind = PROMISE")
                .build())
        .getEscalationsList();
  }

  /** What a customer was promised for in two days, on a first call. */
  private static Promise promised(Billed billed) {
    Dispute dispute =
        DisputeServiceGrpc.newBlockingStub(billed.api().channel())
            .openDispute(
                OpenDisputeRequest.newBuilder()
                    .setParent(billed.provider())
                    .setDispute(
                        Dispute.newBuilder()
                            .addLines(
                                DisputedLine.newBuilder()
                                    .setLine(billed.line("L1"))
                                    .setReason(DisputedLine.Reason.RATE)))
                    .build());
    Instant now = billed.api().advance(Duration.ZERO);
    return CallbackServiceGrpc.newBlockingStub(billed.api().channel())
        .logAttempt(
            LogAttemptRequest.newBuilder()
                .setName(dispute.getCallback())
                .setOutcome(Callback.Outcome.REACHED)
                .setNote("spoke to Dr. Kim")
                .addPromises(
                    Commitment.newBuilder()
                        .setText("send the report")
                        .setDueTime(TimeProtos.toProto(now.plus(Duration.ofDays(2)))))
                .build())
        .getPromises(0);
  }
}
