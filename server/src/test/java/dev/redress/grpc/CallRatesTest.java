package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.access.Caller;
import dev.redress.access.Role;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import dev.redress.v1.GetServerStatusRequest;
import dev.redress.v1.ServerServiceGrpc;
import dev.redress.v1.ServerStatus;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many calls a principal may make. */
class CallRatesTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong now = new AtomicLong();

  @Test
  void take_givesEachPrincipalItsCallsOfASecond_andSavesThemUpForOne() {
    CallRates rates = new CallRates(3, now::get);

    takeAll(rates, "ann", 3);
    assertRefused(rates, "ann");
    takeAll(rates, "bob", 3);
    now.addAndGet(SECOND / 3 + 1);
    takeAll(rates, "ann", 1);
    assertRefused(rates, "ann");
    now.addAndGet(100 * SECOND);
    takeAll(rates, "ann", 3);
    assertRefused(rates, "ann");
  }

  @Test
  void requireLeft_refusesWhoHasUsedUpTheRate_andUsesNothing() {
    CallRates rates = new CallRates(2, now::get);
    PrincipalName ann = caller("ann").principal().orElseThrow();

    for (int i = 0; i < 10; i++) {
      rates.requireLeft(ann);
    }
    takeAll(rates, "ann", 2);

    assertThatThrownBy(() -> rates.requireLeft(ann)).isInstanceOf(RedressException.class);
    rates.requireLeft(caller("bo").principal().orElseThrow());
  }

  @Test
  void take_doesNotCountTheOperator() {
    CallRates rates = new CallRates(1, now::get);

    assertThatCode(
            () -> {
              rates.take(Caller.OPERATOR);
              rates.take(Caller.OPERATOR);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void call_thatIsOneTooMany_isRefusedWithTheTimeToWait() {
    try (TestServer server =
        TestServer.inProcess(
            new OpenStreams(),
            CallLimits.DEFAULT,
            new AccessCheck(_ -> caller("ann"), (_, _, _, _) -> {}, 1),
            TestApi.server())) {
      Refusal refusal =
          Refusal.of(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  var _ =
                      ServerServiceGrpc.newBlockingStub(server.channel())
                          .getServerStatus(GetServerStatusRequest.getDefaultInstance());
                }
              });

      refusal.assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.RATE_LIMITED);
      assertThat(refusal.retryInfo()).isPresent();
    }
  }

  @Test
  void call_ofSomebodyWhoReadsNoAnswers_isRefused_andThoseOfOthersAreNot() throws Exception {
    CountDownLatch entered = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    AtomicReference<String> who = new AtomicReference<>("ann");
    CallLimits four =
        new CallLimits(
            4, 4, 4, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));
    ServerServiceGrpc.ServerServiceImplBase slow =
        new ServerServiceGrpc.ServerServiceImplBase() {
          @Override
          public void getServerStatus(
              GetServerStatusRequest request, StreamObserver<ServerStatus> observer) {
            if (CallContext.actor().name().equals("ann")) {
              entered.countDown();
              await(release);
            }
            Answers.send(observer, ServerStatus.getDefaultInstance());
          }
        };
    try (TestServer server =
        TestServer.inProcess(
            new OpenStreams(),
            four,
            new AccessCheck(_ -> caller(who.get()), (_, _, _, _) -> {}, 1_000),
            slow)) {
      var calls = ServerServiceGrpc.newFutureStub(server.channel());
      var begun =
          IntStream.range(0, 2)
              .mapToObj(_ -> calls.getServerStatus(GetServerStatusRequest.getDefaultInstance()))
              .toList();
      await(entered);

      Refusal refusal = Refusal.of(() -> status(server));
      refusal.assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.RATE_LIMITED);
      assertThat(refusal.info().getMetadataMap()).containsEntry("callsUnderWay", "2");
      who.set("bo");
      assertThat(status(server)).isNotNull();
      release.countDown();
      for (var call : begun) {
        assertThat(call.get()).isNotNull();
      }
      who.set("ann");
      assertThat(status(server)).isNotNull();
    }
  }

  private static ServerStatus status(TestServer server) {
    return ServerServiceGrpc.newBlockingStub(server.channel())
        .getServerStatus(GetServerStatusRequest.getDefaultInstance());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void takeAll(CallRates rates, String who, int count) {
    for (int i = 0; i < count; i++) {
      rates.take(caller(who));
    }
  }

  private static void assertRefused(CallRates rates, String who) {
    assertThatThrownBy(() -> rates.take(caller(who)))
        .isInstanceOfSatisfying(
            RedressException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(ErrorReason.RATE_LIMITED));
  }

  private static Caller caller(String who) {
    ProviderName provider = new ProviderName("acme");
    return new Caller(
        new Actor(who),
        Role.CLERK,
        Optional.of(provider),
        Optional.empty(),
        Optional.of(new PrincipalName(provider, who)));
  }
}
