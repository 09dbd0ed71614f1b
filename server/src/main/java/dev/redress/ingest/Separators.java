package dev.redress.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what separates the fields of a CSV file: that with which a format knows its header. */
final class Separators {
  private static final List<Character> KNOWN = List.of(CsvScan.COMMA, ';', '\t');

  private Separators() {}

  /** The separator of a text that begins so, if a format of these knows its first line. */
  static Optional<Character> of(String begin, Predicate<FormatReader> formats) {
    String firstLine = begin.lines().findFirst().orElse("");
    return KNOWN.stream()
        .filter(separator -> Formats.anyRecognises(header(firstLine, separator), formats))
        .findFirst();
  }

  private static List<String> header(String firstLine, char separator) {
    try (CsvRows rows = CsvRows.of(new StringReader(firstLine), separator)) {
      return rows.hasNext() ? rows.next().fields() : List.of();
    } catch (CsvParseException _) {
      // Its quotes are wrong, so it is no header that a format knows; who reads the file says so.
      return List.of();
    }
  }
}
