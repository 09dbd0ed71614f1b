package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.CallbackServiceGrpc.CallbackServiceBlockingStub;
import dev.redress.v1.ClaimCallbackRequest;
import dev.redress.v1.Commitment;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.GetPromiseRequest;
import dev.redress.v1.KeepPromiseRequest;
import dev.redress.v1.ListCallbacksRequest;
import dev.redress.v1.ListDueCallbacksRequest;
import dev.redress.v1.ListPromisesRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.LogAttemptResponse;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.Promise;
import dev.redress.v1.PromiseServiceGrpc;
import dev.redress.v1.PromiseServiceGrpc.PromiseServiceBlockingStub;
import dev.redress.v1.ReleasePromiseRequest;
import dev.redress.v1.ServedCallback;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One call that serves several disputes of a customer, and what is promised on it. */
class AttemptGrpcTest {

  @ParameterizedTest
  @EnumSource
  void logAttempt_servesAllOpenCallsOfTheCustomerAtOnce(TestDatabase.Kind kind) {
    Calls calls = Calls.on(kind);
    Callback first = calls.open("INV-1");
    Callback second = calls.open("INV-2");
    Callback third = calls.open("INV-3");
    assertThat(calls.get(first).getAlsoOpenList())
        .containsExactly(second.getName(), third.getName());
    assertThat(calls.list()).allSatisfy(each -> assertThat(each.getAlsoOpenCount()).isEqualTo(2));
    LogAttemptRequest request =
        reached(first)
            .addAlsoCallbacks(third.getName())
            .addAlsoCallbacks(second.getName())
            .setRequestId(TestApi.requestId())
            .build();

    LogAttemptResponse logged = calls.stub().logAttempt(request);

    assertThat(calls.stub().logAttempt(request)).isEqualTo(logged);
    assertThat(logged.getAlsoList())
        .extracting(served -> served.getCallback().getName())
        .containsExactly(third.getName(), second.getName());
    for (ServedCallback served : logged.getAlsoList()) {
      assertThat(served.getCallback().getState()).isEqualTo(Callback.State.COMPLETED);
      assertThat(served.getCallback().getAttempt()).isEqualTo(logged.getCallback().getAttempt());
      assertThat(served.getSuccessor().getPredecessor()).isEqualTo(served.getCallback().getName());
      Dispute dispute = calls.dispute(served.getCallback());
      assertThat(dispute.getCallback()).isEqualTo(served.getSuccessor().getName());
      assertThat(dispute.getCustomerReached()).isTrue();
    }
    assertThat(calls.list()).extracting(Callback::getState).containsOnly(Callback.State.SCHEDULED);
  }

