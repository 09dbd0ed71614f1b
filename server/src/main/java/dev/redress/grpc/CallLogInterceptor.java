package dev.redress.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has each log entry of a call say whose it is, measures the call when it ends, and logs it for
 * those who look for something: method, status, milliseconds.
 */
final class CallLogInterceptor implements ServerInterceptor {
  private static final Logger LOG = LoggerFactory.getLogger(CallLogInterceptor.class);

  private final CallMeter meter;

  CallLogInterceptor(CallMeter meter) {
    this.meter = meter;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    long startNanos = System.nanoTime();
    String method = String.valueOf(call.getMethodDescriptor().getBareMethodName());
    CallTrace trace = new CallTrace(method);
    ServerCall<Q, A> measured =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            long nanos = System.nanoTime() - startNanos;
            String code = status.getCode().name();
            meter.ended(method, code, nanos);
            trace.run(
                () ->
                    LOG.debug(
                        "{} {} {} ms",
                        getMethodDescriptor().getFullMethodName(),
                        code,
                        nanos / 1_000_000));
            super.close(status, trailers);
          }
        };
    Context context = trace.in(Context.current());
    return new TracedListener<>(
        trace.get(() -> Contexts.interceptCall(context, measured, headers, next)), trace);
  }

  /** Does each step as one of its call. */
  private static final class TracedListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final CallTrace trace;

    TracedListener(ServerCall.Listener<Q> listener, CallTrace trace) {
      super(listener);
      this.trace = trace;
    }

    @Override
    public void onMessage(Q message) {
      trace.run(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      trace.run(super::onHalfClose);
    }

    @Override
    public void onCancel() {
      trace.run(super::onCancel);
    }

    @Override
    public void onComplete() {
      trace.run(super::onComplete);
    }

    @Override
    public void onReady() {
      trace.run(super::onReady);
    }
  }
}
