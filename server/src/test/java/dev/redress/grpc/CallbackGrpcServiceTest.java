package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.redress.customer.ProviderSettings;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.Holidays;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.CallbackServiceGrpc.CallbackServiceBlockingStub;
import dev.redress.v1.ClaimCallbackRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.ListCallbacksRequest;
import dev.redress.v1.ListDueCallbacksRequest;
import dev.redress.v1.ListDueCallbacksResponse;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.LogAttemptResponse;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ReleaseCallbackRequest;
import dev.redress.v1.RescheduleCallbackRequest;
import dev.redress.v1.RescheduleCallbackResponse;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackGrpcServiceTest {

  @ParameterizedTest
  @EnumSource
  void logAttempt_promisesTheNextCall(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute dispute = dispute(billed);
    Callback first = get(kind, dispute.getCallback());
    LogAttemptRequest request =
        attempt(first).setNote("Voicemail full").setRequestId(TestApi.requestId()).build();

    LogAttemptResponse logged = stub(kind).logAttempt(request);

    assertThat(first.getState()).isEqualTo(Callback.State.SCHEDULED);
    assertThat(first.getContact()).isEqualTo("Atlas Dental, +1 312 555 0100");
    assertThat(logged.getCallback().getState()).isEqualTo(Callback.State.SUPERSEDED);
    assertThat(logged.getCallback().getAttempt().getNote()).isEqualTo("Voicemail full");
    assertThat(logged.getCallback().getAttempt().getActor()).isEqualTo("local");
    assertThat(logged.getSuccessor().getPredecessor()).isEqualTo(first.getName());
    assertThat(logged.getSuccessor().getAttemptsBefore()).isEqualTo(1);
    assertThat(stub(kind).logAttempt(request)).isEqualTo(logged);
    assertThat(
            DisputeServiceGrpc.newBlockingStub(billed.api().channel())
                .getDispute(GetDisputeRequest.newBuilder().setName(dispute.getName()).build())
                .getCallback())
        .isEqualTo(logged.getSuccessor().getName());
    assertThat(list(kind, billed, "live = true")).containsExactly(logged.getSuccessor());
    assertThat(list(kind, billed, "live = false")).containsExactly(logged.getCallback());
    Refusal.of(() -> stub(kind).logAttempt(attempt(first).clearEtag().build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CALLBACK_NOT_LIVE);
    Refusal.of(() -> stub(kind).logAttempt(attempt(first).build()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
  }

  @ParameterizedTest
  @EnumSource
  void logAttempt_refuses(TestDatabase.Kind kind) {
    Callback callback = get(kind, dispute(Billed.on(kind)).getCallback());
    Instant now = TestApi.on(kind).advance(Duration.ZERO);

    attemptRefusal(kind, attempt(callback).clearOutcome())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "outcome");
    attemptRefusal(kind, attempt(callback).setOutcomeValue(99))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "outcome");
    attemptRefusal(kind, attempt(callback).setNote("x".repeat(2_001)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "note");
    attemptRefusal(kind, attempt(callback).setFollowUpTime(moment(now.plusSeconds(60))))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "follow_up_time");
    attemptRefusal(
            kind,
            attempt(callback)
                .setOutcome(Callback.Outcome.REACHED)
                .setFollowUpTime(moment(now.minusSeconds(1))))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "follow_up_time");
    attemptRefusal(kind, attempt(callback).setOutcome(Callback.Outcome.CUSTOMER_RESCHEDULED))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "follow_up_time");
    attemptRefusal(
            kind,
            attempt(callback)
                .setOutcome(Callback.Outcome.CUSTOMER_RESCHEDULED)
                .setFollowUpTime(moment(sundayAfter(now))))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "follow_up_time");
    attemptRefusal(kind, attempt(callback).setOutcome(Callback.Outcome.HUNG_UP))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "approach");
    attemptRefusal(kind, attempt(callback).setApproach("ask for Anna"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "approach");
    attemptRefusal(kind, attempt(callback).setContact("+1 312 555 0199"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "contact");
    attemptRefusal(kind, attempt(callback).setContact("x".repeat(201)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "contact");
    attemptRefusal(kind, attempt(callback).setName("providers/nobody/callbacks/c1").clearEtag())
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CALLBACK_NOT_FOUND);
    assertThat(get(kind, callback.getName())).isEqualTo(callback);
  }

  @ParameterizedTest
  @EnumSource
  void logAttempt_goesOnAfterAHangUpAndAWrongNumber(TestDatabase.Kind kind) {
    Callback first = get(kind, dispute(Billed.on(kind)).getCallback());

    Callback otherwise =
        stub(kind)
            .logAttempt(
                attempt(first)
                    .setOutcome(Callback.Outcome.HUNG_UP)
                    .setApproach("ask for the practice manager, not for the bill")
                    .build())
            .getSuccessor();
    Callback elsewhere =
        stub(kind)
            .logAttempt(
                attempt(otherwise)
                    .setOutcome(Callback.Outcome.WRONG_NUMBER)
                    .setContact("Anna Berg, +1 312 555 0199")
                    .build())
            .getSuccessor();
    Callback toManager =
        stub(kind)
            .logAttempt(attempt(elsewhere).setOutcome(Callback.Outcome.WRONG_NUMBER).build())
            .getSuccessor();

    assertThat(otherwise.getApproach()).startsWith("ask for the practice manager");
    assertThat(elsewhere.getApproach()).isEqualTo(otherwise.getApproach());
    assertThat(elsewhere.getContact()).isEqualTo("Anna Berg, +1 312 555 0199");
    assertThat(toManager.getContact()).isEmpty();
    assertThat(toManager.getAttemptsBefore()).isZero();
    assertThat(get(kind, toManager.getName())).isEqualTo(toManager);
  }

  @ParameterizedTest
  @EnumSource
  void claimCallback_keepsOthersOffUntilItsTimeHasPassed(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    Callback callback = get(kind, dispute(Billed.on(kind)).getCallback());
    Instant now = api.advance(Duration.ZERO);
    ClaimCallbackRequest claim =
        ClaimCallbackRequest.newBuilder()
            .setName(callback.getName())
            .setEtag(callback.getEtag())
            .setRequestId(TestApi.requestId())
            .build();

    Callback claimed = as("mia", kind).claimCallback(claim);

    assertThat(claimed.getState()).isEqualTo(Callback.State.CLAIMED);
    assertThat(claimed.getClaim().getActor()).isEqualTo("mia");
    assertThat(claimed.getClaim().getExpireTime()).isEqualTo(moment(now.plusSeconds(1_800)));
    assertThat(claimed.getDueTime()).isEqualTo(callback.getDueTime());
    assertThat(as("mia", kind).claimCallback(claim)).isEqualTo(claimed);
    for (ThrowingCallable other :
        List.<ThrowingCallable>of(
            () -> as("bo", kind).claimCallback(claim(callback)),
            () -> as("bo", kind).releaseCallback(release(callback)),
            () -> as("bo", kind).logAttempt(attempt(callback).clearEtag().build()),
            () -> as("bo", kind).rescheduleCallback(reschedule(callback, openTomorrow(now))))) {
      Refusal refusal = Refusal.of(other);
      refusal.assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CALLBACK_CLAIMED);
      assertThat(refusal.sentence()).contains("claimed by mia until");
      assertThat(refusal.info().getMetadataMap()).containsEntry("claimer", "mia");
    }
    Refusal.of(() -> as("mia", kind).claimCallback(claim.toBuilder().clearRequestId().build()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);

    api.advance(Duration.ofMinutes(30));
    assertThat(get(kind, callback.getName()).getState()).isEqualTo(Callback.State.SCHEDULED);
    assertThat(get(kind, callback.getName()).hasClaim()).isFalse();
    assertThat(as("bo", kind).claimCallback(claim(callback)).getClaim().getActor()).isEqualTo("bo");
    assertThat(as("bo", kind).releaseCallback(release(callback)).hasClaim()).isFalse();
    assertThat(as("mia", kind).releaseCallback(release(callback)))
        .isEqualTo(get(kind, callback.getName()));
  }

  @ParameterizedTest
  @EnumSource
  void claimCallback_refuses(TestDatabase.Kind kind) {
    Callback callback = get(kind, dispute(Billed.on(kind)).getCallback());
    for (long seconds : List.of(0L, 59L, 14_401L)) {
      Refusal.of(
              () ->
                  stub(kind)
                      .claimCallback(
                          claim(callback).toBuilder()
                              .setLease(
                                  com.google.protobuf.Duration.newBuilder().setSeconds(seconds))
                              .build()))
          .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "lease");
    }
    stub(kind).logAttempt(attempt(callback).build());
    Refusal.of(() -> stub(kind).claimCallback(claim(callback)))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CALLBACK_NOT_LIVE);
    Refusal.of(() -> stub(kind).releaseCallback(release(callback)))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CALLBACK_NOT_LIVE);
    Refusal.of(
            () ->
                stub(kind)
                    .claimCallback(
                        ClaimCallbackRequest.newBuilder()
                            .setName("providers/nobody/callbacks/c1")
                            .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CALLBACK_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void rescheduleCallback_promisesASuccessorThreeTimesInARow(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    Dispute dispute = dispute(Billed.on(kind));
    Callback first = get(kind, dispute.getCallback());
    Callback tried = stub(kind).logAttempt(attempt(first).build()).getSuccessor();
    Timestamp due = openTomorrow(api.advance(Duration.ZERO));
    RescheduleCallbackRequest request =
        reschedule(tried, due).toBuilder().setRequestId(TestApi.requestId()).build();

    RescheduleCallbackResponse moved = as("mia", kind).rescheduleCallback(request);

    assertThat(as("mia", kind).rescheduleCallback(request)).isEqualTo(moved);
    assertThat(moved.getCallback().getState()).isEqualTo(Callback.State.SUPERSEDED);
    assertThat(moved.getCallback().hasAttempt()).isFalse();
    assertThat(moved.getCallback().getRescheduling().getActor()).isEqualTo("mia");
    assertThat(moved.getCallback().getRescheduling().getReason()).isEqualTo("Mia is ill");
    assertThat(moved.getCallback().getDueTime()).isEqualTo(tried.getDueTime());
    assertThat(moved.getSuccessor().getDueTime()).isEqualTo(due);
    assertThat(moved.getSuccessor().getAttemptsBefore()).isEqualTo(1);
    assertThat(moved.getSuccessor().getReschedulesBefore()).isEqualTo(1);
    assertThat(
            DisputeServiceGrpc.newBlockingStub(api.channel())
                .getDispute(GetDisputeRequest.newBuilder().setName(dispute.getName()).build())
                .getCallback())
        .isEqualTo(moved.getSuccessor().getName());
    Callback second =
        stub(kind).rescheduleCallback(reschedule(moved.getSuccessor(), due)).getSuccessor();
    Callback third = stub(kind).rescheduleCallback(reschedule(second, due)).getSuccessor();
    Refusal.of(() -> stub(kind).rescheduleCallback(reschedule(third, due)))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CALLBACK_RESCHEDULED_TOO_OFTEN);
    assertThat(get(kind, third.getName())).isEqualTo(third);
    assertThat(stub(kind).logAttempt(attempt(third).build()).getSuccessor().getReschedulesBefore())
        .isZero();
  }

  @ParameterizedTest
  @EnumSource
  void rescheduleCallback_refuses(TestDatabase.Kind kind) {
    Callback callback = get(kind, dispute(Billed.on(kind)).getCallback());
    Instant now = TestApi.on(kind).advance(Duration.ZERO);
    Timestamp tomorrow = openTomorrow(now);

    rescheduleRefusal(kind, reschedule(callback, tomorrow).toBuilder().setReason(" "))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
    rescheduleRefusal(kind, reschedule(callback, tomorrow).toBuilder().clearDueTime())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "due_time");
    for (Instant due :
        List.of(now, sundayAfter(now), now.plus(Duration.ofDays(8)), now.minusSeconds(60))) {
      rescheduleRefusal(kind, reschedule(callback, moment(due)).toBuilder())
          .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "due_time");
    }
    rescheduleRefusal(kind, reschedule(callback, tomorrow).toBuilder().setEtag("v9"))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    stub(kind).logAttempt(attempt(callback).build());
    rescheduleRefusal(kind, reschedule(callback, tomorrow).toBuilder())
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CALLBACK_NOT_LIVE);
  }

  @ParameterizedTest
  @EnumSource
  void listDue_givesEachOnceByDueTime(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    List<String> promised = new ArrayList<>();
    for (String id : List.of("A", "B", "C")) {
      promised.add(dispute(Billed.of(api, provider, id)).getCallback());
    }
    ListDueCallbacksRequest list =
        ListDueCallbacksRequest.newBuilder().setParent(provider).setPageSize(2).build();
    assertThat(stub(kind).listDueCallbacks(list).getCallbacksList()).isEmpty();

    api.advance(Duration.ofDays(4));
    ListDueCallbacksResponse first = stub(kind).listDueCallbacks(list);
    ListDueCallbacksResponse second =
        stub(kind)
            .listDueCallbacks(list.toBuilder().setPageToken(first.getNextPageToken()).build());

    List<Callback> due = new ArrayList<>(first.getCallbacksList());
    due.addAll(second.getCallbacksList());
    assertThat(due).extracting(Callback::getName).containsExactlyInAnyOrderElementsOf(promised);
    assertThat(due).allMatch(callback -> callback.getState() == Callback.State.DUE);
    assertThat(second.getNextPageToken()).isEmpty();
    ListDueCallbacksRequest otherOwner =
        list.toBuilder().setOwner("mia").setPageToken(first.getNextPageToken()).build();
    Refusal.of(() -> stub(kind).listDueCallbacks(otherOwner))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
    assertThat(
            stub(kind)
                .listDueCallbacks(otherOwner.toBuilder().clearPageToken().build())
                .getCallbacksList())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void unknownOnes_areNotFound(TestDatabase.Kind kind) {
    Refusal.of(() -> get(kind, "providers/nobody/callbacks/c1"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CALLBACK_NOT_FOUND);
    Refusal.of(
            () ->
                stub(kind)
                    .listDueCallbacks(
                        ListDueCallbacksRequest.newBuilder().setParent("providers/nobody").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  /** A moment at which nobody is called. */
  private static Instant sundayAfter(Instant now) {
    return now.atOffset(ZoneOffset.UTC)
        .with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
        .withHour(12)
        .toInstant();
  }

  /** A moment of the next working day at which Atlas in Chicago is called. */
  private static Timestamp openTomorrow(Instant now) {
    BusinessCalendar calendar =
        new BusinessCalendar(
            ProviderSettings.DEFAULT.businessWeek(), ZoneId.of("America/Chicago"), Holidays.NONE);
    return moment(calendar.plusDays(now, 1));
  }

  private static CallbackServiceBlockingStub as(String actor, TestDatabase.Kind kind) {
    Metadata headers = new Metadata();
    headers.put(AccessInterceptor.ACTOR, actor);
    return stub(kind).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static ClaimCallbackRequest claim(Callback callback) {
    return ClaimCallbackRequest.newBuilder().setName(callback.getName()).build();
  }

  private static ReleaseCallbackRequest release(Callback callback) {
    return ReleaseCallbackRequest.newBuilder().setName(callback.getName()).build();
  }

  private static RescheduleCallbackRequest reschedule(Callback callback, Timestamp due) {
    return RescheduleCallbackRequest.newBuilder()
        .setName(callback.getName())
        .setDueTime(due)
        .setReason("Mia is ill")
        .build();
  }

  private static Refusal rescheduleRefusal(
      TestDatabase.Kind kind, RescheduleCallbackRequest.Builder request) {
    return Refusal.of(() -> stub(kind).rescheduleCallback(request.build()));
  }

  private static Dispute dispute(Billed billed) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel())
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
  }

  private static LogAttemptRequest.Builder attempt(Callback callback) {
    return LogAttemptRequest.newBuilder()
        .setName(callback.getName())
        .setOutcome(Callback.Outcome.NO_ANSWER)
        .setEtag(callback.getEtag());
  }

  private static Refusal attemptRefusal(TestDatabase.Kind kind, LogAttemptRequest.Builder attempt) {
    return Refusal.of(() -> stub(kind).logAttempt(attempt.build()));
  }

  private static CallbackServiceBlockingStub stub(TestDatabase.Kind kind) {
    return CallbackServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static Callback get(TestDatabase.Kind kind, String name) {
    return stub(kind).getCallback(GetCallbackRequest.newBuilder().setName(name).build());
  }

  private static List<Callback> list(TestDatabase.Kind kind, Billed billed, String filter) {
    return stub(kind)
        .listCallbacks(
            ListCallbacksRequest.newBuilder()
                .setParent(billed.provider())
                .setFilter(filter)
                .build())
        .getCallbacksList();
  }

  private static Timestamp moment(Instant moment) {
    return TimeProtos.toProto(moment);
  }
}
