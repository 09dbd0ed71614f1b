package dev.redress.cli.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.AcceptHandoffRequest;
import dev.redress.v1.Brief;
import dev.redress.v1.CancelHandoffRequest;
import dev.redress.v1.DeclineHandoffRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.GetBriefRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.GetHandoffRequest;
import dev.redress.v1.HandOffDisputeRequest;
import dev.redress.v1.Handoff;
import dev.redress.v1.HandoffAnswer;
import dev.redress.v1.ListHandoffsRequest;
import dev.redress.v1.ListHandoffsResponse;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dana asks mia to take dispute d1 over; nobody is asked to take d2. */
class HandoffCommandTest {
  private static final Handoff HANDOFF =
      Handoff.newBuilder()
          .setName("providers/default/handoffs/h1")
          .setState(Handoff.State.PENDING)
          .setDispute("providers/default/disputes/d1")
          .setSender("dana")
          .setReceiver("mia")
          .setReason("away from Friday on")
          .setCreateTime(Timestamp.newBuilder().setSeconds(1_795_000_000))
          .setDueTime(Timestamp.newBuilder().setSeconds(1_795_014_400))
          .build();

  private final Disputes disputes = new Disputes();
  private final FakeServer server = new FakeServer(disputes);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void handoff_saysUntilWhenAnAnswerIsExpected() {
    CliRun run =
        CliRun.of(
            server,
            "dispute",
            "handoff",
            "d1",
            "--to",
            "mia",
            "--reason",
            "away from Friday on",
            "--note",
            "mornings only");

    HandOffDisputeRequest asked = (HandOffDisputeRequest) disputes.calls.getFirst();
    assertThat(asked.getName()).isEqualTo("providers/default/disputes/d1");
    assertThat(asked.getReceiver()).isEqualTo("mia");
    assertThat(asked.getReason()).isEqualTo("away from Friday on");
    assertThat(asked.getNote()).isEqualTo("mornings only");
    assertThat(asked.getRequestId()).hasSize(36);
    assertThat(run.err())
        .isEqualTo(
            """
            mia is asked to answer by 2026-11-18 16:06 +01:00; until then dana owns the dispute \
            and its call.
            next: redress handoff show h1
            """);
  }

  @Test
  void acceptAndDecline_answerTheHandoffThatWaits() {
    CliRun accepted = CliRun.of(server, "dispute", "accept", "d1", "--note", "mine now");
    CliRun declined = CliRun.of(server, "dispute", "decline", "d1", "--reason", "on leave");

    AcceptHandoffRequest yes = (AcceptHandoffRequest) disputes.calls.getFirst();
    assertThat(yes.getName()).isEqualTo("providers/default/handoffs/h1");
    assertThat(yes.getNote()).isEqualTo("mine now");
    DeclineHandoffRequest no = (DeclineHandoffRequest) disputes.calls.getLast();
    assertThat(no.getName()).isEqualTo("providers/default/handoffs/h1");
    assertThat(no.getReason()).isEqualTo("on leave");
    assertThat(accepted.err())
        .isEqualTo(
            """
            mia owns the dispute and its call; no due time has moved.
            next: redress dispute brief d1
            """);
    assertThat(declined.err()).isEqualTo("Declined: dana owns the dispute on.\n");
  }

