package dev.redress.cli.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.cli.attachment.FakeAttachments;
import dev.redress.v1.AwaitCustomerRequest;
import dev.redress.v1.AwaitProviderRequest;
import dev.redress.v1.CloseDisputeRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.ListEventsRequest;
import dev.redress.v1.ListEventsResponse;
import dev.redress.v1.ReopenDisputeRequest;
import dev.redress.v1.Waiting;
import dev.redress.v1.WithdrawDisputeRequest;
import dev.redress.v1.Withdrawal;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The commands by which a dispute waits, is taken back, is reopened and closes. */
class DisputeLifeCommandTest {
  private static final String NAME = "providers/default/disputes/d1";

  private final Disputes disputes = new Disputes();
  private final Events events = new Events();
  private final FakeServer server = new FakeServer(disputes, events, new FakeAttachments());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void await_saysUntilWhenAndThatTheCallStaysDue() {
    CliRun customer =
        CliRun.of(
            server,
            "dispute",
            "await",
            "d1",
            "--on",
            "customer",
            "--for",
            "the signed order",
            "--until",
            "2026-11-25T14:30:00Z");
    CliRun.of(
        server,
        "dispute",
        "await",
        "d1",
        "--on",
        "provider",
        "--for",
        "the time sheet",
        "--until",
        "2026-11-25T14:30:00Z");

    assertThat(disputes.awaitsCustomer.getName()).isEqualTo(NAME);
    assertThat(disputes.awaitsCustomer.getAwaited()).isEqualTo("the signed order");
    assertThat(disputes.awaitsCustomer.getRespondByTime()).isEqualTo(at("2026-11-25T14:30:00Z"));
    assertThat(disputes.awaitsCustomer.getRequestId()).hasSize(36);
    assertThat(disputes.awaitsProvider.getAwaited()).isEqualTo("the time sheet");
    assertThat(customer.err())
        .isEqualTo(
            """
            The dispute waits for the customer until 2026-11-25 15:30 +01:00; the call stays due.
            next: redress callback log c1 --outcome REACHED
            """);
  }

  @Test
  void withdraw_recordsTheCustomersWord() {
    CliRun run =
        CliRun.of(
            server,
            "dispute",
            "withdraw",
            "d1",
            "--by",
            "Dr. Kim",
            "--channel",
            "in-person",
            "--at",
            "2026-11-20T09:00:00Z",
            "--note",
            "found the work order");

    assertThat(disputes.withdrawn.getName()).isEqualTo(NAME);
    assertThat(disputes.withdrawn.getWithdrawal())
        .isEqualTo(
            Withdrawal.newBuilder()
                .setWithdrawnBy("Dr. Kim")
                .setChannel(Withdrawal.Channel.IN_PERSON)
                .setWithdrawTime(at("2026-11-20T09:00:00Z"))
                .setNote("found the work order")
                .build());
    assertThat(run.err())
        .isEqualTo(
            """
            The dispute is withdrawn at the word of Dr. Kim and its call is cancelled; it closes for \
            good 2026-11-27 10:00 +01:00 unless it is reopened.
            next: redress dispute close d1
            """);
    CliRun.of(server, "dispute", "withdraw", "d1", "--by", "Dr. Kim", "--channel", "PHONE");
    assertThat(disputes.withdrawn.getWithdrawal().hasWithdrawTime()).isFalse();
  }

  @Test
  void reopen_saysWhoOwnsItAndWhenACallIsDue() {
    CliRun run = CliRun.of(server, "dispute", "reopen", "d1", "--reason", "no credit note came");

    assertThat(disputes.reopened.getReason()).isEqualTo("no credit note came");
    assertThat(run.err())
        .isEqualTo(
            """
            The dispute is open again (2 times so far); Ben owns it, and a call is due \
            2026-11-23 12:00 +01:00.
            next: redress callback log c1 --outcome REACHED
            """);
  }

  @Test
  void close_isForGood() {
    CliRun run = CliRun.of(server, "dispute", "close", "d1", "--note", "customer agrees");

    assertThat(disputes.closed.getNote()).isEqualTo("customer agrees");
    assertThat(run.err())
        .isEqualTo(
            """
            The dispute is closed for good; it cannot be reopened.
            next: redress dispute history d1
            """);
  }

  @Test
  void show_saysWhatIsWaitedFor() {
    disputes.shown = waits();

    assertThat(CliRun.of(server, "dispute", "show", "d1").out())
        .startsWith(
            """
            Dispute d1: AWAITING_CUSTOMER
              customer VARN, invoice INV-1, owner Ben
              0 lines over 202.00 USD, credited 0.00 USD, opened 2026-11-16 08:00 +01:00
              priority NORMAL, raised by CUSTOMER, reopened 2 times
              waits since 2026-11-20 10:00 +01:00 until 2026-11-25 15:30 +01:00 for: the signed order
              8 h 0 min of business time so far, which stands still while the customer is waited for
            """);
  }

