package dev.redress.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a file is cut into columns.
 *
 * @param header whether a row is the one with the names of the columns
 * @param separator what separates the fields of a text that begins so, if that can be told
 */
record Dialect(Predicate<List<String>> header, Function<String, Optional<Character>> separator) {

  /** Of a file that a format may know. */
  static final Dialect OF_FORMATS =
      new Dialect(
          Formats::knows,
          begin -> Separators.of(begin, row -> Formats.anyRecognises(row, _ -> true)));

  /** Of a file about which nothing is known: a header has two names at least. */
  static final Dialect UNKNOWN =
      new Dialect(
          row -> row.stream().filter(name -> !name.isBlank()).count() > 1, Separators::likeliest);

  /** Of a file that has these columns; one that lacks some is cut so that it can be told which. */
  static Dialect of(List<String> columns, Optional<Character> saidSeparator) {
    List<String> needed = normal(columns);
    Predicate<List<String>> header = row -> normal(row).containsAll(needed);
    return new Dialect(
        header,
        begin ->
            saidSeparator
                .or(() -> Separators.of(begin, header))
                .or(() -> Separators.likeliest(begin)));
  }

  private static List<String> normal(List<String> names) {
    return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }
}
