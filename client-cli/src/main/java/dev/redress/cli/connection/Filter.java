package dev.redress.cli.connection;

import org.jspecify.annotations.Nullable;

/** A filter of a list: comparisons joined by AND, in the server's subset of AIP-160. */
public final class Filter {
  private final StringBuilder text = new StringBuilder();

  /** Adds {@code field = "value"}; nothing when the value is absent. */
  public Filter equal(String field, @Nullable String value) {
    if (value == null) {
      return this;
    }
    String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return raw(field + " = \"" + quoted + "\"");
  }

  /** Adds {@code field = true}; nothing when not wanted. */
  public Filter isTrue(String field, boolean wanted) {
    return wanted ? raw(field + " = true") : this;
  }

  private Filter raw(String comparison) {
    text.append(text.isEmpty() ? "" : " AND ").append(comparison);
    return this;
  }

  /** The filter as the server reads it; empty when nothing was added. */
  @Override
  public String toString() {
    return text.toString();
  }
}
