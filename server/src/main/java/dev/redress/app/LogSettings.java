package dev.redress.app;

import java.util.List;
import java.util.Map;

/**
 * The environment variables that {@code logback.xml} reads, which takes anything without a word.
 */
final class LogSettings {
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "REDRESS_LOG_FORMAT", List.of("text", "json"),
          "REDRESS_LOG_LEVEL", List.of("ERROR", "WARN", "INFO", "DEBUG"));

  private LogSettings() {}

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException when one has a value that it cannot have
   */
  static void check(Map<String, String> environment) {
    VALUES.forEach(
        (name, values) -> {
          String value = environment.getOrDefault(name, values.getFirst());
          if (!values.contains(value)) {
            throw new IllegalArgumentException(
                name + " is '" + value + "' and must be one of " + String.join(", ", values));
          }
        });
  }
}
