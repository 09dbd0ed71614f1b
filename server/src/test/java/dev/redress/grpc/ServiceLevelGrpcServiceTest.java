package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Empty;
import com.google.protobuf.FieldMask;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AwaitProviderRequest;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.DeleteServiceLevelRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.GetServiceLevelRequest;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.ListServiceLevelsRequest;
import dev.redress.v1.ListServiceLevelsResponse;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ServiceLevel;
import dev.redress.v1.ServiceLevelServiceGrpc;
import dev.redress.v1.ServiceLevelServiceGrpc.ServiceLevelServiceBlockingStub;
import dev.redress.v1.SetServiceLevelRequest;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceLevelGrpcServiceTest {

  @ParameterizedTest
  @EnumSource
  void level_isSetChangedListedAndDeleted(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    SetServiceLevelRequest request =
        set(provider, ServiceLevel.newBuilder().setTier("gold").setFirstCallbackDays(2)).toBuilder()
            .setRequestId(TestApi.requestId())
            .build();
    ServiceLevel created = stub(kind).setServiceLevel(request);

    assertThat(created.getName()).startsWith(provider + "/serviceLevels/");
    assertThat(created.getTier()).isEqualTo("gold");
    assertThat(created.getFirstCallbackDays()).isEqualTo(2);
    assertThat(created.hasAttemptsMax()).isFalse();
    assertThat(stub(kind).setServiceLevel(request)).isEqualTo(created);
    assertThat(get(kind, created.getName())).isEqualTo(created);

    // The same tier again: what is not said stays.
    ServiceLevel changed =
        stub(kind)
            .setServiceLevel(
                set(
                    provider,
                    ServiceLevel.newBuilder()
                        .setTier("gold")
                        .setEtag(created.getEtag())
                        .setResolutionTarget(hours(16))));
    assertThat(changed.getName()).isEqualTo(created.getName());
    assertThat(changed.getFirstCallbackDays()).isEqualTo(2);
    assertThat(changed.getResolutionTarget()).isEqualTo(hours(16));
    ServiceLevel reset =
        stub(kind)
            .setServiceLevel(
                set(provider, ServiceLevel.newBuilder().setTier("gold")).toBuilder()
                    .setUpdateMask(FieldMask.newBuilder().addPaths("first_callback_days"))
                    .build());
    assertThat(reset.hasFirstCallbackDays()).isFalse();
    Refusal.of(
            () ->
                stub(kind)
                    .setServiceLevel(
                        set(
                            provider,
                            ServiceLevel.newBuilder()
                                .setTier("gold")
                                .setEtag(created.getEtag())
                                .setAttemptsMax(3))))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);

    ServiceLevel other =
        stub(kind)
            .setServiceLevel(
                set(
                    provider,
                    ServiceLevel.newBuilder()
                        .setPriority(Dispute.Priority.URGENT)
                        .setAttemptsMax(9)));
    ListServiceLevelsRequest all =
        ListServiceLevelsRequest.newBuilder().setParent(provider).setPageSize(1).build();
    ListServiceLevelsResponse first = stub(kind).listServiceLevels(all);
    ListServiceLevelsResponse second =
        stub(kind)
            .listServiceLevels(all.toBuilder().setPageToken(first.getNextPageToken()).build());
    assertThat(first.getServiceLevelsList()).containsExactly(reset);
    assertThat(second.getServiceLevelsList()).containsExactly(other);

    DeleteServiceLevelRequest deletion =
        DeleteServiceLevelRequest.newBuilder()
            .setName(created.getName())
            .setRequestId(TestApi.requestId())
            .build();
    assertThat(stub(kind).deleteServiceLevel(deletion)).isEqualTo(Empty.getDefaultInstance());
    assertThat(stub(kind).deleteServiceLevel(deletion)).isEqualTo(Empty.getDefaultInstance());
    Refusal.of(() -> stub(kind).deleteServiceLevel(deletion.toBuilder().clearRequestId().build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.SERVICE_LEVEL_NOT_FOUND);
    Refusal.of(() -> get(kind, created.getName()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.SERVICE_LEVEL_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void set_refuses(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    String provider = customer.substring(0, customer.indexOf("/customers/"));

    refused(kind, provider, ServiceLevel.newBuilder().setTier("gold"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "service_level");
    refused(kind, provider, ServiceLevel.newBuilder().setAttemptsMax(3))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "service_level");
    refused(kind, provider, ServiceLevel.newBuilder().setTier("gold").setFirstCallbackDays(4))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "service_level");
    refused(kind, provider, ServiceLevel.newBuilder().setTier("gold").setLeadPercent(50))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "service_level");
    refused(kind, provider, ServiceLevel.newBuilder().setTier("gold").setCustomer(customer))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "service_level");
    refused(
            kind,
            provider,
            ServiceLevel.newBuilder().setCustomer("providers/other/customers/ATLAS"))
        .assertIs(
            Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "service_level.customer");
    refused(kind, provider, ServiceLevel.newBuilder().setCustomer("ATLAS"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "service_level.customer");
    refused(
            kind,
            provider,
            ServiceLevel.newBuilder().setCustomer(provider + "/customers/X").setAttemptsMax(3))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    refused(kind, "providers/nobody", ServiceLevel.newBuilder().setTier("gold").setAttemptsMax(3))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void level_countsForTheCallsAndEscalationsOfItsCustomersAlone(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Billed other = Billed.of(billed.api(), billed.provider(), "VARN");
    stub(kind)
        .setServiceLevel(
            set(
                billed.provider(),
                ServiceLevel.newBuilder()
                    .setCustomer(billed.customer())
                    .setPriority(Dispute.Priority.HIGH)
                    .setFirstCallbackDays(3)
                    .setOwnerPercent(1)
                    .setLeadPercent(999)
                    .setAccountManagerPercent(1_000)));

    Callback high = callback(kind, dispute(billed, Dispute.Priority.HIGH));
    Callback normal = callback(kind, dispute(other, Dispute.Priority.HIGH));

    assertThat(high.getDueTime().getSeconds() - normal.getDueTime().getSeconds())
        .isGreaterThanOrEqualTo(2 * 24 * 3_600);
    List<Escalation> fired = escalate(kind, billed, "");
    assertThat(fired).isNotEmpty().allMatch(it -> it.getCustomer().equals(billed.customer()));
    assertThat(fired).extracting(Escalation::getLevel).containsOnly(1);
  }

  @ParameterizedTest
  @EnumSource
  void answersAndEndsOfDisputesEscalateToo(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    stub(kind)
        .setServiceLevel(
            set(
                billed.provider(),
                ServiceLevel.newBuilder()
                    .setCustomer(billed.customer())
                    .setResolutionTarget(hours(8))));
    Dispute dispute = dispute(billed, Dispute.Priority.NORMAL);
    java.time.Instant now = billed.api().advance(java.time.Duration.ZERO);
    Dispute waiting =
        disputes(billed)
            .awaitProvider(
                AwaitProviderRequest.newBuilder()
                    .setName(dispute.getName())
                    .setAwaited("the technician's notes")
                    .setRespondByTime(TimeProtos.toProto(now.plus(java.time.Duration.ofDays(4))))
                    .build());

    Escalation resolution = escalate(kind, billed, "subject_kind = RESOLUTION").getFirst();
    Escalation response = escalate(kind, billed, "subject_kind = RESPONSE").getFirst();

    for (Escalation each : List.of(resolution, response)) {
      assertThat(each.getSubject()).isEqualTo(dispute.getName());
      assertThat(each.getDispute()).isEqualTo(dispute.getName());
      assertThat(each.getCallback()).isEmpty();
      assertThat(each.getState()).isEqualTo(Escalation.State.OPEN);
    }
    assertThat(response.getDueTime()).isEqualTo(waiting.getWaiting().getRespondByTime());

    // The answer came: its escalations are closed, and the dispute's clock runs on.
    disputes(billed)
        .beginReview(
            dev.redress.v1.BeginReviewRequest.newBuilder().setName(dispute.getName()).build());

    assertThat(list(kind, billed, "subject_kind = RESPONSE AND state = OPEN")).isEmpty();
    assertThat(list(kind, billed, "subject_kind = RESOLUTION AND state = OPEN")).isNotEmpty();
  }

  /** Lets time pass until something of this kind has fired. */
  private static List<Escalation> escalate(TestDatabase.Kind kind, Billed billed, String filter) {
    for (int i = 0; i < 1_000; i++) {
      billed.api().escalate();
      List<Escalation> fired = list(kind, billed, filter);
      if (!fired.isEmpty()) {
        return fired;
      }
      billed.api().advance(java.time.Duration.ofMinutes(5));
    }
    throw new AssertionError("nothing fires");
  }

  private static List<Escalation> list(TestDatabase.Kind kind, Billed billed, String filter) {
    return EscalationServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
        .listEscalations(
            ListEscalationsRequest.newBuilder()
                .setParent(billed.provider())
                .setFilter(filter)
                .build())
        .getEscalationsList();
  }

  private static Callback callback(TestDatabase.Kind kind, Dispute dispute) {
    return CallbackServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
        .getCallback(GetCallbackRequest.newBuilder().setName(dispute.getCallback()).build());
  }

  private static Dispute dispute(Billed billed, Dispute.Priority priority) {
    return disputes(billed)
        .openDispute(
            OpenDisputeRequest.newBuilder()
                .setParent(billed.provider())
                .setDispute(
                    Dispute.newBuilder()
                        .setPriority(priority)
                        .addLines(
                            DisputedLine.newBuilder()
                                .setLine(billed.line("L1"))
                                .setReason(DisputedLine.Reason.RATE)))
                .build());
  }

  private static DisputeServiceGrpc.DisputeServiceBlockingStub disputes(Billed billed) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel());
  }

  private static Refusal refused(
      TestDatabase.Kind kind, String provider, ServiceLevel.Builder level) {
    return Refusal.of(() -> stub(kind).setServiceLevel(set(provider, level)));
  }

  private static SetServiceLevelRequest set(String provider, ServiceLevel.Builder level) {
    return SetServiceLevelRequest.newBuilder().setParent(provider).setServiceLevel(level).build();
  }

  private static ServiceLevel get(TestDatabase.Kind kind, String name) {
    return stub(kind).getServiceLevel(GetServiceLevelRequest.newBuilder().setName(name).build());
  }

  private static Duration hours(int hours) {
    return Duration.newBuilder().setSeconds(hours * 3_600L).build();
  }

  private static ServiceLevelServiceBlockingStub stub(TestDatabase.Kind kind) {
    return ServiceLevelServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }
}
