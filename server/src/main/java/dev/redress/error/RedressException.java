package dev.redress.error;

import java.util.List;
import java.util.Map;

/** A call that is refused: a reason for programs and one sentence for people. */
public final class RedressException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ErrorReason reason;
  private final transient Map<String, String> metadata;
  private final transient List<FieldViolation> violations;

  /**
   * With everything.
   *
   * @param message what is wrong, where, and what to do, in one sentence
   * @param metadata ids and values that programs need, by lowerCamelCase keys
   * @param violations the fields at fault, for {@link ErrorReason.Kind#INVALID_ARGUMENT}
   */
  public RedressException(
      ErrorReason reason,
      String message,
      Map<String, String> metadata,
      List<FieldViolation> violations) {
    super(message);
    this.reason = reason;
    this.metadata = Map.copyOf(metadata);
    this.violations = List.copyOf(violations);
  }

  /** Without details. */
  public RedressException(ErrorReason reason, String message) {
    this(reason, message, Map.of(), List.of());
  }

  /** With details for programs. */
  public RedressException(ErrorReason reason, String message, Map<String, String> metadata) {
    this(reason, message, metadata, List.of());
  }

  /** One field of the call is wrong. */
  public static RedressException ofField(String field, String message) {
    return new RedressException(
        ErrorReason.FIELD_INVALID,
        field + ": " + message,
        Map.of(),
        List.of(new FieldViolation(field, message)));
  }

  /** The reason. */
  public ErrorReason reason() {
    return reason;
  }

  /** Details for programs. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** The fields at fault. */
  public List<FieldViolation> violations() {
    return violations;
  }

  /**
   * One field at fault.
   *
   * @param field its path in the request message, such as {@code dispute.lines[2].line}
   * @param description what is wrong with it
   */
  public record FieldViolation(String field, String description) {}
}
