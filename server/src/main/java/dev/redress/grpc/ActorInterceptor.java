package dev.redress.grpc;

import dev.redress.identity.Actor;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/**
 * Takes from the metadata who makes a call: {@code redress-actor}, 1 to 200 visible characters,
 * else {@value #DEFAULT}. It is what the caller claims; nothing is proved by it.
 */
final class ActorInterceptor implements ServerInterceptor {
  /** Stands in the journal for callers who do not say who they are. */
  static final String DEFAULT = "local";

  /** The metadata key of the claim. */
  static final Metadata.Key<String> KEY =
      Metadata.Key.of("redress-actor", Metadata.ASCII_STRING_MARSHALLER);

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String claim = headers.get(KEY);
    Actor actor = new Field(KEY.name()).name(Actor::new, claim == null ? DEFAULT : claim);
    Context context = Context.current().withValue(CallContext.ACTOR, actor);
    return Contexts.interceptCall(context, call, headers, next);
  }
}
