package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AuthorityLimit;
import dev.redress.v1.AuthorityServiceGrpc;
import dev.redress.v1.AuthorityServiceGrpc.AuthorityServiceBlockingStub;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Credit;
import dev.redress.v1.DeleteAuthorityLimitRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceBlockingStub;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.DisputedLine.Outcome;
import dev.redress.v1.DisputedLine.Reason;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.ListAuthorityLimitsRequest;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ReopenDisputeRequest;
import dev.redress.v1.ResolveRequest;
import dev.redress.v1.ReverseCreditRequest;
import dev.redress.v1.SetAuthorityLimitRequest;
import io.grpc.Status;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may concede what, and taking credits back. */
class AuthorityGrpcServiceTest {

  @ParameterizedTest
  @EnumSource
  void limits_areSetListedAndTakenAway(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    AuthorityLimit clerk =
        AuthorityLimit.newBuilder()
            .setRole(AuthorityLimit.Role.CLERK)
            .setLimit(Billed.usd(100))
            .build();
    AuthorityLimit mia =
        AuthorityLimit.newBuilder().setPerson("mia").setLimit(Billed.usd(500)).build();
    AuthorityLimit goodwill =
        AuthorityLimit.newBuilder().setGoodwill(true).setLimit(Billed.usd(25)).build();

    set(billed, clerk.toBuilder().setLimit(Billed.usd(7)).build());
    for (AuthorityLimit limit : List.of(clerk, mia, goodwill)) {
      assertThat(set(billed, limit)).isEqualTo(limit);
    }
    assertThat(limits(billed)).containsExactly(goodwill, mia, clerk);
    ListAuthorityLimitsRequest two =
        ListAuthorityLimitsRequest.newBuilder().setParent(billed.provider()).setPageSize(2).build();
    String next = authority(kind).listAuthorityLimits(two).getNextPageToken();
    assertThat(
            authority(kind)
                .listAuthorityLimits(two.toBuilder().setPageToken(next).build())
                .getAuthorityLimitsList())
        .containsExactly(clerk);
    for (int times = 0; times < 2; times++) {
      authority(kind)
          .deleteAuthorityLimit(
              DeleteAuthorityLimitRequest.newBuilder()
                  .setParent(billed.provider())
                  .setAuthorityLimit(mia)
                  .build());
    }

    assertThat(limits(billed)).containsExactlyInAnyOrder(clerk, goodwill);
  }

  @ParameterizedTest
  @EnumSource
  void limits_areRefused(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);

