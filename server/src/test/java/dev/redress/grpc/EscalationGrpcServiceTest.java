package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AcknowledgeEscalationRequest;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationPolicy;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.EscalationServiceGrpc.EscalationServiceBlockingStub;
import dev.redress.v1.GetEscalationPolicyRequest;
import dev.redress.v1.GetEscalationRequest;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.ListEscalationsResponse;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.UpdateEscalationPolicyRequest;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EscalationGrpcServiceTest {

  @ParameterizedTest
  @EnumSource
  void escalation_isAcknowledgedAndClosedWithItsCallback(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute dispute = dispute(billed);
    Escalation fired = escalate(kind, billed, 1).getFirst();

    assertThat(fired.getState()).isEqualTo(Escalation.State.OPEN);
    assertThat(fired.getCallback()).isEqualTo(dispute.getCallback());
    assertThat(fired.getSubject()).isEqualTo(dispute.getCallback());
    assertThat(fired.getSubjectKind()).isEqualTo(Escalation.SubjectKind.CALLBACK);
    assertThat(fired.getDispute()).isEqualTo(dispute.getName());
    assertThat(fired.getCustomer()).isEqualTo(billed.customer());
    assertThat(fired.getLevel()).isEqualTo(1);
    assertThat(fired.getRole()).isEqualTo(Escalation.Role.OWNER);
    assertThat(fired.getPerson()).isEqualTo("account-manager");
    assertThat(fired.getMeantPerson()).isEqualTo("account-manager");
    assertThat(fired.hasAcknowledgement()).isFalse();
    assertThat(get(kind, fired.getName())).isEqualTo(fired);

    AcknowledgeEscalationRequest request =
        AcknowledgeEscalationRequest.newBuilder()
            .setName(fired.getName())
            .setNote("I call at four")
            .setEtag(fired.getEtag())
            .setRequestId(TestApi.requestId())
            .build();
    Escalation acknowledged = stub(kind).acknowledgeEscalation(request);

    assertThat(acknowledged.getState()).isEqualTo(Escalation.State.ACKNOWLEDGED);
    assertThat(acknowledged.getAcknowledgement().getActor()).isEqualTo("local");
    assertThat(acknowledged.getAcknowledgement().getNote()).isEqualTo("I call at four");
    assertThat(acknowledged.getEtag()).isNotEqualTo(fired.getEtag());
    assertThat(stub(kind).acknowledgeEscalation(request)).isEqualTo(acknowledged);
    assertThat(get(kind, fired.getName())).isEqualTo(acknowledged);
    Refusal.of(() -> stub(kind).acknowledgeEscalation(acknowledgement(fired.getName())))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.ESCALATION_NOT_OPEN);

    CallbackServiceGrpc.newBlockingStub(billed.api().channel())
        .logAttempt(
            LogAttemptRequest.newBuilder()
                .setName(dispute.getCallback())
                .setOutcome(Callback.Outcome.NO_ANSWER)
                .build());

    assertThat(get(kind, fired.getName()).getState()).isEqualTo(Escalation.State.CLOSED);
    Refusal.of(() -> stub(kind).acknowledgeEscalation(acknowledgement(fired.getName())))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.ESCALATION_NOT_OPEN);
  }

  @ParameterizedTest
  @EnumSource
  void list_isNarrowedAndPaged(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    dispute(billed);
    List<Escalation> fired = escalate(kind, billed, 2);

    ListEscalationsRequest all =
        ListEscalationsRequest.newBuilder().setParent(billed.provider()).setPageSize(1).build();
    ListEscalationsResponse first = stub(kind).listEscalations(all);
    ListEscalationsResponse second =
        stub(kind).listEscalations(all.toBuilder().setPageToken(first.getNextPageToken()).build());
    assertThat(first.getEscalationsList()).containsExactly(fired.getFirst());
    assertThat(second.getEscalationsList()).containsExactly(fired.getLast());
    assertThat(second.getNextPageToken()).isEmpty();
    assertThat(list(kind, billed, "state = OPEN AND person = \"lead\""))
        .containsExactly(fired.getLast());
    assertThat(list(kind, billed, "customer = \"ATLAS\"")).isEqualTo(fired);
    assertThat(list(kind, billed, "state = ACKNOWLEDGED")).isEmpty();
    assertThat(list(kind, billed, "subject_kind = CALLBACK")).isEqualTo(fired);
    assertThat(list(kind, billed, "callback = \"other\"")).isEmpty();
    assertThat(list(kind, billed, "dispute = \"other\"")).isEmpty();

    // The word on one counts for all of its callback.
    stub(kind).acknowledgeEscalation(acknowledgement(fired.getLast().getName()));

    assertThat(list(kind, billed, "state = OPEN")).isEmpty();
    assertThat(list(kind, billed, "state = ACKNOWLEDGED")).hasSize(2);
    Refusal.of(() -> list(kind, billed, "state = SLEEPING"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILTER_INVALID, "filter");
    Refusal.of(() -> stub(kind).listEscalations(all.toBuilder().setPageToken("made up").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
  }

  @ParameterizedTest
  @EnumSource
  void acknowledge_refuses(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    dispute(billed);
    Escalation fired = escalate(kind, billed, 1).getFirst();
    AcknowledgeEscalationRequest request = acknowledgement(fired.getName());

    Refusal.of(
            () ->
                stub(kind)
                    .acknowledgeEscalation(request.toBuilder().setNote("x".repeat(2_001)).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "note");
    Refusal.of(() -> stub(kind).acknowledgeEscalation(request.toBuilder().setEtag("v7").build()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    Refusal.of(
            () -> stub(kind).acknowledgeEscalation(request.toBuilder().setRequestId("x").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.REQUEST_ID_INVALID);
    Refusal.of(
            () ->
                stub(kind)
                    .acknowledgeEscalation(
                        acknowledgement(billed.provider() + "/escalations/nothing")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.ESCALATION_NOT_FOUND);
    assertThat(get(kind, fired.getName())).isEqualTo(fired);
  }

  @ParameterizedTest
  @EnumSource
  void policy_shipsAndIsChangedFieldByField(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    EscalationPolicy shipped = policy(kind, provider);

    assertThat(shipped)
        .isEqualTo(
            EscalationPolicy.newBuilder()
                .setName(provider + "/escalationPolicy")
                .setOwnerPercent(70)
                .setLeadPercent(90)
                .setAccountManagerPercent(110)
                .setRepeatGap(Duration.newBuilder().setSeconds(4 * 3600))
                .setLead("lead")
                .setSuperior("superior")
                .setEtag(shipped.getEtag())
                .build());

    UpdateEscalationPolicyRequest request =
        UpdateEscalationPolicyRequest.newBuilder()
            .setEscalationPolicy(
                EscalationPolicy.newBuilder()
                    .setName(shipped.getName())
                    .setLead("Lee Park")
                    .setLeadPercent(80)
                    .setEtag(shipped.getEtag()))
            .setRequestId(TestApi.requestId())
            .build();
    EscalationPolicy changed = stub(kind).updateEscalationPolicy(request);

    assertThat(changed.getLead()).isEqualTo("Lee Park");
    assertThat(changed.getLeadPercent()).isEqualTo(80);
    assertThat(changed.getOwnerPercent()).isEqualTo(70);
    assertThat(changed.hasUpdateTime()).isTrue();
    assertThat(policy(kind, provider)).isEqualTo(changed);
    assertThat(stub(kind).updateEscalationPolicy(request)).isEqualTo(changed);
    Refusal.of(
            () -> stub(kind).updateEscalationPolicy(request.toBuilder().clearRequestId().build()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);

    // A masked field without a value takes its default; one that is not masked stays.
    EscalationPolicy reset =
        stub(kind)
            .updateEscalationPolicy(
                update(shipped.getName())
                    .setUpdateMask(FieldMask.newBuilder().addPaths("lead_percent"))
                    .build());
    assertThat(reset.getLeadPercent()).isEqualTo(90);
    assertThat(reset.getLead()).isEqualTo("Lee Park");
    assertThat(stub(kind).updateEscalationPolicy(update(shipped.getName()).build()))
        .isEqualTo(reset);
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource({
    "90,90,110,14400",
    "70,120,110,14400",
    "70,90,1001,14400",
    "-1,90,110,14400",
    "70,90,110,899",
    "70,90,110,901",
    "70,90,110,144001"
  })
  void update_refusesWhatIsNoPolicy(int owner, int lead, int accountManager, long gapSeconds) {
    TestDatabase.Kind kind = TestDatabase.Kind.DERBY;
    UpdateEscalationPolicyRequest.Builder request =
        update(TestApi.on(kind).newProvider() + "/escalationPolicy");
    request
        .getEscalationPolicyBuilder()
        .setOwnerPercent(owner)
        .setLeadPercent(lead)
        .setAccountManagerPercent(accountManager)
        .setRepeatGap(Duration.newBuilder().setSeconds(gapSeconds));

    Refusal.of(() -> stub(kind).updateEscalationPolicy(request.build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "escalation_policy");
  }

  @ParameterizedTest
  @EnumSource
  void update_refusesFieldsThatCannotBeChanged(TestDatabase.Kind kind) {
    String name = TestApi.on(kind).newProvider() + "/escalationPolicy";

    for (String path : List.of("name", "etag", "update_time", "height")) {
      Refusal.of(
              () ->
                  stub(kind)
                      .updateEscalationPolicy(
                          update(name)
                              .setUpdateMask(FieldMask.newBuilder().addPaths(path))
                              .build()))
          .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "update_mask");
    }
    UpdateEscalationPolicyRequest.Builder longName = update(name);
    longName.getEscalationPolicyBuilder().setSuperior("x".repeat(201));
    Refusal.of(() -> stub(kind).updateEscalationPolicy(longName.build()))
        .assertIs(
            Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "escalation_policy.superior");
  }

  @ParameterizedTest
  @EnumSource
  void unknownOnes_areNotFound(TestDatabase.Kind kind) {
    Refusal.of(() -> get(kind, "providers/nobody/escalations/e1"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.ESCALATION_NOT_FOUND);
    Refusal.of(() -> get(kind, "escalations/e1"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "name");
    Refusal.of(
            () ->
                stub(kind)
                    .listEscalations(
                        ListEscalationsRequest.newBuilder().setParent("providers/nobody").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> policy(kind, "providers/nobody"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(
            () ->
                stub(kind)
                    .updateEscalationPolicy(update("providers/nobody/escalationPolicy").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> stub(kind).updateEscalationPolicy(update("providers/nobody").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "escalation_policy.name");
  }

  /** Lets time pass until so many have fired. */
  private static List<Escalation> escalate(TestDatabase.Kind kind, Billed billed, int count) {
    for (int i = 0; i < 500; i++) {
      billed.api().escalate();
      List<Escalation> fired = list(kind, billed, "");
      if (fired.size() == count) {
        return fired;
      }
      billed.api().advance(java.time.Duration.ofMinutes(20));
    }
    throw new AssertionError("nothing fires");
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

  private static AcknowledgeEscalationRequest acknowledgement(String name) {
    return AcknowledgeEscalationRequest.newBuilder().setName(name).build();
  }

  private static UpdateEscalationPolicyRequest.Builder update(String name) {
    return UpdateEscalationPolicyRequest.newBuilder()
        .setEscalationPolicy(EscalationPolicy.newBuilder().setName(name));
  }

  private static EscalationPolicy policy(TestDatabase.Kind kind, String provider) {
    return stub(kind)
        .getEscalationPolicy(
            GetEscalationPolicyRequest.newBuilder()
                .setName(provider + "/escalationPolicy")
                .build());
  }

  private static Escalation get(TestDatabase.Kind kind, String name) {
    return stub(kind).getEscalation(GetEscalationRequest.newBuilder().setName(name).build());
  }

  private static List<Escalation> list(TestDatabase.Kind kind, Billed billed, String filter) {
    return stub(kind)
        .listEscalations(
            ListEscalationsRequest.newBuilder()
                .setParent(billed.provider())
                .setFilter(filter)
                .build())
        .getEscalationsList();
  }

  private static EscalationServiceBlockingStub stub(TestDatabase.Kind kind) {
    return EscalationServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }
}
