package dev.redress.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends calls that last too long with {@code DEADLINE_EXCEEDED}, whatever deadline the caller set:
 * while the server waits for the next part of a request, and while it works on the answer. Streams
 * of answers may last as long as both sides like, and so may the work on an upload.
 *
 * <p>The handler is not interrupted, since that would close its database connection; what it still
 * says is dropped. A retry with the same {@code request_id} tells what became of a change.
 */
final class WatchdogInterceptor implements ServerInterceptor {
  private final CallLimits limits;
  private final ScheduledExecutorService timer;

  WatchdogInterceptor(CallLimits limits, ScheduledExecutorService timer) {
    this.limits = limits;
    this.timer = timer;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    WatchedCall<Q, A> watched = new WatchedCall<>(call);
    watched.watch(limits.requestWait(), "the request did not come in time");
    return new WatchingListener<>(next.startCall(watched, headers), watched);
  }

  /** A call that can be ended from aside; what comes after its end is dropped. */
  private final class WatchedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private boolean closed;
    private @Nullable Future<?> alarm;

    WatchedCall(ServerCall<Q, A> call) {
      super(call);
    }

    synchronized void watch(Duration time, String sentence) {
      unwatch();
      if (!closed) {
        alarm =
            timer.schedule(
                () -> close(Status.DEADLINE_EXCEEDED.withDescription(sentence), new Metadata()),
                time.toMillis(),
                TimeUnit.MILLISECONDS);
      }
    }

    synchronized void unwatch() {
      if (alarm != null) {
        alarm.cancel(false);
        alarm = null;
      }
    }

    @Override
    public synchronized void sendHeaders(Metadata headers) {
      if (!closed) {
        super.sendHeaders(headers);
      }
    }

    @Override
    public synchronized void sendMessage(A message) {
      if (!closed) {
        super.sendMessage(message);
      }
    }

    @Override
    public synchronized void close(Status status, Metadata trailers) {
      if (!closed) {
        closed = true;
        unwatch();
        super.close(status, trailers);
      }
    }
  }

  private final class WatchingListener<Q, A> extends SimpleForwardingServerCallListener<Q> {
    private final WatchedCall<Q, A> call;

    WatchingListener(ServerCall.Listener<Q> listener, WatchedCall<Q, A> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      // While a part of an upload is worked on, nobody waits for the next one.
      call.unwatch();
      super.onMessage(message);
      call.watch(limits.requestWait(), "the rest of the request did not come in time");
    }

    @Override
    public void onHalfClose() {
      call.unwatch();
      if (call.getMethodDescriptor().getType() == MethodType.UNARY) {
        String method = String.valueOf(call.getMethodDescriptor().getBareMethodName());
        call.watch(limits.answerTimeOf(method), "the answer was not ready in time");
      }
      super.onHalfClose();
    }

    @Override
    public void onCancel() {
      call.unwatch();
      super.onCancel();
    }

    @Override
    public void onComplete() {
      call.unwatch();
      super.onComplete();
    }
  }
}
