package dev.redress.finding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Columns of a source that Redress has no field for. */
final class Attributes {
  private Attributes() {}

  /**
   * What the first column says that has one of the names.
   *
   * @param names in lower case, letters and digits only: how a source writes them is its own
   */
  static Optional<String> find(Map<String, String> attributes, List<String> names) {
    return attributes.entrySet().stream()
        .filter(attribute -> names.contains(plain(attribute.getKey())))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
