package dev.redress.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Marks answers that were given before by the response header {@code redress-replayed: true}. */
final class ReplayInterceptor implements ServerInterceptor {
  /** The metadata key of the mark. */
  static final Metadata.Key<String> KEY =
      Metadata.Key.of("redress-replayed", Metadata.ASCII_STRING_MARSHALLER);

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    AtomicBoolean replayed = new AtomicBoolean();
    Context context = Context.current().withValue(CallContext.REPLAYED, replayed);
    ServerCall<Q, A> marking =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void sendHeaders(Metadata answer) {
            if (replayed.get()) {
              answer.put(KEY, "true");
            }
            super.sendHeaders(answer);
          }
        };
    return Contexts.interceptCall(context, marking, headers, next);
  }
}
