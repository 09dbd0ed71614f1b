package dev.redress.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what separates the fields of a CSV file: that with which its header is a known one. */
final class Separators {
  private static final List<Character> KNOWN = List.of(CsvScan.COMMA, ';', '\t', '|');

  private Separators() {}

  /** The separator of a text that begins so, if its first line is a header that is known. */
  static Optional<Character> of(String begin, Predicate<List<String>> known) {
    String firstLine = begin.lines().findFirst().orElse("");
    return KNOWN.stream().filter(separator -> known.test(header(firstLine, separator))).findFirst();
  }

  /** The separator that cuts the first line of a text into the most fields. */
  static Optional<Character> likeliest(String begin) {
    String firstLine = begin.lines().findFirst().orElse("");
    return KNOWN.stream()
        .max(
            Comparator.comparingInt((Character separator) -> header(firstLine, separator).size())
                .thenComparing(Comparator.comparingInt(KNOWN::indexOf).reversed()));
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
