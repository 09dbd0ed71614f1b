package dev.redress.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures each call when it ends, and logs it for those who look for something: method, status,
 * milliseconds.
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
    return next.startCall(
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            long nanos = System.nanoTime() - startNanos;
            String code = status.getCode().name();
            meter.ended(String.valueOf(getMethodDescriptor().getBareMethodName()), code, nanos);
            LOG.debug(
                "{} {} {} ms", getMethodDescriptor().getFullMethodName(), code, nanos / 1_000_000);
            super.close(status, trailers);
          }
        },
        headers);
  }
}
