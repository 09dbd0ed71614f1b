package dev.redress.cli.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackClaim;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.ClaimCallbackRequest;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.ListCallbacksRequest;
import dev.redress.v1.ListCallbacksResponse;
import dev.redress.v1.ListDueCallbacksRequest;
import dev.redress.v1.ListDueCallbacksResponse;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.LogAttemptResponse;
import dev.redress.v1.Notice;
import dev.redress.v1.Promise;
import dev.redress.v1.ReleaseCallbackRequest;
import dev.redress.v1.RescheduleCallbackRequest;
import dev.redress.v1.RescheduleCallbackResponse;
import dev.redress.v1.ServedCallback;
import dev.redress.v1.SignOff;
import dev.redress.v1.SignOffExhaustedRequest;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallbackCommandTest {
  private static final Callback CALLBACK =
      Callback.newBuilder()
          .setName("providers/default/callbacks/c1")
          .setState(Callback.State.SCHEDULED)
          .setDispute("providers/default/disputes/d1")
          .setCustomer("providers/default/customers/VARN")
          .setOwner("Sarah")
          .setContact("+1 312 555 0142")
          .addAlsoOpen("providers/default/callbacks/c8")
          .setDueTime(Timestamp.newBuilder().setSeconds(1_795_000_000))
          .build();

  private final Callbacks callbacks = new Callbacks();
  private final FakeServer server = new FakeServer(callbacks);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void list_asksForLiveCallsUnlessTold() {
    CliRun run = CliRun.of(server, "callback", "list");
    assertThat(run.out())
        .isEqualTo(
            """
            CALLBACK  STATE      DUE                      CUSTOMER  CONTACT          OWNER  ATTEMPTS  DISPUTE  ALSO
            c1        SCHEDULED  2026-11-18 12:06 +01:00  VARN      +1 312 555 0142  Sarah         0  d1          1
            """);
    CliRun.of(server, "callback", "list", "--all", "--owner", "Bo");
    assertThat(callbacks.calls.stream().map(ListCallbacksRequest.class::cast))
        .extracting(ListCallbacksRequest::getFilter)
        .containsExactly("live = true", "owner = \"Bo\"");
  }

  @Test
  void list_dueTodayEndsAtMidnightHere() {
    CliRun.of(server, "callback", "list", "--due", "today", "--owner", "Bo");
    CliRun.of(server, "callback", "list", "--due", "now");
    ListDueCallbacksRequest today = (ListDueCallbacksRequest) callbacks.calls.getFirst();
    assertThat(today.getOwner()).isEqualTo("Bo");
    assertThat(today.getUntilTime().getSeconds())
        .isEqualTo(Instant.parse("2026-11-20T23:00:00Z").getEpochSecond());
    assertThat(((ListDueCallbacksRequest) callbacks.calls.getLast()).getUntilTime().getSeconds())
        .isEqualTo(Instant.parse("2026-11-20T10:00:00Z").getEpochSecond());
  }

  @Test
  void log_saysWhatWasPromisedAndWhatComesNext() {
    CliRun run =
        CliRun.of(
            server,
            "callback",
            "log",
            "c1",
            "--outcome",
            "reached",
            "--note",
            "wants numbers",
            "--follow-up",
            "2026-11-25T14:30:00Z");
    LogAttemptRequest request = (LogAttemptRequest) callbacks.calls.getFirst();
    assertThat(request.getName()).isEqualTo("providers/default/callbacks/c1");
    assertThat(request.getOutcome()).isEqualTo(Callback.Outcome.REACHED);
    assertThat(request.getNote()).isEqualTo("wants numbers");
    assertThat(request.getFollowUpTime().getSeconds())
        .isEqualTo(Instant.parse("2026-11-25T14:30:00Z").getEpochSecond());
    assertThat(run.err())
        .isEqualTo(
            """
            Logged REACHED; callback c1 is now COMPLETED.
            The next call is due 2026-11-18 12:06 +01:00: callback c2.
            next: redress dispute resolve d1 --all-lines EXPLAINED
            """);
    assertThat(run.out()).startsWith("CALLBACK  c2\n");
  }

  @Test
  void log_saysWhatToDoDifferentlyAndWhoMustFindOutWhereToCall() {
    CliRun run =
        CliRun.of(
            server, "callback", "log", "c1", "--outcome", "hung_up", "--approach", "ask for Anna");
    assertThat(((LogAttemptRequest) callbacks.calls.getFirst()).getApproach())
        .isEqualTo("ask for Anna");
    assertThat(run.err()).contains("Logged HUNG_UP;", "This time: ask for Anna\n");

    CliRun wrong =
        CliRun.of(server, "callback", "log", "c1", "--outcome", "wrong_number", "--contact", "");
    assertThat(wrong.err())
        .contains("Nobody knows where to call; Sarah must find out before then.");
  }

  @Test
  void log_servesOtherCallsAndKeepsWhatWasPromised() {
    CliRun run =
        CliRun.of(
            server,
            "callback",
            "log",
            "c1",
            "--outcome",
            "REACHED",
            "--with",
            "c9",
            "--with-all",
            "--promise",
            "send the report by mail by 2026-11-27T17:00:00Z");
    LogAttemptRequest request = (LogAttemptRequest) callbacks.calls.getFirst();
    assertThat(request.getAlsoCallbacksList())
        .containsExactly("providers/default/callbacks/c9", "providers/default/callbacks/c8");
    assertThat(request.getPromises(0).getText()).isEqualTo("send the report by mail");
    assertThat(request.getPromises(0).getDueTime().getSeconds())
        .isEqualTo(Instant.parse("2026-11-27T17:00:00Z").getEpochSecond());
    assertThat(run.err())
        .isEqualTo(
            """
            Logged REACHED; callback c1 is now COMPLETED.
            The next call is due 2026-11-18 12:06 +01:00: callback c2.
            For dispute d1, too, the next call is due 2026-11-18 12:06 +01:00: callback c9b.
            For dispute d1, too, the next call is due 2026-11-18 12:06 +01:00: callback c8b.
            Promised by 2026-11-27 18:00 +01:00: send the report by mail; promise p1.
            next: redress dispute resolve d1 --all-lines EXPLAINED
            """);
  }

  @Test
  void log_wantsATimeForEachPromise() {
    CliRun run =
        CliRun.of(
            server, "callback", "log", "c1", "--outcome", "REACHED", "--promise", "the report");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("'the report' says no time; write it as 'send the report by 2026-11-27 17:00'");
  }

  @Test
  void claim_saysUntilWhenItCountsAndRelease_givesItUp() {
    CliRun run = CliRun.of(server, "callback", "claim", "c1", "--minutes", "45");
    CliRun released = CliRun.of(server, "callback", "release", "c1");

    ClaimCallbackRequest request = (ClaimCallbackRequest) callbacks.calls.getFirst();
    assertThat(request.getName()).isEqualTo("providers/default/callbacks/c1");
    assertThat(request.getLease().getSeconds()).isEqualTo(2_700);
    assertThat(request.getRequestId()).isNotEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            Claimed by mia until 2026-11-18 12:51 +01:00; it is due all the same.
            next: redress callback log c1 --outcome REACHED
            """);
    assertThat(released.err())
        .isEqualTo("Nobody has claimed the call now; Sarah has to make it.\n");
  }

  @Test
  void reschedule_saysHowOftenItCanBeMovedAgain() {
    CliRun run =
        CliRun.of(
            server,
            "callback",
            "reschedule",
            "c1",
            "--to",
            "2026-11-25T14:30:00Z",
            "--reason",
            "Mia is ill");
    RescheduleCallbackRequest request = (RescheduleCallbackRequest) callbacks.calls.getFirst();
    assertThat(request.getDueTime().getSeconds())
        .isEqualTo(Instant.parse("2026-11-25T14:30:00Z").getEpochSecond());
    assertThat(request.getReason()).isEqualTo("Mia is ill");
    assertThat(run.out()).startsWith("CALLBACK  c2\n");
    assertThat(run.err())
        .isEqualTo(
            "Moved to 2026-11-25 15:30 +01:00: callback c2; moves left before somebody"
                + " must call: 2.\n");
  }

  @Test
  void signOff_saysThatTheDisputeMayEnd() {
    CliRun run =
        CliRun.of(
            server,
            "callback",
            "sign-off",
            "c1",
            "--reason",
            "closed since August",
            "--notice",
            "letters/117",
            "--channel",
            "letter",
            "--sent",
            "2026-11-19T14:30:00Z");
    SignOffExhaustedRequest request = (SignOffExhaustedRequest) callbacks.calls.getFirst();
    assertThat(request.getReason()).isEqualTo("closed since August");
    assertThat(request.getNotice().getChannel()).isEqualTo(Notice.Channel.LETTER);
    assertThat(request.getNotice().getText()).isEqualTo("letters/117");
    assertThat(request.getNotice().getSendTime().getSeconds())
        .isEqualTo(Instant.parse("2026-11-19T14:30:00Z").getEpochSecond());
    assertThat(run.err())
        .isEqualTo(
            """
            Signed off by sarah; the dispute may be resolved, and a call that reaches the customer still counts.
            next: redress dispute resolve d1 --all-lines EXPLAINED
            """);
  }

  /** Knows one callback; logging makes a second one. */
  private static final class Callbacks extends CallbackServiceGrpc.CallbackServiceImplBase {
    private final List<Message> calls = new ArrayList<>();

    @Override
    public void listCallbacks(
        ListCallbacksRequest request, StreamObserver<ListCallbacksResponse> answer) {
      calls.add(request);
      answer.onNext(ListCallbacksResponse.newBuilder().addCallbacks(CALLBACK).build());
      answer.onCompleted();
    }

    @Override
    public void listDueCallbacks(
        ListDueCallbacksRequest request, StreamObserver<ListDueCallbacksResponse> answer) {
      calls.add(request);
      answer.onNext(ListDueCallbacksResponse.newBuilder().addCallbacks(CALLBACK).build());
      answer.onCompleted();
    }

    @Override
    public void claimCallback(ClaimCallbackRequest request, StreamObserver<Callback> answer) {
      calls.add(request);
      answer.onNext(
          CALLBACK.toBuilder()
              .setState(Callback.State.CLAIMED)
              .setClaim(
                  CallbackClaim.newBuilder()
                      .setActor("mia")
                      .setExpireTime(
                          Timestamp.newBuilder()
                              .setSeconds(1_795_000_000 + request.getLease().getSeconds())))
              .build());
      answer.onCompleted();
    }

    @Override
    public void releaseCallback(ReleaseCallbackRequest request, StreamObserver<Callback> answer) {
      calls.add(request);
      answer.onNext(CALLBACK);
      answer.onCompleted();
    }

    @Override
    public void rescheduleCallback(
        RescheduleCallbackRequest request, StreamObserver<RescheduleCallbackResponse> answer) {
      calls.add(request);
      answer.onNext(
          RescheduleCallbackResponse.newBuilder()
              .setCallback(CALLBACK.toBuilder().setState(Callback.State.SUPERSEDED))
              .setSuccessor(
                  CALLBACK.toBuilder()
                      .setName("providers/default/callbacks/c2")
                      .setReschedulesBefore(1)
                      .setDueTime(request.getDueTime()))
              .build());
      answer.onCompleted();
    }

    @Override
    public void signOffExhausted(SignOffExhaustedRequest request, StreamObserver<Callback> answer) {
      calls.add(request);
      answer.onNext(
          CALLBACK.toBuilder()
              .setState(Callback.State.EXHAUSTED)
              .setSignOff(SignOff.newBuilder().setActor("sarah"))
              .build());
      answer.onCompleted();
    }

    @Override
    public void getCallback(GetCallbackRequest request, StreamObserver<Callback> answer) {
      answer.onNext(CALLBACK);
      answer.onCompleted();
    }

    @Override
    public void logAttempt(LogAttemptRequest request, StreamObserver<LogAttemptResponse> answer) {
      calls.add(request);
      answer.onNext(
          LogAttemptResponse.newBuilder()
              .addAllAlso(
                  request.getAlsoCallbacksList().stream()
                      .map(
                          name ->
                              ServedCallback.newBuilder()
                                  .setCallback(CALLBACK.toBuilder().setName(name))
                                  .setSuccessor(CALLBACK.toBuilder().setName(name + "b"))
                                  .build())
                      .toList())
              .addAllPromises(
                  request.getPromisesList().stream()
                      .map(
                          each ->
                              Promise.newBuilder()
                                  .setName("providers/default/promises/p1")
                                  .setText(each.getText())
                                  .setDueTime(each.getDueTime())
                                  .build())
                      .toList())
              .setCallback(CALLBACK.toBuilder().setState(Callback.State.COMPLETED))
              .setSuccessor(
                  CALLBACK.toBuilder()
                      .setName("providers/default/callbacks/c2")
                      .setApproach(request.getApproach())
                      .setContact(
                          request.getOutcome() == Callback.Outcome.WRONG_NUMBER
                              ? request.getContact()
                              : CALLBACK.getContact()))
              .build());
      answer.onCompleted();
    }
  }
}
