package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.error.RedressException.FieldViolation;
import dev.redress.identity.InvalidNameException;
import dev.redress.v1.GetServerStatusRequest;
import dev.redress.v1.ServerServiceGrpc;
import dev.redress.v1.ServerServiceGrpc.ServerServiceBlockingStub;
import dev.redress.v1.ServerStatus;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterceptorsTest {
  private static final GetServerStatusRequest REQUEST = GetServerStatusRequest.getDefaultInstance();

  private AutoCloseable server = () -> {};

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(ErrorReason.class)
  void everyReasonHasItsStatusAndItsDetails(ErrorReason reason) {
    ServerServiceBlockingStub stub =
        stub(
            _ -> {
              throw new RedressException(
                  reason,
                  "one sentence",
                  Map.of("customer", "providers/a/customers/7"),
                  List.of(new FieldViolation("x.y", "is wrong")));
            });

    Refusal refusal = Refusal.of(() -> stub.getServerStatus(REQUEST));

    String kind = reason.kind().name();
    refusal.assertIs(
        Status.Code.valueOf(kind.equals("INTERNAL_ERROR") ? "INTERNAL" : kind), reason, "x.y");
    assertThat(refusal.sentence()).isEqualTo("one sentence");
    assertThat(refusal.info().getMetadataMap())
        .containsExactly(Map.entry("customer", "providers/a/customers/7"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorReason.class,
      names = {"OVERLOADED", "WATCHER_TOO_SLOW", "SERVER_UNAVAILABLE", "CONCURRENT_CHANGE"})
  void reasonsThatPassSayWhenToTryAgain(ErrorReason reason) {
    ServerServiceBlockingStub stub =
        stub(
            _ -> {
              throw new RedressException(reason, "later");
            });

    assertThat(Refusal.of(() -> stub.getServerStatus(REQUEST)).retryInfo()).isPresent();
  }

  @Test
  void failuresOfTheServerKeepTheirDetailsToThemselves() {
    ServerServiceBlockingStub stub =
        stub(
            _ -> {
              throw new IllegalStateException("password=secret in table answered_request");
            });

    Refusal refusal = Refusal.of(() -> stub.getServerStatus(REQUEST));

    refusal.assertIs(Status.Code.INTERNAL, ErrorReason.INTERNAL);
    String incident = refusal.info().getMetadataOrThrow("incident");
    assertThat(refusal.sentence()).contains(incident).doesNotContain("secret");
    assertThat(refusal.details().toString()).doesNotContain("secret");
  }

  @Test
  void failuresGivenToTheObserverAreTheSame() {
    ServerServiceBlockingStub stub =
        stub(
            observer ->
                observer.onError(new RedressException(ErrorReason.CUSTOMER_NOT_FOUND, "none")));

    Refusal.of(() -> stub.getServerStatus(REQUEST))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
  }

  @Test
  void namesThatNobodyCheckedAreStillTheCallersFault() {
    ServerServiceBlockingStub stub =
        stub(
            _ -> {
              throw new InvalidNameException("is no name");
            });

    Refusal.of(() -> stub.getServerStatus(REQUEST))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID);
  }

  @Test
  void hugeRefusalsAreCutToWhatClientsTake() {
    String huge = "\u4E2D".repeat(4_000);
    ServerServiceBlockingStub stub =
        stub(
            _ -> {
              throw new RedressException(
                  ErrorReason.FIELD_INVALID,
                  huge,
                  Map.of("name", huge),
                  List.of(new FieldViolation("x", huge), new FieldViolation("y", huge)));
            });

    Refusal refusal = Refusal.of(() -> stub.getServerStatus(REQUEST));

    refusal.assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID);
    assertThat(refusal.details().getSerializedSize()).isLessThan(4_000);
  }

  @Test
  void actor_isWhoTheCallerClaimsToBe() {
    ServerServiceBlockingStub stub = stub(InterceptorsTest::answerActor);

    assertThat(stub.getServerStatus(REQUEST).getVersion()).isEqualTo("local");
    assertThat(as(stub, "mia").getServerStatus(REQUEST).getVersion()).isEqualTo("mia");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 201})
  void actor_hasOneToTwoHundredCharacters(int length) {
    ServerServiceBlockingStub stub = stub(InterceptorsTest::answerActor);

    Refusal.of(() -> as(stub, "x".repeat(length)).getServerStatus(REQUEST))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "redress-actor");
  }

  @Test
  void overload_shedsWhatIsAboveTheLimitAndRecovers() throws Exception {
    CountDownLatch entered = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    ServerServiceBlockingStub stub =
        stub(
            new CallLimits(
                2, 1, 4, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60)),
            observer -> {
              entered.countDown();
              await(release);
              answerActor(observer);
            });
    var calls = ServerServiceGrpc.newFutureStub(stub.getChannel());
    List<? extends Future<ServerStatus>> accepted =
        IntStream.range(0, 2).mapToObj(_ -> calls.getServerStatus(REQUEST)).toList();
    await(entered);

    Refusal refusal = Refusal.of(() -> stub.getServerStatus(REQUEST));
    release.countDown();
    for (Future<ServerStatus> call : accepted) {
      assertThat(call.get().getVersion()).isEqualTo("local");
    }

    refusal.assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.OVERLOADED);
    assertThat(refusal.retryInfo()).isPresent();
    for (int i = 0; i < 10; i++) {
      assertThat(stub.getServerStatus(REQUEST).getVersion()).isEqualTo("local");
    }
  }

  @Test
  void overload_countsRefusedCallsOut() {
    ServerServiceBlockingStub stub =
        stub(
            new CallLimits(
                1, 1, 4, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60)),
            InterceptorsTest::answerActor);

    for (int i = 0; i < 5; i++) {
      Refusal.of(() -> as(stub, "").getServerStatus(REQUEST))
          .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID);
    }
    assertThat(stub.getServerStatus(REQUEST).getVersion()).isEqualTo("local");
  }

  @Test
  void watchdog_endsCallsThatTakeTooLong() {
    CountDownLatch release = new CountDownLatch(1);
    ServerServiceBlockingStub stub =
        stub(
            new CallLimits(
                9, 9, 4, Duration.ofSeconds(60), Duration.ofMillis(50), Duration.ofSeconds(60)),
            observer -> {
              await(release);
              answerActor(observer);
            });

    Refusal refusal = Refusal.of(() -> stub.getServerStatus(REQUEST));
    release.countDown();

    assertThat(refusal.status().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(refusal.sentence()).isEqualTo("the answer was not ready in time");
    assertThat(stub.getServerStatus(REQUEST).getVersion()).isEqualTo("local");
  }

  @Test
  void watchdog_endsCallsWhoseRequestDoesNotCome() throws Exception {
    ServerServiceBlockingStub stub =
        stub(
            new CallLimits(
                9, 9, 4, Duration.ofMillis(50), Duration.ofSeconds(60), Duration.ofSeconds(60)),
            InterceptorsTest::answerActor);
    RecordingCall call = RecordingCall.start(stub.getChannel());

    assertThat(call.status().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(call.status().getDescription()).isEqualTo("the request did not come in time");
  }

  private ServerServiceBlockingStub stub(Consumer<StreamObserver<ServerStatus>> handler) {
    return stub(CallLimits.DEFAULT, handler);
  }

  private ServerServiceBlockingStub stub(
      CallLimits limits, Consumer<StreamObserver<ServerStatus>> handler) {
    TestServer started =
        TestServer.inProcess(
            new OpenStreams(),
            limits,
            new ServerServiceGrpc.ServerServiceImplBase() {
              @Override
              public void getServerStatus(
                  GetServerStatusRequest request, StreamObserver<ServerStatus> observer) {
                handler.accept(observer);
              }
            });
    server = started;
    return ServerServiceGrpc.newBlockingStub(started.channel());
  }

  private static ServerServiceBlockingStub as(ServerServiceBlockingStub stub, String actor) {
    Metadata claim = new Metadata();
    claim.put(AccessInterceptor.ACTOR, actor);
    return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(claim));
  }

  private static void answerActor(StreamObserver<ServerStatus> observer) {
    Answers.send(
        observer, ServerStatus.newBuilder().setVersion(CallContext.actor().name()).build());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
