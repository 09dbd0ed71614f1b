package dev.redress.cli.output;

/** The forms of an answer; the names are those of the option {@code -o}. */
public enum Format {
  /** For people. */
  TABLE,
  /** The JSON of the protocol: an array for a list, an object for a single thing. */
  JSON,
  /** RFC 4180 with a header. */
  CSV;

  /** The name as the option has it. */
  @Override
  public String toString() {
    return switch (this) {
      case TABLE -> "table";
      case JSON -> "json";
      case CSV -> "csv";
    };
  }
}
