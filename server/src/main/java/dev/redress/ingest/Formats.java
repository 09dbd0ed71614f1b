package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats that can be imported. */
final class Formats {
  /** Asks to find the format from the header. */
  static final String AUTO = "auto";

  private static final FormatReader DEFAULT = new RedressReader();

  /** Those of other tools; which comes first does not matter, no header is known to two. */
  private static final List<FormatReader> FOREIGN =
      List.of(
          new AutotaskBillingReader(),
          new AutotaskEntryReader(),
          new ClockifyReader(),
          new ConnectWiseEntryReader(),
          new ConnectWiseInvoiceReader(),
          new ConnectWiseTimeReader(),
          new HarvestReader(),
          new JiraReader(),
          new JiraWorklogReader(),
          KimaiReader.english(),
          KimaiReader.german(),
          new LedesReader(),
          new RedmineEntryReader(),
          new RedmineIssueReader(),
          new SolidtimeReader(),
          new TogglReader(),
          new UblReader(),
          new XeroReader(),
          new ZammadReader());

  private Formats() {}

  /**
   * Checks the name of a format.
   *
   * @throws RedressException {@code FILE_FORMAT_UNKNOWN}
   */
  static void requireKnown(String format) {
    if (!isAuto(format) && all().noneMatch(reader -> reader.name().equals(format))) {
      throw unknown(
          format,
          "there is no format '"
              + ImportProblems.head(format, 60)
              + "': use auto or "
              + names(_ -> true));
    }
  }

  /**
   * The format of a file: the one that was asked for, else the one that recognises the header,
   * {@code redress} before others, else {@code redress}, which says what its header must have.
   *
   * @throws RedressException {@code FILE_FORMAT_UNKNOWN} when the format that was asked for has no
   *     files of the kind
   */
  static FormatReader choose(String format, ImportKind kind, List<String> header) {
    if (isAuto(format)) {
      return all().filter(reader -> reader.recognises(kind, header)).findFirst().orElse(DEFAULT);
    }
    List<FormatReader> named =
        all().filter(reader -> reader.name().equals(format) && reader.reads(kind)).toList();
    return named.stream()
        .filter(reader -> reader.recognises(kind, header))
        .findFirst()
        .or(() -> named.stream().findFirst())
        .orElseThrow(
            () ->
                unknown(
                    format,
                    "the format "
                        + format
                        + " has no files of the kind "
                        + kind
                        + ": use "
                        + names(reader -> reader.reads(kind))));
  }

  /** Whether one of these formats of other tools knows the header, of whatever kind the file is. */
  static boolean anyRecognises(List<String> header, Predicate<FormatReader> formats) {
    return FOREIGN.stream()
        .filter(formats)
        .anyMatch(
            reader ->
                Arrays.stream(ImportKind.values())
                    .anyMatch(kind -> reader.recognises(kind, header)));
  }

  /** Whether any format knows the header, of whatever kind the file is. */
  static boolean knows(List<String> header) {
    return all()
        .anyMatch(
            reader ->
                Arrays.stream(ImportKind.values())
                    .anyMatch(kind -> reader.recognises(kind, header)));
  }

  private static Stream<FormatReader> all() {
    return Stream.concat(Stream.of(DEFAULT), FOREIGN.stream());
  }

  private static String names(Predicate<FormatReader> formats) {
    return all()
        .filter(formats)
        .map(FormatReader::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static RedressException unknown(String format, String message) {
    return new RedressException(
        ErrorReason.FILE_FORMAT_UNKNOWN,
        message,
        Map.of("format", ImportProblems.head(format, 60)));
  }

  /** Whether the format is to be found from the header. */
  static boolean isAuto(String format) {
    return format.isEmpty() || format.equals(AUTO);
  }
}