  @Test
  void accept_saysWhenNobodyIsAsked() {
    CliRun run = CliRun.of(server, "dispute", "accept", "d2");

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.err()).contains("nobody is asked to take dispute d2 over; dana owns it");
    assertThat(disputes.calls).isEmpty();
  }

  @Test
  void list_showsWhatWaitsUnlessTold() {
    CliRun run = CliRun.of(server, "handoff", "list");
    CliRun.of(server, "handoff", "list", "--all", "--to", "mia", "--dispute", "d1");

    assertThat(run.out())
        .isEqualTo(
            """
            HANDOFF  STATE    DISPUTE  FROM  TO   ASKED                    ANSWER DUE               REASON               ANSWER
            h1       PENDING  d1       dana  mia  2026-11-18 12:06 +01:00  2026-11-18 16:06 +01:00  away from Friday on
            """);
    assertThat(disputes.calls.stream().map(ListHandoffsRequest.class::cast))
        .extracting(ListHandoffsRequest::getFilter)
        .containsExactly("state = \"PENDING\"", "dispute = \"d1\" AND receiver = \"mia\"");
  }

  @Test
  void show_endsWithTheBriefThatWasGiven() {
    CliRun table = CliRun.of(server, "handoff", "show", "h1");
    CliRun json = CliRun.of(server, "handoff", "show", "h1", "-o", "json");

    assertThat(table.out())
        .endsWith("\nNote: mornings only\n\nBrief for mia\n\nWho the customer is\n  - Harbor\n");
    assertThat(json.out()).contains("\"brief\": \"Brief for mia\\n");
  }

  @Test
  void brief_isThePageThatTheServerWrote() {
    CliRun table = CliRun.of(server, "dispute", "brief", "d1");
    CliRun csv = CliRun.of(server, "dispute", "brief", "d1", "-o", "csv");
    CliRun json = CliRun.of(server, "dispute", "brief", "d1", "-o", "json");

    assertThat(table.out()).isEqualTo("Brief for mia\n\nWho the customer is\n  - Harbor\n");
    assertThat(csv.out().replace("\r\n", "\n"))
        .isEqualTo("topic,text\nCUSTOMER,Harbor\nCUSTOMER,\"Call +1, 312\"\n");
    assertThat(json.out()).contains("\"topic\": \"CUSTOMER\"");
  }

  @Test
  void cancel_saysWhoOwnsIt() {
    CliRun run = CliRun.of(server, "handoff", "cancel", "h1", "--note", "dana is back");

    CancelHandoffRequest back = (CancelHandoffRequest) disputes.calls.getFirst();
    assertThat(back.getName()).isEqualTo("providers/default/handoffs/h1");
    assertThat(back.getNote()).isEqualTo("dana is back");
    assertThat(run.err()).isEqualTo("mia is not asked any more; dana owns it.\n");
  }

  /** Knows two disputes and one handoff. */
  private static final class Disputes extends DisputeServiceGrpc.DisputeServiceImplBase {
    private final List<Message> calls = new ArrayList<>();

    @Override
    public void getDispute(GetDisputeRequest request, StreamObserver<Dispute> answer) {
      boolean asked = request.getName().endsWith("/d1");
      answer.onNext(
          Dispute.newBuilder()
              .setName(request.getName())
              .setOwner("dana")
              .setPendingHandoff(asked ? HANDOFF.getName() : "")
              .build());
      answer.onCompleted();
    }

    @Override
    public void getBrief(GetBriefRequest request, StreamObserver<Brief> answer) {
      answer.onNext(
          Brief.newBuilder()
              .setDispute(request.getName())
              .addSections(
                  Brief.Section.newBuilder()
                      .setTopic(Brief.Topic.CUSTOMER)
                      .addSentences("Harbor")
                      .addSentences("Call +1, 312"))
              .setText("Brief for mia\n\nWho the customer is\n  - Harbor\n")
              .build());
      answer.onCompleted();
    }

    @Override
    public void handOffDispute(HandOffDisputeRequest request, StreamObserver<Handoff> answer) {
      answer(request, Handoff.State.PENDING, answer);
    }

    @Override
    public void acceptHandoff(AcceptHandoffRequest request, StreamObserver<Handoff> answer) {
      answer(request, Handoff.State.ACCEPTED, answer);
    }

    @Override
    public void declineHandoff(DeclineHandoffRequest request, StreamObserver<Handoff> answer) {
      answer(request, Handoff.State.DECLINED, answer);
    }

    @Override
    public void cancelHandoff(CancelHandoffRequest request, StreamObserver<Handoff> answer) {
      answer(request, Handoff.State.CANCELLED, answer);
    }

    @Override
    public void getHandoff(GetHandoffRequest request, StreamObserver<Handoff> answer) {
      answer.onNext(
          HANDOFF.toBuilder()
              .setNote("mornings only")
              .setBrief("Brief for mia\n\nWho the customer is\n  - Harbor\n")
              .build());
      answer.onCompleted();
    }

    @Override
    public void listHandoffs(
        ListHandoffsRequest request, StreamObserver<ListHandoffsResponse> answer) {
      calls.add(request);
      answer.onNext(ListHandoffsResponse.newBuilder().addHandoffs(HANDOFF).build());
      answer.onCompleted();
    }

    private void answer(Message request, Handoff.State state, StreamObserver<Handoff> answer) {
      calls.add(request);
      answer.onNext(
          HANDOFF.toBuilder()
              .setState(state)
              .setAnswer(HandoffAnswer.newBuilder().setActor("mia"))
              .build());
      answer.onCompleted();
    }
  }
}