  @Test
  void show_saysWhoTookItBackAndWhenItCloses() {
    disputes.shown = taken();

    assertThat(CliRun.of(server, "dispute", "show", "d1").out())
        .startsWith(
            """
            Dispute d1: WITHDRAWN
              customer VARN, invoice INV-1, owner Ben
              0 lines over 202.00 USD, credited 0.00 USD, opened 2026-11-16 08:00 +01:00
              priority NORMAL, raised by CUSTOMER, reopened 2 times
              took 8 h 0 min of business time
              handed off never; nobody who may decide has owned it yet
              withdrawn by Dr. Kim (PHONE) 2026-11-20 10:00 +01:00: found the work order
              closes for good 2026-11-27 10:00 +01:00 unless it is reopened
            """);
  }

  @Test
  void history_readsWhatHappenedInOrder() {
    CliRun run = CliRun.of(server, "dispute", "history", "d1");

    assertThat(run.out())
        .isEqualTo(
            """
            WHEN                     WHO      WHAT                     CHANGE                                                      SAID
            2026-11-16 08:00 +01:00  redress  dispute.opened           OPEN, lines added: 2
            2026-11-16 08:00 +01:00  redress  callback.scheduled       due 2026-11-17 09:00 +01:00, by Sarah
            2026-11-17 09:00 +01:00  redress  escalation.fired         level 2, told lead
            2026-11-17 09:10 +01:00  mia      callback.attempted       NO_ANSWER, next call due 2026-11-17 13:10 +01:00, by Sarah  rings out
            2026-11-17 10:00 +01:00  mia      dispute.awaits_customer  OPEN -> AWAITING_CUSTOMER, until 2026-11-25 15:30 +01:00    the signed order
            2026-11-18 10:00 +01:00  mia      credit.issued            202.00 USD, for line 1-03
            2026-11-18 10:00 +01:00  mia      dispute.reopened         RESOLVED -> REOPENED, now owned by Ben                      no credit note came
            2026-11-18 10:10 +01:00  mia      credit.reversed          -202.00 USD, for line 1-03                                  wrong line
            2026-11-18 10:10 +01:00  mia      something.later
            """);
    assertThat(events.asked.getParent()).isEqualTo("providers/default");
    assertThat(events.asked.getFilter()).isEqualTo("dispute = \"d1\"");
  }

  @Test
  void history_ofNobodyIsNotFound() {
    disputes.shown = null;

    CliRun run = CliRun.of(server, "dispute", "history", "d9");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(events.asked).isEqualTo(ListEventsRequest.getDefaultInstance());
  }

  private static Dispute.Builder dispute(Dispute.State state) {
    Money money = Money.newBuilder().setUnits(202).setCurrencyCode("USD").build();
    return Dispute.newBuilder()
        .setName(NAME)
        .setState(state)
        .setCustomer("providers/default/customers/VARN")
        .setInvoice("providers/default/customers/VARN/invoices/INV-1")
        .setOwner("Ben")
        .setDisputedAmount(money)
        .setCreditedAmount(money.toBuilder().setUnits(0))
        .setCreateTime(at("2026-11-16T07:00:00Z"))
        .setPriority(Dispute.Priority.NORMAL)
        .setRaisedBy(Dispute.RaisedBy.CUSTOMER)
        .setReopenCount(2)
        .setElapsedBusinessTime(Duration.newBuilder().setSeconds(28_800));
  }

  private static Dispute waits() {
    return dispute(Dispute.State.AWAITING_CUSTOMER)
        .setWaiting(
            Waiting.newBuilder()
                .setAwaited("the signed order")
                .setSinceTime(at("2026-11-20T09:00:00Z"))
                .setRespondByTime(at("2026-11-25T14:30:00Z")))
        .build();
  }

  private static Dispute taken() {
    return dispute(Dispute.State.WITHDRAWN)
        .setWithdrawal(
            Withdrawal.newBuilder()
                .setWithdrawnBy("Dr. Kim")
                .setChannel(Withdrawal.Channel.PHONE)
                .setWithdrawTime(at("2026-11-20T09:00:00Z"))
                .setNote("found the work order"))
        .setCloseTime(at("2026-11-27T09:00:00Z"))
        .build();
  }

  private static Dispute called(Dispute dispute) {
    return dispute.toBuilder()
        .setCallback("providers/default/callbacks/c1")
        .setCallbackDueTime(at("2026-11-23T11:00:00Z"))
        .build();
  }

  private static Timestamp at(String time) {
    return Timestamp.newBuilder().setSeconds(Instant.parse(time).getEpochSecond()).build();
  }

