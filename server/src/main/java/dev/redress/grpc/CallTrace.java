package dev.redress.grpc;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.redress.access.Caller;
import dev.redress.identity.NameScope;
import io.grpc.Context;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * What each log entry of a call says beside its own text: which call it is, its method, the {@code
 * request_id} that the caller gave, the provider and the principal.
 *
 * <p>All of it is safe to print. The ids are checked, and names have no invisible characters.
 */
final class CallTrace {
  private static final Context.Key<CallTrace> CURRENT = Context.key("redress-trace");

  private static final String CALL = "call";
  private static final String METHOD = "method";
  private static final String REQUEST_ID = "request_id";
  private static final String PROVIDER = "provider";
  private static final String PRINCIPAL = "principal";

  private final Map<String, String> facts = new ConcurrentHashMap<>();

  /** Of a call that comes in. */
  CallTrace(String method) {
    facts.put(CALL, UUID.randomUUID().toString().substring(0, 8));
    facts.put(METHOD, method);
  }

  /** That of the call which this thread works on. */
  static CallTrace current() {
    CallTrace trace = CURRENT.get();
    return trace == null ? new CallTrace("") : trace;
  }

  /** The context of the call. */
  Context in(Context context) {
    return context.withValue(CURRENT, this);
  }

  /** Which call it is, among all of a server: 8 hexadecimal digits. */
  String call() {
    return facts.getOrDefault(CALL, "");
  }

  /** Its caller is known now. */
  void know(Caller caller) {
    caller.provider().ifPresent(provider -> put(PROVIDER, provider.provider()));
    put(PRINCIPAL, caller.actor().name());
  }

  /** A message of it has come. */
  void know(Message request, String resource) {
    NameScope.of(resource).ifPresent(scope -> put(PROVIDER, scope.provider().provider()));
    FieldDescriptor requestId = request.getDescriptorForType().findFieldByName(REQUEST_ID);
    if (requestId != null) {
      // What is no UUID is refused by its handler; here it could be anything.
      String given = String.valueOf(request.getField(requestId));
      if (given.matches("[0-9A-Fa-f-]{36}")) {
        put(REQUEST_ID, given);
      }
    }
  }

  private void put(String key, String value) {
    facts.put(key, value);
    MDC.put(key, value);
  }

  /** Does a step of the call, whose log entries say which call it is. */
  void run(Runnable step) {
    var _ =
        get(
            () -> {
              step.run();
              return this;
            });
  }

  /** The same of a step that gives something. */
  <T> T get(Supplier<T> step) {
    Map<String, String> before = MDC.getCopyOfContextMap();
    MDC.setContextMap(Map.copyOf(facts));
    try {
      return step.get();
    } finally {
      if (before == null) {
        MDC.clear();
      } else {
        MDC.setContextMap(before);
      }
    }
  }
}
