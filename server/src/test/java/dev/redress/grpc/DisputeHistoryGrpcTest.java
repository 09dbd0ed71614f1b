package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AcknowledgeEscalationRequest;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.CloseDisputeRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceBlockingStub;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.DisputedLine.Outcome;
import dev.redress.v1.DisputedLine.Reason;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.ListEventsRequest;
import dev.redress.v1.ListEventsResponse;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ReopenDisputeRequest;
import dev.redress.v1.ResolveRequest;
import dev.redress.v1.WithdrawDisputeRequest;
import dev.redress.v1.Withdrawal;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All that happened to a dispute, in order. */
class DisputeHistoryGrpcTest {

  @ParameterizedTest
  @EnumSource
  void list_ofADisputeHasItsMovesCallsCreditsAndEscalations(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = open(billed, "L1");
    EscalationServiceGrpc.newBlockingStub(billed.api().channel())
        .acknowledgeEscalation(
            AcknowledgeEscalationRequest.newBuilder()
                .setName(escalation(billed))
                .setNote("I call at four")
                .build());
    resolve(billed, opened);
    Dispute reopened =
        disputes(billed)
            .reopenDispute(
                ReopenDisputeRequest.newBuilder()
                    .setName(opened.getName())
                    .setReason("the credit note never came")
                    .build());
    disputes(billed)
        .withdrawDispute(
            WithdrawDisputeRequest.newBuilder()
                .setName(opened.getName())
                .setWithdrawal(
                    Withdrawal.newBuilder()
                        .setWithdrawnBy("Dr. Kim")
                        .setChannel(Withdrawal.Channel.MAIL)
                        .setNote("it came today"))
                .build());
    disputes(billed)
        .closeDispute(CloseDisputeRequest.newBuilder().setName(opened.getName()).build());
    String filter = "dispute = \"" + id(opened) + "\"";

    List<Event> history = list(kind, billed.provider(), filter).getEventsList();

    assertThat(history).extracting(Event::getSequence).isSorted();
    assertThat(history.stream().map(DisputeHistoryGrpcTest::told))
        .containsExactly(
            "dispute.opened: null -> OPEN by local",
            "callback.scheduled by local",
            "escalation.fired by redress",
            "escalation.acknowledged by local: I call at four",
            "callback.attempted by local: will look for it",
            "dispute.review_begun: OPEN -> IN_REVIEW by local",
            "dispute.proposed: IN_REVIEW -> PROPOSED by local",
            "dispute.approved: PROPOSED -> APPROVED by local",
            "credit.issued by local",
            "callback.cancelled by local",
            "dispute.resolved: APPROVED -> RESOLVED by local",
            "dispute.reopened: RESOLVED -> REOPENED by local: the credit note never came",
            "callback.scheduled by local",
            "callback.cancelled by local",
            "dispute.withdrawn: REOPENED -> WITHDRAWN by local: it came today",
            "dispute.closed: WITHDRAWN -> CLOSED by local");
    assertThat(history.get(12).getResource()).isEqualTo(reopened.getCallback());
  }

  @ParameterizedTest
  @EnumSource
  void list_ofADisputeLeavesOthersOutAndPages(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute opened = open(billed, "L1");
    Dispute other = open(Billed.of(billed.api(), billed.provider(), "BREWER"), "L2");
    Dispute joined = open(billed, "L2");
    assertThat(joined.getName()).isEqualTo(opened.getName());
    ListEventsResponse first = history(billed, opened, "");
    ListEventsResponse second = history(billed, opened, first.getNextPageToken());

    assertThat(first.getEventsList())
        .extracting(Event::getAction)
        .containsExactly("dispute.opened", "callback.scheduled");
    assertThat(second.getEventsList().stream().map(DisputeHistoryGrpcTest::told))
        .containsExactly("dispute.lines_added: OPEN -> OPEN by local");
    assertThat(second.getNextPageToken()).isEmpty();
    Refusal.of(() -> history(billed, other, first.getNextPageToken()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
  }

  @ParameterizedTest
  @EnumSource
  void list_refusesFiltersAndFindsNothingOfNobody(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();

    assertThat(list(kind, provider, "dispute = \"nobody\"").getEventsList()).isEmpty();
    Refusal.of(() -> list(kind, provider, "actor = mia"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILTER_INVALID, "filter");
  }

  /** The action, the states before and after of a move, who did it and what was said. */
  private static String told(Event event) {
    String after = event.getDetailsMap().get("stateAfter");
    return event.getAction()
        + (after == null ? "" : ": " + event.getDetailsMap().get("stateBefore") + " -> " + after)
        + " by "
        + event.getActor()
        + (event.getReason().isEmpty() ? "" : ": " + event.getReason());
  }

  private static Dispute open(Billed billed, String line) {
    return disputes(billed)
        .openDispute(
            OpenDisputeRequest.newBuilder()
                .setParent(billed.provider())
                .setDispute(
                    Dispute.newBuilder()
                        .addLines(
                            DisputedLine.newBuilder()
                                .setLine(billed.line(line))
                                .setReason(Reason.NOT_DELIVERED)))
                .build());
  }

  private static void resolve(Billed billed, Dispute dispute) {
    CallbackServiceGrpc.newBlockingStub(billed.api().channel())
        .logAttempt(
            LogAttemptRequest.newBuilder()
                .setName(dispute.getCallback())
                .setOutcome(Callback.Outcome.REACHED)
                .setNote("will look for it")
                .build());
    disputes(billed)
        .resolve(
            ResolveRequest.newBuilder()
                .setName(dispute.getName())
                .setOtherLinesOutcome(Outcome.CREDITED)
                .build());
  }

  /** The first escalation of the provider, as soon as there is one. */
  private static String escalation(Billed billed) {
    ListEscalationsRequest request =
        ListEscalationsRequest.newBuilder().setParent(billed.provider()).build();
    for (int i = 0; i < 500; i++) {
      billed.api().escalate();
      List<Escalation> fired =
          EscalationServiceGrpc.newBlockingStub(billed.api().channel())
              .listEscalations(request)
              .getEscalationsList();
      if (!fired.isEmpty()) {
        return fired.getFirst().getName();
      }
      billed.api().advance(Duration.ofMinutes(20));
    }
    throw new AssertionError("nothing fires");
  }

  private static String id(Dispute dispute) {
    return dispute.getName().substring(dispute.getName().lastIndexOf('/') + 1);
  }

  /** Two events a page. */
  private static ListEventsResponse history(Billed billed, Dispute dispute, String token) {
    billed.api().numberEvents();
    return EventServiceGrpc.newBlockingStub(billed.api().channel())
        .listEvents(
            ListEventsRequest.newBuilder()
                .setParent(billed.provider())
                .setFilter("dispute = \"" + id(dispute) + "\"")
                .setPageSize(2)
                .setPageToken(token)
                .build());
  }

  private static ListEventsResponse list(TestDatabase.Kind kind, String provider, String filter) {
    TestApi.on(kind).numberEvents();
    return EventServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
        .listEvents(ListEventsRequest.newBuilder().setParent(provider).setFilter(filter).build());
  }

  private static DisputeServiceBlockingStub disputes(Billed billed) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel());
  }
}
