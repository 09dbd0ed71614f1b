package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.protobuf.Empty;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Absence;
import dev.redress.v1.AbsenceServiceGrpc;
import dev.redress.v1.AbsenceServiceGrpc.AbsenceServiceBlockingStub;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.CallbackServiceGrpc.CallbackServiceBlockingStub;
import dev.redress.v1.CreateAbsenceRequest;
import dev.redress.v1.DeleteAbsenceRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.GetAbsenceRequest;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.ListAbsencesRequest;
import dev.redress.v1.ListAbsencesResponse;
import dev.redress.v1.ListDueCallbacksRequest;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AbsenceGrpcServiceTest {

  @ParameterizedTest
  @EnumSource
  void absence_isCreatedListedAndDeleted(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    CreateAbsenceRequest request =
        request(kind, provider, "mia", 0, 48, "bo").toBuilder()
            .setAbsenceId("sea-2026")
            .setRequestId(TestApi.requestId())
            .build();
    Absence created = stub(kind).createAbsence(request);

    assertThat(created.getName()).isEqualTo(provider + "/absences/sea-2026");
    assertThat(created.getPerson()).isEqualTo("mia");
    assertThat(created.getDeputy()).isEqualTo("bo");
    assertThat(created.hasCreateTime()).isTrue();
    assertThat(stub(kind).createAbsence(request)).isEqualTo(created);
    assertThat(get(kind, created.getName())).isEqualTo(created);
    Absence other = stub(kind).createAbsence(request(kind, provider, "bo", 1, 2, ""));
    assertThat(list(kind, provider, "")).containsExactlyInAnyOrder(other, created);
    assertThat(list(kind, provider, "person = \"mia\" AND ended = false")).containsExactly(created);
    ListAbsencesRequest all =
        ListAbsencesRequest.newBuilder().setParent(provider).setPageSize(1).build();
    ListAbsencesResponse first = stub(kind).listAbsences(all);
    ListAbsencesResponse second =
        stub(kind).listAbsences(all.toBuilder().setPageToken(first.getNextPageToken()).build());
    assertThat(Stream.concat(first.getAbsencesList().stream(), second.getAbsencesList().stream()))
        .containsExactlyInAnyOrder(other, created);

    TestApi.on(kind).advance(Duration.ofHours(3));
    assertThat(list(kind, provider, "ended = true")).containsExactly(other);

    DeleteAbsenceRequest deletion =
        DeleteAbsenceRequest.newBuilder()
            .setName(created.getName())
            .setRequestId(TestApi.requestId())
            .build();
    assertThat(stub(kind).deleteAbsence(deletion)).isEqualTo(Empty.getDefaultInstance());
    assertThat(stub(kind).deleteAbsence(deletion)).isEqualTo(Empty.getDefaultInstance());
    Refusal.of(() -> stub(kind).deleteAbsence(deletion.toBuilder().clearRequestId().build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.ABSENCE_NOT_FOUND);
    Refusal.of(() -> get(kind, created.getName()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.ABSENCE_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void create_refuses(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    stub(kind)
        .createAbsence(
            request(kind, provider, "mia", 0, 48, "bo").toBuilder().setAbsenceId("sea").build());

    refused(request(kind, provider, "mia", 47, 60, ""), kind)
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.ABSENCE_OVERLAPS);
    refused(request(kind, provider, "cy", 0, 1, "").toBuilder().setAbsenceId("sea").build(), kind)
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
    refused(request(kind, provider, "cy", 0, 1, "").toBuilder().setAbsenceId("S E A").build(), kind)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID);
    refused(request(kind, provider, "cy", -9, -1, ""), kind)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "absence.until_time");
    refused(request(kind, provider, "cy", 5, 4, ""), kind)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "absence");
    refused(request(kind, provider, "cy", 0, 24 * 367, ""), kind)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "absence");
    refused(request(kind, provider, "cy", 0, 1, "cy"), kind)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "absence");
    refused(request(kind, provider, "", 0, 1, ""), kind)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "absence.person");
    refused(request(kind, "providers/nobody", "cy", 0, 1, ""), kind)
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> list(kind, provider, "deputy = \"bo\""))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILTER_INVALID, "filter");
    Refusal.of(() -> list(kind, "providers/nobody", ""))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void create_refusesTheThousandAndFirst(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    for (int i = 0; i < 1_000; i++) {
      stub(kind).createAbsence(request(kind, provider, "person " + i, 0, 24, ""));
    }

    refused(request(kind, provider, "one more", 0, 24, ""), kind)
        .assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.TOO_LARGE);
    TestApi.on(kind).advance(Duration.ofDays(1));
    stub(kind).createAbsence(request(kind, provider, "one more", 0, 24, ""));
  }

  @ParameterizedTest
  @EnumSource
  void deputy_makesTheCallsAndGivesThemBack(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Absence away =
        stub(kind)
            .createAbsence(request(kind, billed.provider(), "account-manager", 0, 24 * 5, "bo"));

    Dispute dispute = dispute(billed);
    Callback first = callback(kind, dispute.getCallback());
    assertThat(dispute.getOwner()).isEqualTo("account-manager");
    assertThat(first.getOwner()).isEqualTo("bo");

    Callback second = log(kind, first);
    assertThat(second.getOwner()).isEqualTo("bo");
    // Back before the next one is due.
    stub(kind).deleteAbsence(DeleteAbsenceRequest.newBuilder().setName(away.getName()).build());
    stub(kind).createAbsence(request(kind, billed.provider(), "account-manager", 0, 24 * 4, "bo"));
    billed.api().advance(Duration.ofDays(5));
    Callback third = log(kind, second);
    assertThat(third.getOwner()).isEqualTo("account-manager");
  }

  @ParameterizedTest
  @EnumSource
  void deputy_seesTheCallsOfThoseAway(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Callback callback = callback(kind, dispute(billed).getCallback());
    billed.api().advance(Duration.ofDays(8));
    assertThat(due(kind, billed, "bo")).isEmpty();

    stub(kind).createAbsence(request(kind, billed.provider(), "account-manager", 0, 24, "bo"));

    assertThat(due(kind, billed, "bo")).containsExactly(callback.getName());
    assertThat(due(kind, billed, "account-manager")).containsExactly(callback.getName());
    assertThat(due(kind, billed, "cy")).isEmpty();
    assertThat(callback(kind, callback.getName()).getOwner()).isEqualTo("account-manager");
    billed.api().advance(Duration.ofDays(1));
    assertThat(due(kind, billed, "bo")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void escalation_isToldToTheDeputyOrTheNextRoleUp(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    dispute(billed);
    stub(kind).createAbsence(request(kind, billed.provider(), "account-manager", 0, 2_000, "bo"));
    stub(kind).createAbsence(request(kind, billed.provider(), "lead", 0, 2_000, ""));

    List<Escalation> fired = List.of();
    for (int i = 0; i < 500 && fired.size() < 2; i++) {
      billed.api().escalate();
      fired =
          EscalationServiceGrpc.newBlockingStub(billed.api().channel())
              .listEscalations(
                  ListEscalationsRequest.newBuilder().setParent(billed.provider()).build())
              .getEscalationsList();
      billed.api().advance(Duration.ofMinutes(20));
    }

    assertThat(fired)
        .extracting(Escalation::getRole, Escalation::getMeantPerson, Escalation::getPerson)
        .containsExactly(
            tuple(Escalation.Role.OWNER, "account-manager", "bo"),
            tuple(Escalation.Role.LEAD, "lead", "bo"));
  }

  private static Refusal refused(CreateAbsenceRequest request, TestDatabase.Kind kind) {
    return Refusal.of(() -> stub(kind).createAbsence(request));
  }

  /** Away so many hours from now until so many hours from now. */
  private static CreateAbsenceRequest request(
      TestDatabase.Kind kind,
      String provider,
      String person,
      int fromHours,
      int untilHours,
      String deputy) {
    Instant now = TestApi.on(kind).advance(Duration.ZERO);
    return CreateAbsenceRequest.newBuilder()
        .setParent(provider)
        .setAbsence(
            Absence.newBuilder()
                .setPerson(person)
                .setFromTime(TimeProtos.toProto(now.plus(Duration.ofHours(fromHours))))
                .setUntilTime(TimeProtos.toProto(now.plus(Duration.ofHours(untilHours))))
                .setDeputy(deputy)
                .setNote("at the sea"))
        .build();
  }

  private static List<String> due(TestDatabase.Kind kind, Billed billed, String owner) {
    return callbacks(kind)
        .listDueCallbacks(
            ListDueCallbacksRequest.newBuilder()
                .setParent(billed.provider())
                .setOwner(owner)
                .build())
        .getCallbacksList()
        .stream()
        .map(Callback::getName)
        .toList();
  }

  private static Callback log(TestDatabase.Kind kind, Callback callback) {
    return callbacks(kind)
        .logAttempt(
            LogAttemptRequest.newBuilder()
                .setName(callback.getName())
                .setOutcome(Callback.Outcome.NO_ANSWER)
                .build())
        .getSuccessor();
  }

  private static Callback callback(TestDatabase.Kind kind, String name) {
    return callbacks(kind).getCallback(GetCallbackRequest.newBuilder().setName(name).build());
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

  private static Absence get(TestDatabase.Kind kind, String name) {
    return stub(kind).getAbsence(GetAbsenceRequest.newBuilder().setName(name).build());
  }

  private static List<Absence> list(TestDatabase.Kind kind, String provider, String filter) {
    return stub(kind)
        .listAbsences(
            ListAbsencesRequest.newBuilder().setParent(provider).setFilter(filter).build())
        .getAbsencesList();
  }

  private static CallbackServiceBlockingStub callbacks(TestDatabase.Kind kind) {
    return CallbackServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static AbsenceServiceBlockingStub stub(TestDatabase.Kind kind) {
    return AbsenceServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }
}
