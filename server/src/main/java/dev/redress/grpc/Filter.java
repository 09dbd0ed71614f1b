package dev.redress.grpc;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.error.RedressException.FieldViolation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which resources of a list are wanted, in a small subset of AIP-160: comparisons {@code field =
 * value} joined by {@code AND}. A value is a bare word, or a text in double quotes in which {@code
 * \"} and {@code \\} stand for a quote and a backslash.
 */
final class Filter {
  private static final int LENGTH_MAX = 2_000;

  private static final Pattern COMPARISON =
      Pattern.compile(
          "\\s*(?<field>[a-z_]+)\\s*=\\s*(?:\"(?<text>(?:[^\"\\\\]|\\\\[\"\\\\])*+)\""
              + "|(?<word>[\\p{L}\\p{N}_.:@/%+-]++))\\s*");
  private static final Pattern AND = Pattern.compile("AND(?=\\s)");

  private final Map<String, String> values = new LinkedHashMap<>();

  private Filter() {}

  /**
   * Reads a filter; an empty one wants everything.
   *
   * @param fields those that exist, in the order in which a refusal names them
   * @throws RedressException {@code FILTER_INVALID}, saying where and what would be understood
   */
  static Filter parse(String filter, SequencedSet<String> fields) {
    Filter parsed = new Filter();
    if (filter.length() > LENGTH_MAX) {
      throw invalid("has more than " + LENGTH_MAX + " characters");
    }
    if (filter.isBlank()) {
      return parsed;
    }
    Matcher comparison = COMPARISON.matcher(filter);
    Matcher and = AND.matcher(filter);
    int position = 0;
    while (true) {
      if (!comparison.region(position, filter.length()).lookingAt()) {
        throw misunderstood(position, "a comparison such as " + fields.getFirst() + " = \"...\"");
      }
      parsed.add(comparison, fields);
      position = comparison.end();
      if (position == filter.length()) {
        return parsed;
      }
      if (!and.region(position, filter.length()).lookingAt()) {
        throw misunderstood(position, "AND or the end");
      }
      position = and.end();
    }
  }

  /** The fields of a list, in the order in which refusals name them. */
  static SequencedSet<String> fields(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }

  /** The text that a field must be equal to; empty: any. */
  String text(String field) {
    return values.getOrDefault(field, "");
  }

  /** Whether a field must be true or false; absent: either. */
  @Nullable Boolean flag(String field) {
    String value = values.get(field);
    if (value == null) {
      return null;
    }
    return switch (value) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw invalid(field + " is true or false, not '" + value + "'");
    };
  }

  /** The constant that a field must be; absent: any. */
  <E extends Enum<E>> @Nullable E constant(String field, Class<E> type) {
    String value = values.get(field);
    if (value == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    throw invalid(
        field
            + " is one of "
            + String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())
            + ", not '"
            + value
            + "'");
  }

  private void add(Matcher comparison, SequencedSet<String> fields) {
    String field = comparison.group("field");
    if (!fields.contains(field)) {
      throw invalid(
          "at position "
              + comparison.start("field")
              + ": there is no field '"
              + field
              + "'; there are "
              + String.join(", ", fields));
    }
    String text = comparison.group("text");
    String value =
        text == null ? comparison.group("word") : text.replaceAll("\\\\([\"\\\\])", "$1");
    if (value.isEmpty()) {
      throw invalid("at position " + comparison.start("field") + ": " + field + " is empty");
    }
    if (values.put(field, value) != null) {
      throw invalid(
          "at position " + comparison.start("field") + ": " + field + " is compared twice");
    }
  }

  private static RedressException misunderstood(int position, String expected) {
    return invalid("at position " + position + ": expected " + expected);
  }

  private static RedressException invalid(String sentence) {
    return new RedressException(
        ErrorReason.FILTER_INVALID,
        "filter: " + sentence,
        Map.of(),
        List.of(new FieldViolation("filter", sentence)));
  }
}
