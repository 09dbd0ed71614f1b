package dev.redress.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each call when it ends, for those who look for something: method, status, milliseconds. */
final class CallLogInterceptor implements ServerInterceptor {
  private static final Logger LOG = LoggerFactory.getLogger(CallLogInterceptor.class);

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!LOG.isDebugEnabled()) {
      return next.startCall(call, headers);
    }
    long startNanos = System.nanoTime();
    return next.startCall(
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            LOG.debug(
                "{} {} {} ms",
                getMethodDescriptor().getFullMethodName(),
                status.getCode(),
                (System.nanoTime() - startNanos) / 1_000_000);
            super.close(status, trailers);
          }
        },
        headers);
  }
}
