package dev.redress.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row of another tool's file, by the names of its columns.
 *
 * @param places where each column stands, by its name in lower case
 */
record ForeignRow(FileRow row, Map<String, List<Integer>> places) {

  /** What a column says, with a line break between when it comes more than once; empty: nothing. */
  String get(String name) {
    List<Integer> found = places.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return found.size() == 1
        ? row.fields().get(found.getFirst())
        : found.stream()
            .map(place -> row.fields().get(place))
            .filter(value -> !value.isBlank())
            .collect(Collectors.joining("\n"));
  }

  /** What several columns say. */
  List<String> get(List<String> names) {
    return names.stream().map(this::get).toList();
  }
}