  @ParameterizedTest
  @EnumSource
  void logAttempt_servesAllOrNone(TestDatabase.Kind kind) {
    Calls calls = Calls.on(kind);
    Callback first = calls.open("INV-1");
    Callback second = calls.open("INV-2");
    Callback ended = calls.open("INV-3");
    calls.stub().logAttempt(reached(ended).build());
    Callback elsewhere = Calls.of(calls.api(), calls.provider(), "BOREAS").open("INV-1");
    Callback another = Calls.on(kind).open("INV-1");

    calls
        .refusal(
            reached(first).addAlsoCallbacks(second.getName()).addAlsoCallbacks(ended.getName()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CALLBACK_NOT_LIVE);
    for (Callback other : List.of(elsewhere, another)) {
      calls
          .refusal(
              reached(first).addAlsoCallbacks(second.getName()).addAlsoCallbacks(other.getName()))
          .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.CUSTOMER_MISMATCH);
    }
    calls
        .refusal(reached(first).addAlsoCallbacks(calls.provider() + "/callbacks/unknown"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CALLBACK_NOT_FOUND);
    calls
        .refusal(reached(first).addAlsoCallbacks(first.getName()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "also_callbacks[0]");
    calls
        .refusal(
            reached(first).addAlsoCallbacks(second.getName()).addAlsoCallbacks(second.getName()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "also_callbacks[1]");
    calls
        .refusal(reached(first).addAllAlsoCallbacks(Collections.nCopies(21, second.getName())))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "also_callbacks");
    calls
        .refusal(reached(first).addAlsoCallbacks("c1"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "also_callbacks[0]");
    calls
        .as("mia")
        .claimCallback(ClaimCallbackRequest.newBuilder().setName(second.getName()).build());
    calls
        .refusal(reached(first).addAlsoCallbacks(second.getName()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CALLBACK_CLAIMED);

    assertThat(calls.get(first).getEtag()).isEqualTo(first.getEtag());
    assertThat(calls.get(second).getState()).isEqualTo(Callback.State.CLAIMED);
  }

  @ParameterizedTest
  @EnumSource
  void logAttempt_keepsWhatWasPromised(TestDatabase.Kind kind) {
    Calls calls = Calls.on(kind);
    Callback call = calls.open("INV-1");
    Instant now = calls.api().advance(Duration.ZERO);
    Timestamp friday = TimeProtos.toProto(now.plus(Duration.ofDays(3)));
    LogAttemptRequest request =
        reached(call)
            .addPromises(promised("send the report", friday))
            .addPromises(promised("ask Tom", TimeProtos.toProto(now.plus(Duration.ofDays(1)))))
            .setRequestId(TestApi.requestId())
            .build();

    LogAttemptResponse logged = calls.as("mia").logAttempt(request);

    assertThat(calls.as("mia").logAttempt(request)).isEqualTo(logged);
    Promise report = logged.getPromises(0);
    assertThat(report.getState()).isEqualTo(Promise.State.OPEN);
    assertThat(report.getText()).isEqualTo("send the report");
    assertThat(report.getDueTime()).isEqualTo(friday);
    assertThat(report.getCallback()).isEqualTo(call.getName());
    assertThat(report.getDispute()).isEqualTo(call.getDispute());
    assertThat(report.getCustomer()).isEqualTo(call.getCustomer());
    assertThat(report.getOwner()).isEqualTo(call.getOwner());
    assertThat(calls.promises("open = true"))
        .containsExactly(logged.getPromises(1), logged.getPromises(0));
    assertThat(calls.promises("overdue = true")).isEmpty();

    calls.api().advance(Duration.ofDays(2));
    assertThat(calls.promises("overdue = true"))
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.getText()).isEqualTo("ask Tom");
              assertThat(late.getOverdue()).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource
  void logAttempt_refusesPromisesThatDoNotFit(TestDatabase.Kind kind) {
    Calls calls = Calls.on(kind);
    Callback call = calls.open("INV-1");
    Instant now = calls.api().advance(Duration.ZERO);
    Timestamp soon = TimeProtos.toProto(now.plusSeconds(60));
    Timestamp far = TimeProtos.toProto(now.plus(Duration.ofDays(91)));

    calls
        .refusal(reached(call).addPromises(promised(" ", soon)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "promises[0].text");
    calls
        .refusal(
            reached(call)
                .addPromises(promised("x", soon))
                .addPromises(promised("x".repeat(501), soon)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "promises[1].text");
    calls
        .refusal(reached(call).addPromises(Commitment.newBuilder().setText("x")))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "promises[0].due_time");
    for (Timestamp due : List.of(TimeProtos.toProto(now), far)) {
      calls
          .refusal(reached(call).addPromises(promised("x", due)))
          .assertIs(
              Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "promises[0].due_time");
    }
    calls
        .refusal(reached(call).addAllPromises(Collections.nCopies(11, promised("x", soon).build())))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "promises");
    calls
        .refusal(
            reached(call).setOutcome(Callback.Outcome.VOICEMAIL).addPromises(promised("x", soon)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "promises");
    assertThat(calls.promises("")).isEmpty();
    assertThat(calls.get(call)).isEqualTo(call);
  }

  @ParameterizedTest
  @EnumSource
  void promises_areKeptOrReleasedOnce(TestDatabase.Kind kind) {
    Calls calls = Calls.on(kind);
    Timestamp soon =
        TimeProtos.toProto(calls.api().advance(Duration.ZERO).plus(Duration.ofDays(1)));
    LogAttemptResponse logged =
        calls
            .stub()
            .logAttempt(
                reached(calls.open("INV-1"))
                    .addPromises(promised("send the report", soon))
                    .addPromises(promised("ask Tom", soon))
                    .build());
    Promise report = logged.getPromises(0);
    KeepPromiseRequest keep =
        KeepPromiseRequest.newBuilder()
            .setName(report.getName())
            .setNote("by mail")
            .setEtag(report.getEtag())
            .setRequestId(TestApi.requestId())
            .build();
    ReleasePromiseRequest release =
        ReleasePromiseRequest.newBuilder()
            .setName(logged.getPromises(1).getName())
            .setReason("they asked Tom themselves")
            .build();

    Promise kept = calls.stubOfPromises().keepPromise(keep);
    Promise released = calls.stubOfPromises().releasePromise(release);

    assertThat(calls.stubOfPromises().keepPromise(keep)).isEqualTo(kept);
    assertThat(kept.getState()).isEqualTo(Promise.State.KEPT);
    assertThat(kept.getEnding().getNote()).isEqualTo("by mail");
    assertThat(kept.getEnding().getActor()).isEqualTo("local");
    assertThat(released.getState()).isEqualTo(Promise.State.RELEASED);
    assertThat(calls.promises("open = false")).hasSize(2);
    Refusal.of(() -> calls.stubOfPromises().keepPromise(keep.toBuilder().clearRequestId().build()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    Refusal.of(
            () ->
                calls
                    .stubOfPromises()
                    .keepPromise(keep.toBuilder().clearRequestId().clearEtag().build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.PROMISE_NOT_OPEN);
    Refusal.of(() -> calls.stubOfPromises().releasePromise(release))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.PROMISE_NOT_OPEN);
    Refusal.of(
            () -> calls.stubOfPromises().releasePromise(release.toBuilder().setReason("").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
    Refusal.of(
            () ->
                calls
                    .stubOfPromises()
                    .getPromise(
                        GetPromiseRequest.newBuilder()
                            .setName("providers/nobody/promises/p1")
                            .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROMISE_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void listPromises_givesEachOnceByDueTime(TestDatabase.Kind kind) {
    Calls calls = Calls.on(kind);
    Instant now = calls.api().advance(Duration.ZERO);
    LogAttemptRequest.Builder request = reached(calls.open("INV-1"));
    for (int hours : List.of(5, 3, 4)) {
      request.addPromises(
          promised("in " + hours, TimeProtos.toProto(now.plus(Duration.ofHours(hours)))));
    }
    calls.stub().logAttempt(request.build());
    ListPromisesRequest list =
        ListPromisesRequest.newBuilder().setParent(calls.provider()).setPageSize(2).build();

    var first = calls.stubOfPromises().listPromises(list);
    var second =
        calls
            .stubOfPromises()
            .listPromises(list.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(first.getPromisesList())
        .extracting(Promise::getText)
        .containsExactly("in 3", "in 4");
    assertThat(second.getPromisesList()).extracting(Promise::getText).containsExactly("in 5");
    assertThat(second.getNextPageToken()).isEmpty();
    Refusal.of(() -> calls.promises("state = OPEN"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILTER_INVALID);
    Refusal.of(
            () ->
                calls
                    .stubOfPromises()
                    .listPromises(
                        ListPromisesRequest.newBuilder().setParent("providers/nobody").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  private static LogAttemptRequest.Builder reached(Callback callback) {
    return LogAttemptRequest.newBuilder()
        .setName(callback.getName())
        .setOutcome(Callback.Outcome.REACHED);
  }

  private static Commitment.Builder promised(String text, Timestamp due) {
    return Commitment.newBuilder().setText(text).setDueTime(due);
  }

  /** The calls of one customer. */
  private record Calls(TestApi api, String provider, Billed billed) {
    static Calls on(TestDatabase.Kind kind) {
      TestApi api = TestApi.on(kind);
      return of(api, api.newProvider(), "ATLAS");
    }

    static Calls of(TestApi api, String provider, String customer) {
      return new Calls(api, provider, Billed.of(api, provider, customer));
    }

    /** Disputes a line of an invoice; gives the call that is due for it. */
    Callback open(String invoice) {
      String line =
          invoice.equals("INV-1") ? billed.line("L1") : billed.invoiced(invoice) + "/lines/L1";
      String callback =
          DisputeServiceGrpc.newBlockingStub(api.channel())
              .openDispute(
                  OpenDisputeRequest.newBuilder()
                      .setParent(provider)
                      .setDispute(
                          Dispute.newBuilder()
                              .addLines(
                                  DisputedLine.newBuilder()
                                      .setLine(line)
                                      .setReason(DisputedLine.Reason.RATE)))
                      .build())
              .getCallback();
      return get(Callback.newBuilder().setName(callback).build());
    }

    Callback get(Callback callback) {
      return stub()
          .getCallback(GetCallbackRequest.newBuilder().setName(callback.getName()).build());
    }

    /** All live ones, asked for in both ways. */
    List<Callback> list() {
      List<Callback> live =
          stub()
              .listCallbacks(
                  ListCallbacksRequest.newBuilder()
                      .setParent(provider)
                      .setFilter("live = true")
                      .build())
              .getCallbacksList();
      assertThat(
              stub()
                  .listDueCallbacks(
                      ListDueCallbacksRequest.newBuilder()
                          .setParent(provider)
                          .setUntilTime(
                              TimeProtos.toProto(
                                  api.advance(Duration.ZERO).plus(Duration.ofDays(30))))
                          .build())
                  .getCallbacksList())
          .containsExactlyInAnyOrderElementsOf(live);
      return live;
    }

    Dispute dispute(Callback callback) {
      return DisputeServiceGrpc.newBlockingStub(api.channel())
          .getDispute(GetDisputeRequest.newBuilder().setName(callback.getDispute()).build());
    }

    List<Promise> promises(String filter) {
      return stubOfPromises()
          .listPromises(
              ListPromisesRequest.newBuilder().setParent(provider).setFilter(filter).build())
          .getPromisesList();
    }

    Refusal refusal(LogAttemptRequest.Builder request) {
      return Refusal.of(() -> stub().logAttempt(request.build()));
    }

    CallbackServiceBlockingStub stub() {
      return CallbackServiceGrpc.newBlockingStub(api.channel());
    }

    CallbackServiceBlockingStub as(String actor) {
      Metadata headers = new Metadata();
      headers.put(AccessInterceptor.ACTOR, actor);
      return stub().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    PromiseServiceBlockingStub stubOfPromises() {
      return PromiseServiceGrpc.newBlockingStub(api.channel());
    }
  }
}
