package dev.redress.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the name of a column tells of the unit of its times, in English, German, French and Spanish.
 */
final class TimeWords {
  private static final Set<String> HOURS =
      Set.of("h", "hr", "hrs", "hour", "hours", "std", "stunden", "heures", "horas");

  private static final Set<String> MINUTES = Set.of("min", "mins", "minutes", "minuten", "minutos");

  private static final Set<String> SECONDS =
      Set.of("s", "sec", "secs", "seconds", "sekunden", "secondes", "segundos");

  private TimeWords() {}

  /**
   * The unit, as a saved mapping writes it, if the name is clear about it: a unit alone in
   * brackets, a name that is a unit or ends with one. What else stands in brackets tells nothing:
   * entries that are rounded to 15 minutes are not in minutes. Empty when it is not clear.
   */
  static String unit(String column) {
    List<String> words = new ArrayList<>();
    words.add(ColumnWords.normal(ColumnWords.aside(column)));
    List<String> outside = words(ColumnWords.withoutAside(column));
    boolean isNumbered =
        outside.size() > 1 && outside.get(outside.size() - 2).chars().allMatch(Character::isDigit);
    if (!isNumbered) {
      words.add(outside.getLast());
    }
    outside.stream().filter(HOURS::contains).forEach(words::add);
    Set<String> units =
        words.stream()
            .map(TimeWords::unitOf)
            .filter(unit -> !unit.isEmpty())
            .collect(Collectors.toSet());
    return units.size() == 1 ? units.iterator().next() : "";
  }

  /** Whether a name has a unit anywhere in it, so that there may be times in the column. */
  static boolean namesUnit(String column) {
    return words(ColumnWords.normal(column)).stream()
        // Any genitive has it.
        .filter(word -> !word.equals("s"))
        .anyMatch(word -> !unitOf(word).isEmpty());
  }

  private static List<String> words(String normal) {
    return List.of(normal.split(" ", -1));
  }

  private static String unitOf(String word) {
    if (HOURS.contains(word)) {
      return "hours";
    }
    if (MINUTES.contains(word)) {
      return "minutes";
    }
    return SECONDS.contains(word) ? "seconds" : "";
  }
}
