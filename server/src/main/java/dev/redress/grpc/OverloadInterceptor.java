package dev.redress.grpc;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.concurrent.Semaphore;

/**
 * Sheds calls above what the server can serve, at once and with the time after which to try again,
 * instead of letting all of them wait. It counts here because a bounded executor would lose calls
 * that it refuses (grpc-java issue 636).
 */
final class OverloadInterceptor implements ServerInterceptor {
  private final Semaphore calls;
  private final Semaphore streams;

  OverloadInterceptor(CallLimits limits) {
    calls = new Semaphore(limits.callsMax());
    streams = new Semaphore(limits.streamsMax());
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Semaphore places =
        call.getMethodDescriptor().getType().serverSendsOneMessage() ? calls : streams;
    if (!places.tryAcquire()) {
      throw new RedressException(
          ErrorReason.OVERLOADED, "the server has more calls than it can serve; try again shortly");
    }
    try {
      return new ReleasingListener<>(next.startCall(call, headers), places::release);
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
  }
}
