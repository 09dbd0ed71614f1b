package dev.redress.cli.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.AcknowledgeEscalationRequest;
import dev.redress.v1.Acknowledgement;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationPolicy;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.GetEscalationPolicyRequest;
import dev.redress.v1.GetEscalationRequest;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.ListEscalationsResponse;
import dev.redress.v1.UpdateEscalationPolicyRequest;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EscalationCommandTest {
  private static final Timestamp DUE = Timestamp.newBuilder().setSeconds(1_795_000_000).build();

  private static final Escalation OPEN =
      Escalation.newBuilder()
          .setName("providers/default/escalations/e1")
          .setState(Escalation.State.OPEN)
          .setSubject("providers/default/callbacks/c1")
          .setSubjectKind(Escalation.SubjectKind.CALLBACK)
          .setCallback("providers/default/callbacks/c1")
          .setDispute("providers/default/disputes/d1")
          .setCustomer("providers/default/customers/VARN")
          .setLevel(2)
          .setRole(Escalation.Role.LEAD)
          .setMeantPerson("Lee")
          .setPerson("Sarah")
          .setDueTime(DUE)
          .setLevelTime(DUE)
          .setCreateTime(DUE)
          .build();

  private static final EscalationPolicy POLICY =
      EscalationPolicy.newBuilder()
          .setName("providers/default/escalationPolicy")
          .setOwnerPercent(70)
          .setLeadPercent(90)
          .setAccountManagerPercent(110)
          .setRepeatGap(Duration.newBuilder().setSeconds(4 * 3600))
          .setLead("lead")
          .setSuperior("superior")
          .build();

  private final Escalations escalations = new Escalations();
  private final FakeServer server = new FakeServer(escalations);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void list_asksForOpenOnesUnlessTold() {
    CliRun run = CliRun.of(server, "escalation", "list");
    CliRun.of(server, "escalation", "list", "--all", "--person", "Bo", "--customer", "VARN");
    CliRun.of(
        server,
        "escalation",
        "list",
        "--state",
        "closed",
        "--kind",
        "callback",
        "--dispute",
        "d1",
        "--callback",
        "providers/default/callbacks/c1");

    assertThat(run.out())
        .isEqualTo(
            """
            ESCALATION  STATE  LEVEL  PERSON  DUE                      FIRED                    CUSTOMER  KIND      SUBJECT
            e1          OPEN       2  Sarah   2026-11-18 12:06 +01:00  2026-11-18 12:06 +01:00  VARN      CALLBACK  c1
            """);
    assertThat(escalations.calls.stream().map(ListEscalationsRequest.class::cast))
        .extracting(ListEscalationsRequest::getFilter)
        .containsExactly(
            "state = \"OPEN\"",
            "person = \"Bo\" AND customer = \"VARN\"",
            "state = \"CLOSED\" AND dispute = \"d1\" AND subject_kind = \"CALLBACK\" AND callback ="
                + " \"c1\"");
  }

  @Test
  void show_saysWhatCanBeDone() {
    CliRun run = CliRun.of(server, "escalation", "show", "e1");

    assertThat(((GetEscalationRequest) escalations.calls.getFirst()).getName())
        .isEqualTo("providers/default/escalations/e1");
    assertThat(run.out())
        .startsWith("ESCALATION       e1\n")
        .contains("ROLE             LEAD\n", "MEANT            Lee\n", "DISPUTE          d1\n");
    assertThat(run.err()).isEqualTo("next: redress escalation ack e1\n");
  }

  @Test
  void ack_saysThatTheCallIsStillToBeMade() {
    CliRun run = CliRun.of(server, "escalation", "ack", "e1", "--note", "I call at four");

    AcknowledgeEscalationRequest request =
        (AcknowledgeEscalationRequest) escalations.calls.getFirst();
    assertThat(request.getName()).isEqualTo("providers/default/escalations/e1");
    assertThat(request.getNote()).isEqualTo("I call at four");
    assertThat(request.getRequestId()).isNotEmpty();
    assertThat(run.out()).contains("ACKNOWLEDGED BY  mia\n");
    assertThat(run.err())
        .isEqualTo(
            """
            Acknowledged by mia; providers/default/callbacks/c1 is still to be done.
            next: redress callback log c1 --outcome REACHED
            """);
  }

  @Test
  void policy_isShownWithoutOptionsAndChangedByThem() {
    CliRun shown = CliRun.of(server, "escalation", "policy");
    CliRun changed =
        CliRun.of(server, "escalation", "policy", "--lead", "Lee", "--repeat-minutes", "120");

    assertThat(shown.out())
        .contains("OWNER PERCENT            70\n", "REPEAT MINUTES           240\n");
    assertThat(shown.err()).isEmpty();
    UpdateEscalationPolicyRequest request =
        (UpdateEscalationPolicyRequest) escalations.calls.getLast();
    assertThat(request.getUpdateMask().getPathsList()).containsExactly("repeat_gap", "lead");
    assertThat(request.getEscalationPolicy())
        .isEqualTo(
            EscalationPolicy.newBuilder()
                .setName(POLICY.getName())
                .setLead("Lee")
                .setRepeatGap(Duration.newBuilder().setSeconds(7_200))
                .build());
    assertThat(changed.err())
        .isEqualTo("Changed; it counts for everything that is still to be done.\n");
  }

  /** Knows one escalation and one policy. */
  private static final class Escalations extends EscalationServiceGrpc.EscalationServiceImplBase {
    private final List<Message> calls = new ArrayList<>();

    @Override
    public void listEscalations(
        ListEscalationsRequest request, StreamObserver<ListEscalationsResponse> answer) {
      calls.add(request);
      answer.onNext(ListEscalationsResponse.newBuilder().addEscalations(OPEN).build());
      answer.onCompleted();
    }

    @Override
    public void getEscalation(GetEscalationRequest request, StreamObserver<Escalation> answer) {
      calls.add(request);
      answer.onNext(OPEN);
      answer.onCompleted();
    }

    @Override
    public void acknowledgeEscalation(
        AcknowledgeEscalationRequest request, StreamObserver<Escalation> answer) {
      calls.add(request);
      answer.onNext(
          OPEN.toBuilder()
              .setState(Escalation.State.ACKNOWLEDGED)
              .setAcknowledgement(Acknowledgement.newBuilder().setActor("mia"))
              .build());
      answer.onCompleted();
    }

    @Override
    public void getEscalationPolicy(
        GetEscalationPolicyRequest request, StreamObserver<EscalationPolicy> answer) {
      calls.add(request);
      answer.onNext(POLICY);
      answer.onCompleted();
    }

    @Override
    public void updateEscalationPolicy(
        UpdateEscalationPolicyRequest request, StreamObserver<EscalationPolicy> answer) {
      calls.add(request);
      answer.onNext(POLICY);
      answer.onCompleted();
    }
  }
}
