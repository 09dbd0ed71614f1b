package dev.redress.grpc;

import static java.util.Objects.requireNonNull;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.PrincipalName;
import io.grpc.Context;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one principal from taking the server for itself. At most half of the calls under way are of
 * one: a call is under way until its answer is read, and who begins many and reads nothing would
 * otherwise keep all others out. And only a few of one are worked on at once: its others wait for
 * these, while those of others go ahead. The operator is not bounded.
 */
final class ShareInterceptor implements ServerInterceptor {
  /** How long a call may wait for others of its principal. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(10);

  private final Shares calls;
  private final Shares streams;
  private final int runningMax;

  ShareInterceptor(CallLimits limits) {
    calls = new Shares(limits.callsMax());
    streams = new Shares(limits.streamsMax());
    runningMax = limits.runningOfOneMax();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Optional<PrincipalName> principal = CallContext.caller().principal();
    if (principal.isEmpty()) {
      return next.startCall(call, headers);
    }
    Shares shares = call.getMethodDescriptor().getType().serverSendsOneMessage() ? calls : streams;
    Share share = shares.take(principal.get());
    try {
      return new ReleasingListener<>(
          new WaitingListener<>(next.startCall(call, headers), share.running()),
          () -> shares.giveBack(principal.get()));
    } catch (RuntimeException e) {
      shares.giveBack(principal.get());
      throw e;
    }
  }

  /**
   * What one has.
   *
   * @param running permits of calls that are worked on
   */
  private record Share(int taken, Semaphore running) {
    Share plus(int more) {
      return new Share(taken + more, running);
    }
  }

  /** What each has. */
  private final class Shares {
    private final int ofOneMax;
    private final Map<PrincipalName, Share> all = new ConcurrentHashMap<>();

    Shares(int all) {
      ofOneMax = Math.max(1, all / 2);
    }

    Share take(PrincipalName principal) {
      Share share =
          requireNonNull(
              all.compute(
                  principal,
                  (_, before) ->
                      before == null
                          ? new Share(1, new Semaphore(runningMax, true))
                          : before.plus(1)));
      if (share.taken() > ofOneMax) {
        giveBack(principal);
        throw new RedressException(
            ErrorReason.RATE_LIMITED,
            "you have "
                + ofOneMax
                + " calls under way, half of what the server takes; read their answers first",
            Map.of("callsUnderWay", Integer.toString(ofOneMax)));
      }
      return share;
    }

    void giveBack(PrincipalName principal) {
      all.computeIfPresent(principal, (_, share) -> share.taken() == 1 ? null : share.plus(-1));
    }
  }

  /** Has the handler of a call wait for its turn; one whose caller has left gets none. */
  private static final class WaitingListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final Semaphore running;

    WaitingListener(ServerCall.Listener<Q> listener, Semaphore running) {
      super(listener);
      this.running = running;
    }

    @Override
    public void onHalfClose() {
      try {
        if (!running.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new RedressException(
              ErrorReason.RATE_LIMITED,
              "your other calls take all of your share; wait until some of them have ended");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RedressException(ErrorReason.SERVER_UNAVAILABLE, "the server goes down");
      }
      try {
        if (!Context.current().isCancelled()) {
          super.onHalfClose();
        }
      } finally {
        running.release();
      }
    }
  }
}
