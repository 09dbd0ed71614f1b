package dev.redress.grpc;

import dev.redress.access.Caller;
import dev.redress.identity.Actor;
import io.grpc.Context;
import java.util.concurrent.atomic.AtomicBoolean;

/** What interceptors know of a call and handlers need, carried by gRPC's own context. */
final class CallContext {
  /** Who makes the call, and what it may see. */
  static final Context.Key<Caller> CALLER = Context.key("redress-caller");

  /** As whom. */
  static final Context.Key<Actor> ACTOR = Context.key("redress-actor");

  /** Set by a handler that gives an answer for the second time. */
  static final Context.Key<AtomicBoolean> REPLAYED = Context.key("redress-replayed");

  private CallContext() {}

  /** Who makes the call that this thread works on, and what it may see. */
  static Caller caller() {
    return CALLER.get();
  }

  /** As whom. */
  static Actor actor() {
    return ACTOR.get();
  }

  /** Has the answer marked as one that was given before. */
  static void markReplayed() {
    REPLAYED.get().set(true);
  }
}