  /** Keeps the last request of each kind, and answers it as a server would. */
  private static final class Disputes extends DisputeServiceGrpc.DisputeServiceImplBase {
    private @Nullable Dispute shown = waits();
    private AwaitCustomerRequest awaitsCustomer = AwaitCustomerRequest.getDefaultInstance();
    private AwaitProviderRequest awaitsProvider = AwaitProviderRequest.getDefaultInstance();
    private WithdrawDisputeRequest withdrawn = WithdrawDisputeRequest.getDefaultInstance();
    private ReopenDisputeRequest reopened = ReopenDisputeRequest.getDefaultInstance();
    private CloseDisputeRequest closed = CloseDisputeRequest.getDefaultInstance();

    @Override
    public void getDispute(GetDisputeRequest request, StreamObserver<Dispute> answer) {
      if (shown == null) {
        answer.onError(Status.NOT_FOUND.asException());
      } else {
        send(answer, shown);
      }
    }

    @Override
    public void awaitCustomer(AwaitCustomerRequest request, StreamObserver<Dispute> answer) {
      awaitsCustomer = request;
      send(answer, called(waits()));
    }

    @Override
    public void awaitProvider(AwaitProviderRequest request, StreamObserver<Dispute> answer) {
      awaitsProvider = request;
      send(answer, called(waits()));
    }

    @Override
    public void withdrawDispute(WithdrawDisputeRequest request, StreamObserver<Dispute> answer) {
      withdrawn = request;
      send(answer, taken());
    }

    @Override
    public void reopenDispute(ReopenDisputeRequest request, StreamObserver<Dispute> answer) {
      reopened = request;
      send(answer, called(dispute(Dispute.State.REOPENED).build()));
    }

    @Override
    public void closeDispute(CloseDisputeRequest request, StreamObserver<Dispute> answer) {
      closed = request;
      send(answer, dispute(Dispute.State.CLOSED).build());
    }
  }

  /** Knows one history. */
  private static final class Events extends EventServiceGrpc.EventServiceImplBase {
    private ListEventsRequest asked = ListEventsRequest.getDefaultInstance();

    @Override
    public void listEvents(ListEventsRequest request, StreamObserver<ListEventsResponse> answer) {
      asked = request;
      List<Event> history = new ArrayList<>();
      history.add(
          event(
              "2026-11-16T07:00:00Z",
              "redress",
              "dispute.opened",
              "",
              Map.of("stateAfter", "OPEN", "linesAdded", "2")));
      history.add(
          event(
              "2026-11-16T07:00:00Z",
              "redress",
              "callback.scheduled",
              "",
              Map.of("owner", "Sarah", "dueTime", "2026-11-17T08:00:00Z")));
      history.add(
          event(
              "2026-11-17T08:00:00Z",
              "redress",
              "escalation.fired",
              "",
              Map.of("level", "2", "person", "lead")));
      history.add(
          event(
              "2026-11-17T08:10:00Z",
              "mia",
              "callback.attempted",
              "rings out",
              Map.of(
                  "outcome", "NO_ANSWER",
                  "successorDueTime", "2026-11-17T12:10:00.123456Z",
                  "successorOwner", "Sarah")));
      history.add(
          event(
              "2026-11-17T09:00:00Z",
              "mia",
              "dispute.awaits_customer",
              "the signed order",
              Map.of(
                  "stateBefore", "OPEN",
                  "stateAfter", "AWAITING_CUSTOMER",
                  "respondByTime", "2026-11-25T14:30:00Z")));
      history.add(
          event(
              "2026-11-18T09:00:00Z",
              "mia",
              "credit.issued",
              "",
              Map.of(
                  "amount", "202.00 USD",
                  "line", "providers/default/customers/VARN/invoices/INV-1/lines/1-03")));
      history.add(
          event(
              "2026-11-18T09:00:00Z",
              "mia",
              "dispute.reopened",
              "no credit note came",
              Map.of(
                  "stateBefore", "RESOLVED",
                  "stateAfter", "REOPENED",
                  "ownerBefore", "Sarah",
                  "ownerAfter", "Ben")));
      history.add(
          event(
              "2026-11-18T09:10:00Z",
              "mia",
              "credit.reversed",
              "wrong line",
              Map.of(
                  "amount", "-202.00 USD",
                  "line", "providers/default/customers/VARN/invoices/INV-1/lines/1-03")));
      history.add(event("2026-11-18T09:10:00Z", "mia", "something.later", "", Map.of()));
      send(answer, ListEventsResponse.newBuilder().addAllEvents(history).build());
    }

    private static Event event(
        String time, String actor, String action, String reason, Map<String, String> details) {
      return Event.newBuilder()
          .setCreateTime(at(time))
          .setActor(actor)
          .setAction(action)
          .setReason(reason)
          .putAllDetails(details)
          .build();
    }
  }

  private static <M> void send(StreamObserver<M> observer, M message) {
    observer.onNext(message);
    observer.onCompleted();
  }
}