    refused(billed, AuthorityLimit.newBuilder().setLimit(Billed.usd(1)), "authority_limit");
    refused(billed, AuthorityLimit.newBuilder().setPerson("mia"), "authority_limit.limit");
    refused(
        billed,
        AuthorityLimit.newBuilder().setPerson(" ").setLimit(Billed.usd(1)),
        "authority_limit.person");
    refused(
        billed,
        AuthorityLimit.newBuilder().setPerson("mia").setLimit(Billed.usd(-1)),
        "authority_limit.limit");
    Refusal.of(
            () ->
                authority(kind)
                    .listAuthorityLimits(
                        ListAuthorityLimitsRequest.newBuilder()
                            .setParent("providers/nobody")
                            .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void approve_isRefusedAboveTheLimitAndGoodwillNeedsNobody(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    set(
        billed,
        AuthorityLimit.newBuilder()
            .setRole(AuthorityLimit.Role.CLERK)
            .setLimit(Billed.usd(20))
            .build());
    Dispute reached = reached(kind, open(billed, "L1"));
    ResolveRequest request =
        ResolveRequest.newBuilder()
            .setName(reached.getName())
            .setOtherLinesOutcome(Outcome.CREDITED)
            .build();

    Refusal.of(() -> disputes(kind).resolve(request))
        .assertIs(Status.Code.PERMISSION_DENIED, ErrorReason.AUTHORITY_EXCEEDED);
    assertThat(get(kind, reached).getState()).isEqualTo(Dispute.State.OPEN);
    set(billed, AuthorityLimit.newBuilder().setGoodwill(true).setLimit(Billed.usd(100)).build());
    Dispute resolved = disputes(kind).resolve(request);

    assertThat(resolved.getState()).isEqualTo(Dispute.State.RESOLVED);
    assertThat(resolved.getCreditedAmount()).isEqualTo(Billed.usd(100));
  }

  @ParameterizedTest
  @EnumSource
  void reverse_takesAWrongCreditBackOnceAndOnlyWhileSomebodyCalls(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute resolved =
        disputes(kind)
            .resolve(
                ResolveRequest.newBuilder()
                    .setName(reached(kind, open(billed, "L1")).getName())
                    .setOtherLinesOutcome(Outcome.CREDITED)
                    .build());
    Credit credit = credits(billed).getFirst();
    ReverseCreditRequest request =
        ReverseCreditRequest.newBuilder()
            .setName(credit.getName())
            .setReason("the work order was found")
            .build();

    Refusal.of(() -> disputes(kind).reverseCredit(request.toBuilder().clearReason().build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
    Refusal.of(
            () ->
                disputes(kind)
                    .reverseCredit(
                        request.toBuilder().setName(billed.provider() + "/credits/none").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CREDIT_NOT_FOUND);
    Refusal.of(() -> disputes(kind).reverseCredit(request))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.INVOICE_HAS_NO_OPEN_DISPUTE);
    disputes(kind)
        .reopenDispute(
            ReopenDisputeRequest.newBuilder()
                .setName(resolved.getName())
                .setReason("the credit was wrong")
                .build());
    Credit reversal = disputes(kind).reverseCredit(request);

    assertThat(reversal.getAmount()).isEqualTo(Billed.usd(-100));
    assertThat(reversal.getCreditedTotal()).isEqualTo(Billed.usd(0));
    assertThat(reversal.getReversedCredit()).isEqualTo(credit.getName());
    assertThat(get(kind, resolved).getCreditedAmount()).isEqualTo(Billed.usd(0));
    // The money that was taken back is in dispute again.
    assertThat(get(kind, resolved).getDisputedAmount()).isEqualTo(Billed.usd(100));
    Refusal.of(() -> disputes(kind).reverseCredit(request))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CREDIT_REVERSED);
    Refusal.of(
            () ->
                disputes(kind)
                    .reverseCredit(request.toBuilder().setName(reversal.getName()).build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CREDIT_REVERSED);

    Dispute again = reached(kind, get(kind, resolved));
    disputes(kind)
        .resolve(
            ResolveRequest.newBuilder()
                .setName(again.getName())
                .setOtherLinesOutcome(Outcome.CREDITED)
                .build());
    assertThat(credits(billed)).hasSize(3);
    assertThat(get(kind, resolved).getCreditedAmount()).isEqualTo(Billed.usd(100));
  }

  private static void refused(Billed billed, AuthorityLimit.Builder limit, String field) {
    Refusal.of(() -> set(billed, limit.build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, field);
  }

  private static AuthorityLimit set(Billed billed, AuthorityLimit limit) {
    return AuthorityServiceGrpc.newBlockingStub(billed.api().channel())
        .setAuthorityLimit(
            SetAuthorityLimitRequest.newBuilder()
                .setParent(billed.provider())
                .setAuthorityLimit(limit)
                .build());
  }

  private static List<AuthorityLimit> limits(Billed billed) {
    return AuthorityServiceGrpc.newBlockingStub(billed.api().channel())
        .listAuthorityLimits(
            ListAuthorityLimitsRequest.newBuilder().setParent(billed.provider()).build())
        .getAuthorityLimitsList();
  }

  private static List<Credit> credits(Billed billed) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel())
        .listCredits(ListCreditsRequest.newBuilder().setParent(billed.provider()).build())
        .getCreditsList();
  }

  private static Dispute open(Billed billed, String line) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel())
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
  }

  private static Dispute reached(TestDatabase.Kind kind, Dispute dispute) {
    CallbackServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
        .logAttempt(
            LogAttemptRequest.newBuilder()
                .setName(dispute.getCallback())
                .setOutcome(Callback.Outcome.REACHED)
                .build());
    return get(kind, dispute);
  }

  private static Dispute get(TestDatabase.Kind kind, Dispute dispute) {
    return disputes(kind)
        .getDispute(GetDisputeRequest.newBuilder().setName(dispute.getName()).build());
  }

  private static DisputeServiceBlockingStub disputes(TestDatabase.Kind kind) {
    return DisputeServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static AuthorityServiceBlockingStub authority(TestDatabase.Kind kind) {
    return AuthorityServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }
}
