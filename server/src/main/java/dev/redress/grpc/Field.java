package dev.redress.grpc;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.error.RedressException.FieldViolation;
import dev.redress.identity.InvalidNameException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A field of a call: where it is, and the checks that every field of its kind must pass.
 *
 * @param path from the message of the call, such as {@code labor_lines[2].amount}
 */
record Field(String path) {
  /** Most characters of a short text: names of people, kinds, states. */
  static final int SHORT_MAX = 200;

  /** Most characters of a long text: descriptions and notes. */
  static final int LONG_MAX = 32_000;

  /** Most characters of what somebody says about something. */
  static final int COMMENT_MAX = 2_000;

  private static final int ATTRIBUTES_MAX = 50;
  // All attributes of a thing are kept together as a JSON object; it must fit one column.
  private static final int ATTRIBUTES_LENGTH_MAX = 32_000;
  private static final int ATTRIBUTE_PUNCTUATION = 6;

  /** A field of this field. */
  Field child(String name) {
    return new Field(path + "." + name);
  }

  /** An element of this field, counted from 0. */
  Field at(int index) {
    return new Field(path + "[" + index + "]");
  }

  /** A refusal of this field. */
  RedressException invalid(String sentence) {
    return RedressException.ofField(path, sentence);
  }

  /**
   * A text that may be empty, kept as it is.
   *
   * @throws RedressException {@code FIELD_INVALID} when it is longer than {@code lengthMax} or
   *     holds a control character other than tab and line break
   */
  String text(String value, int lengthMax) {
    if (value.length() > lengthMax) {
      throw invalid("has " + value.length() + " characters; at most " + lengthMax + " are allowed");
    }
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0) {
        throw invalid(
            String.format(
                "holds the control character U+%04X at position %d; take it out",
                (int) character, i));
      }
    }
    return value;
  }

  /** A text that must not be blank, otherwise as {@link #text}. */
  String requiredText(String value, int lengthMax) {
    if (value.isBlank()) {
      throw invalid("must not be empty");
    }
    return text(value, lengthMax);
  }

  /**
   * A resource name or an id.
   *
   * @throws RedressException {@code NAME_INVALID} when it cannot be one
   */
  <T> T name(Function<String, T> parse, String value) {
    try {
      return parse.apply(value);
    } catch (InvalidNameException e) {
      String sentence = (value.isEmpty() ? "must be set; " : "") + e.getMessage();
      throw new RedressException(
          ErrorReason.NAME_INVALID,
          path + ": " + sentence,
          Map.of(),
          List.of(new FieldViolation(path, sentence)));
    }
  }

  /** A whole number within bounds, or {@code FIELD_INVALID}. */
  int number(int value, int min, int max) {
    if (value < min || value > max) {
      throw invalid(value + " is not from " + min + " to " + max);
    }
    return value;
  }

  /** A list of {@code min} to {@code max} elements, or {@code FIELD_INVALID}. */
  <T> List<T> list(List<T> values, int min, int max) {
    if (values.size() < min || values.size() > max) {
      throw invalid("has " + values.size() + " elements; " + min + " to " + max + " are allowed");
    }
    return values;
  }

  /** Refuses a list in which two elements have the same name. */
  <T> void distinct(List<T> names) {
    Set<T> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!seen.add(names.get(i))) {
        throw at(i).child("name").invalid("is in the call twice: " + names.get(i));
      }
    }
  }

  /**
   * What a source says by its own column names: at most 50 values of at most 2,000 characters, and
   * all together at most 32,000, names and punctuation included.
   */
  Map<String, String> attributes(Map<String, String> values) {
    if (values.size() > ATTRIBUTES_MAX) {
      throw invalid(
          "has " + values.size() + " entries; at most " + ATTRIBUTES_MAX + " are allowed");
    }
    int length = 0;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      requiredText(entry.getKey(), SHORT_MAX);
      new Field(path + "[" + entry.getKey() + "]").text(entry.getValue(), COMMENT_MAX);
      length += stored(entry.getKey()) + stored(entry.getValue()) + ATTRIBUTE_PUNCTUATION;
    }
    if (length > ATTRIBUTES_LENGTH_MAX) {
      throw invalid(
          "has " + length + " characters; at most " + ATTRIBUTES_LENGTH_MAX + " are allowed");
    }
    return values;
  }

  /** Characters that a text takes within JSON. */
  private static int stored(String text) {
    return text.chars()
        .map(
            character ->
                switch (character) {
                  case '"', '\\', '\t', '\n', '\r' -> 2;
                  case '\u2028', '\u2029' -> 6;
                  default -> 1;
                })
        .sum();
  }

  /**
   * Makes a record that checks itself; what it refuses is reported as this field's fault.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  <T> T checked(Supplier<T> construction) {
    try {
      return construction.get();
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      throw invalid(message == null ? "is not valid" : message);
    }
  }
}
