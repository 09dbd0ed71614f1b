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
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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
