package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The formats that can be imported. */
final class Formats {
  /** Asks to find the format from the header. */
  static final String AUTO = "auto";

  private static final FormatReader DEFAULT = new RedressReader();
  private static final List<FormatReader> ALL = List.of(DEFAULT);

  private Formats() {}

  /**
   * Checks the name of a format.
   *
   * @throws RedressException {@code FILE_FORMAT_UNKNOWN}
   */
  static void requireKnown(String format) {
    if (!isAuto(format) && ALL.stream().noneMatch(reader -> reader.name().equals(format))) {
      throw new RedressException(
          ErrorReason.FILE_FORMAT_UNKNOWN,
          "there is no format '"
              + ImportProblems.head(format, 60)
              + "': use auto or "
              + ALL.stream().map(FormatReader::name).collect(Collectors.joining(", ")),
          Map.of("format", ImportProblems.head(format, 60)));
    }
  }

  /**
   * The format of a file: the one that was asked for, else the first that recognises the header,
   * else {@code redress}, which says what its header must have.
   */
  static FormatReader choose(String format, ImportKind kind, List<String> header) {
    return ALL.stream()
        .filter(
            reader ->
                isAuto(format) ? reader.recognises(kind, header) : reader.name().equals(format))
        .findFirst()
        .orElse(DEFAULT);
  }

  private static boolean isAuto(String format) {
    return format.isEmpty() || format.equals(AUTO);
  }
}
