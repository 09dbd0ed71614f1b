package dev.redress.identity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The pattern of a resource name (AIP-122), such as {@code
 * providers/{provider}/disputes/{dispute}}.
 *
 * <p>Ids that are the source's own may hold any character: they are percent-encoded in names.
 */
final class NamePattern {
  private final String pattern;
  private final List<String> segments;

  NamePattern(String pattern) {
    this.pattern = pattern;
    this.segments = List.of(pattern.split("/"));
  }

  /** The name with these ids in the places of the variables, in order. */
  String format(String... ids) {
    StringBuilder name = new StringBuilder();
    int next = 0;
    for (String segment : segments) {
      if (!name.isEmpty()) {
        name.append('/');
      }
      name.append(isVariable(segment) ? encode(ids[next++]) : segment);
    }
    return name.toString();
  }

  /**
   * The ids of a name, in the order of the pattern.
   *
   * @throws InvalidNameException when the name does not fit the pattern
   */
  List<String> parse(String name) {
    String[] parts = name.split("/", -1);
    if (parts.length != segments.size()) {
      throw misfit(name);
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      if (isVariable(segments.get(i))) {
        ids.add(decode(parts[i], name));
      } else if (!segments.get(i).equals(parts[i])) {
        throw misfit(name);
      }
    }
    return ids;
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  private static String encode(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
  }

  private String decode(String part, String name) {
    try {
      // A plus sign stands for itself in a path; only form data uses it for a space.
      String id = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (id.isEmpty()) {
        throw misfit(name);
      }
      return id;
    } catch (InvalidNameException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw misfit(name);
    }
  }

  private InvalidNameException misfit(String name) {
    return new InvalidNameException(
        "'" + SourceId.shown(name) + "' is not a name of the form " + pattern);
  }
}
