package dev.redress.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The columns of a file with what its first {@value #ROWS_MAX} rows say in them.
 *
 * @param names as they stand in the header
 * @param rows the fields, as many as there are names
 */
record SampledColumns(List<String> names, List<List<String>> rows) {
  private static final int ROWS_MAX = 1_000;

  /** What is kept of a value: enough to see what it is. */
  private static final int VALUE_MAX = 200;

  /** Most characters that are kept of all values; looking ends there. */
  private static final long CHARACTERS_MAX = 4_000_000;

  /** The longest name that a mapping takes. */
  private static final int NAME_MAX = 200;

  /** Most of the values that may be otherwise: one in so many. */
  private static final int ODD_ONE_IN = 10;

  /** The beginning of a table; rows with another number of fields are left out. */
  static SampledColumns of(Table table) {
    List<List<String>> rows = new ArrayList<>();
    long characters = 0;
    try (FileRows all = table.rows()) {
      while (all.hasNext() && rows.size() < ROWS_MAX && characters < CHARACTERS_MAX) {
        FileRow row = all.next();
        if (row.fieldCount() == table.header().size()) {
          List<String> values =
              row.fields().stream().map(value -> ImportProblems.head(value, VALUE_MAX)).toList();
          characters += values.stream().mapToLong(String::length).sum();
          rows.add(values);
        }
      }
    }
    return new SampledColumns(table.header().stream().map(String::strip).toList(), rows);
  }

  /** The same without the rows at which this is so. */
  SampledColumns without(Predicate<List<String>> skipped) {
    return new SampledColumns(names, rows.stream().filter(skipped.negate()).toList());
  }

  /** The places of the columns that have a name, each name once. */
  List<Integer> places() {
    List<String> keys = names.stream().map(SampledColumns::key).toList();
    return IntStream.range(0, names.size())
        .filter(place -> !names.get(place).isEmpty() && names.get(place).length() <= NAME_MAX)
        .filter(place -> keys.indexOf(keys.get(place)) == place)
        .boxed()
        .toList();
  }

  /** How many columns have the name of this one, itself included; a mapping refuses all but 1. */
  long times(int place) {
    String key = key(names.get(place));
    return names.stream().filter(name -> key(name).equals(key)).count();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** What stands in a column, without empty values. */
  List<String> values(int place) {
    return rows.stream().map(row -> row.get(place).strip()).filter(v -> !v.isEmpty()).toList();
  }

  /** The first value of a column; empty when there is none. */
  String example(int place) {
    return values(place).stream().findFirst().orElse("");
  }

  /** Whether a column has values and nearly all of them are so. */
  boolean are(int place, Predicate<String> so) {
    List<String> values = values(place);
    long odd = values.stream().filter(so.negate()).count();
    return !values.isEmpty() && odd * ODD_ONE_IN <= values.size();
  }

  /** Whether the values can stand in a column of Redress, a day for a moment included. */
  boolean fit(int place, Column target) {
    return values(place).isEmpty() || are(place, value -> fits(target, value));
  }

  /** Whether a text is a time of day. */
  static boolean isTime(String text) {
    return LocalTimes.isTime(text);
  }

  private static boolean fits(Column target, String value) {
    Conventions open = new Conventions(FileAnswers.NONE);
    return switch (target.content()) {
      case DAY, MOMENT -> isGood(LocalTimes.date(value, open));
      case HOURS -> isGood(LocalNumbers.hours(value, open));
      case NUMBER -> isGood(LocalNumbers.number(value, open));
      case FLAG -> isGood(Choices.yesNo(value));
      case CURRENCY -> isGood(Choices.currency(value.toUpperCase(Locale.ROOT)));
      case TIME_ZONE -> isGood(Choices.timeZone(value));
      case TEXT -> !isTime(value);
    };
  }

  private static boolean isGood(Reading<?> reading) {
    return reading instanceof Reading.Good<?>;
  }
}
