package dev.redress.grpc;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.api.ResourceProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.redress.access.Caller;
import dev.redress.access.Role;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.NameScope;
import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps callers within their provider, and those of a customer within it: whatever resource a
 * message names, at any depth, must be theirs. What is somebody else's is answered as what does not
 * exist, whether it exists or not.
 */
final class ProviderWall {
  /** What is about disputes, whose names do not say whose they are: the handlers ask them. */
  private static final Set<String> CUSTOMER_CHECKED_LATER = Set.of("GetDispute", "ListDisputes");

  private ProviderWall() {}

  /**
   * Looks at a message of a call.
   *
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code CUSTOMER_NOT_FOUND}
   */
  static void check(Message message, Caller caller, String method) {
    if (!caller.isOperator()) {
      message.getAllFields().forEach((field, value) -> check(field, value, caller, method));
    }
  }

  private static void check(FieldDescriptor field, Object value, Caller caller, String method) {
    List<?> values = field.isRepeated() ? (List<?>) value : List.of(value);
    switch (field.getJavaType()) {
      case MESSAGE -> values.forEach(each -> check((Message) each, caller, method));
      case STRING -> {
        if (isName(field)) {
          values.forEach(each -> check(each.toString(), caller, method));
        }
      }
      case INT, LONG, FLOAT, DOUBLE, BOOLEAN, BYTE_STRING, ENUM -> {}
    }
  }

  /** Whether a field holds the name of a resource: its own, or a reference. */
  static boolean isName(FieldDescriptor field) {
    return field.getOptions().hasExtension(ResourceProto.resourceReference)
        || field
            .getOptions()
            .getExtension(FieldBehaviorProto.fieldBehavior)
            .contains(FieldBehavior.IDENTIFIER);
  }

  /** What a message is about: its first field that names a resource; empty: it names none. */
  static String resource(Message message) {
    return message.getAllFields().entrySet().stream()
        .filter(field -> isName(field.getKey()) && !field.getKey().isRepeated())
        .map(field -> field.getValue().toString())
        .findFirst()
        .orElse("");
  }

  /** Whose a message is: of its names, at any depth, that of the first; empty: it names nothing. */
  static Optional<ProviderName> provider(Message message) {
    return message.getAllFields().entrySet().stream()
        .flatMap(field -> provider(field.getKey(), field.getValue()).stream())
        .findFirst();
  }

  private static Optional<ProviderName> provider(FieldDescriptor field, Object value) {
    List<?> values = field.isRepeated() ? (List<?>) value : List.of(value);
    return switch (field.getJavaType()) {
      case MESSAGE ->
          values.stream().flatMap(each -> provider((Message) each).stream()).findFirst();
      case STRING ->
          values.stream()
              .filter(_ -> isName(field))
              .flatMap(each -> NameScope.of(each.toString()).stream())
              .map(NameScope::provider)
              .findFirst();
      case INT, LONG, FLOAT, DOUBLE, BOOLEAN, BYTE_STRING, ENUM -> Optional.empty();
    };
  }

  private static void check(String name, Caller caller, String method) {
    NameScope.of(name)
        .ifPresent(
            scope -> {
              if (!caller.provider().orElseThrow().equals(scope.provider())) {
                throw new RedressException(
                    ErrorReason.PROVIDER_NOT_FOUND,
                    "there is no provider " + scope.provider(),
                    Map.of("provider", scope.provider().toString()));
              }
              if (caller.role() == Role.CUSTOMER
                  && !CUSTOMER_CHECKED_LATER.contains(method)
                  && !scope.customer().equals(caller.customer())) {
                throw new RedressException(
                    ErrorReason.CUSTOMER_NOT_FOUND, "there is no such customer as in " + name);
              }
            });
  }
}
