package dev.redress.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Objects;

/** Turns whatever a handler throws, or hands to its observer, into a status with its reason. */
final class ErrorInterceptor implements ServerInterceptor {

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    ServerCall<Q, A> mapping = new MappingCall<>(call);
    ServerCall.Listener<Q> listener;
    try {
      listener = next.startCall(mapping, headers);
    } catch (RuntimeException e) {
      close(call, e);
      return new ServerCall.Listener<>() {};
    }
    return new CatchingListener<>(call, listener);
  }

  private static void close(ServerCall<?, ?> call, Throwable failure) {
    StatusRuntimeException status =
        ErrorStatus.of(failure, call.getMethodDescriptor().getFullMethodName());
    call.close(
        status.getStatus(), Objects.requireNonNullElseGet(status.getTrailers(), Metadata::new));
  }

  /** Sees what the observer of a handler reports by {@code onError}. */
  private static final class MappingCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    MappingCall(ServerCall<Q, A> call) {
      super(call);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      Throwable cause = status.getCause();
      if (status.getCode() == Status.Code.UNKNOWN && cause != null) {
        ErrorInterceptor.close(delegate(), cause);
      } else {
        super.close(status, trailers);
      }
    }
  }

  /** Sees what a handler throws. After that the handler hears nothing more of the call. */
  private static final class CatchingListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final ServerCall<Q, ?> call;
    private boolean failed;

    CatchingListener(ServerCall<Q, ?> call, ServerCall.Listener<Q> listener) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      run(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      run(super::onHalfClose);
    }

    @Override
    public void onReady() {
      run(super::onReady);
    }

    private void run(Runnable step) {
      if (failed) {
        return;
      }
      try {
        step.run();
      } catch (RuntimeException | StackOverflowError e) {
        failed = true;
        close(call, e);
      }
    }
  }
}
