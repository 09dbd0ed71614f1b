package dev.redress.grpc;

import com.google.protobuf.Message;
import dev.redress.access.Authenticator;
import dev.redress.access.Caller;
import dev.redress.access.Credentials;
import dev.redress.access.Permissions;
import dev.redress.access.Permissions.Permission;
import dev.redress.access.ReadLog;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.NameScope;
import dev.redress.transaction.ProviderScope;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call through whose caller has proved who it is, may call the method, and names nothing but
 * what is its own. Nobody gets past it: what {@link Permissions} does not mention is refused.
 *
 * <p>Its handler works in the scope of the caller's provider. The operator has none: its calls are
 * for the provider that they name first, and for all of them where no provider is named by nature
 * ({@link Permission#operatorOnly}).
 *
 * <p>{@code authorization: Bearer ...} proves it, or the certificate of the client; {@code
 * redress-actor}, 1 to 200 visible characters, says in whose name those act who may act for others.
 */
final class AccessInterceptor implements ServerInterceptor {
  /** The metadata key of the proof. */
  static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  /** The metadata key of the name. */
  static final Metadata.Key<String> ACTOR =
      Metadata.Key.of("redress-actor", Metadata.ASCII_STRING_MARSHALLER);

  /** How long an answer may go on before its caller is asked for again: who is shut out is out. */
  private static final Duration CHECK_AGAIN = Duration.ofSeconds(1);

  private final Authenticator authenticator;
  private final CallRates rates;
  private final ReadLog reads;

  AccessInterceptor(Authenticator authenticator, CallRates rates, ReadLog reads) {
    this.authenticator = authenticator;
    this.rates = rates;
    this.reads = reads;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Credentials credentials = CallCredentials.of(call, headers);
    Caller proved = authenticator.authenticate(credentials);
    rates.take(proved);
    String method = String.valueOf(call.getMethodDescriptor().getBareMethodName());
    Permission permission = permission(method, proved);
    Caller caller = acting(proved, headers.get(ACTOR));
    CallTrace trace = CallTrace.current();
    trace.know(caller);
    Context context =
        Context.current()
            .withValue(CallContext.CALLER, caller)
            .withValue(CallContext.ACTOR, caller.actor());
    GuardedCall<Q, A> guarded = new GuardedCall<>(call, credentials, caller, permission, trace);
    return new WalledListener<>(Contexts.interceptCall(context, guarded, headers, next), guarded);
  }

  private static Permission permission(String method, Caller caller) {
    return Permissions.of(method)
        .filter(permission -> permission.allows(caller))
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.ROLE_FORBIDS,
                    caller.actor().name()
                        + " has the role "
                        + caller.role()
                        + ", which may not call "
                        + method
                        + "; ask an administrator of the provider",
                    Map.of("method", method, "role", caller.role().name())));
  }

  private static Caller acting(Caller proved, @Nullable String claim) {
    if (claim == null) {
      return proved;
    }
    Actor claimed = new Field(ACTOR.name()).name(Actor::new, claim);
    return proved
        .as(claimed.name())
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.ROLE_FORBIDS,
                    "you are "
                        + proved.actor().name()
                        + " and cannot act as "
                        + claimed.name()
                        + "; leave redress-actor out",
                    Map.of("actor", proved.actor().name())));
  }

  /** Sees the answers of a call before they leave. */
  private final class GuardedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final Credentials credentials;
    private final Caller caller;
    private final Permission permission;
    private final CallTrace trace;
    private final String method;
    private String resource = "";
    private @Nullable ProviderScope scope;
    private boolean noted;
    private long checkedNanos = System.nanoTime();

    GuardedCall(
        ServerCall<Q, A> call,
        Credentials credentials,
        Caller caller,
        Permission permission,
        CallTrace trace) {
      super(call);
      this.credentials = credentials;
      this.caller = caller;
      this.permission = permission;
      this.trace = trace;
      this.method = String.valueOf(call.getMethodDescriptor().getBareMethodName());
      this.scope =
          permission.operatorOnly()
              ? ProviderScope.allProviders()
              : caller.provider().map(ProviderScope::of).orElse(null);
    }

    /** Looks at a message of the request. */
    void check(Message request) {
      ProviderWall.check(request, caller, method);
      if (resource.isEmpty()) {
        resource = ProviderWall.resource(request);
        trace.know(request, resource);
      }
      if (scope == null) {
        scope = ProviderWall.provider(request).map(ProviderScope::of).orElse(null);
      }
    }

    /** Has the handler do something within the scope of the call, once that is known. */
    void inScope(Runnable step) {
      if (scope == null) {
        step.run();
      } else {
        scope.run(step);
      }
    }

    @Override
    public void sendMessage(A answer) {
      if (System.nanoTime() - checkedNanos > CHECK_AGAIN.toNanos()) {
        authenticator.authenticate(credentials);
        checkedNanos = System.nanoTime();
      }
      if (permission.journaled() && !noted) {
        NameScope.of(resource)
            .ifPresent(scope -> reads.note(scope.provider(), resource, method, caller.actor()));
        noted = true;
      }
      super.sendMessage(answer);
    }
  }

  /** Looks at each message before its handler does, and keeps the handler within its scope. */
  private static final class WalledListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final AccessInterceptor.GuardedCall<Q, ?> call;

    WalledListener(ServerCall.Listener<Q> listener, AccessInterceptor.GuardedCall<Q, ?> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      CheckedMessages.seen(message).ifPresent(call::check);
      call.inScope(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      call.inScope(super::onHalfClose);
    }

    @Override
    public void onReady() {
      call.inScope(super::onReady);
    }

    @Override
    public void onCancel() {
      call.inScope(super::onCancel);
    }

    @Override
    public void onComplete() {
      call.inScope(super::onComplete);
    }
  }
}
