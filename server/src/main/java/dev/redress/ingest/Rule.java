package dev.redress.ingest;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a format says what a column of Redress holds.
 *
 * @param column of Redress
 * @param from names of the file's columns, compared without case; one that is missing is empty
 */
record Rule(Column column, List<String> from, Conversion conversion) {
  private static final Pattern ISSUE =
      Pattern.compile("(?:[^#]*#)?(\\d{1,18})(?::.*)?", Pattern.DOTALL);

  Rule {
    from = List.copyOf(from);
  }

  /** The first of the columns that says something, as it came. */
  static Rule text(Column column, String... from) {
    return new Rule(column, List.of(from), (values, _) -> Reading.of(first(values)));
  }

  /** What the columns say, with a space between. */
  static Rule joined(Column column, String... from) {
    return new Rule(
        column,
        List.of(from),
        (values, _) ->
            Reading.of(
                values.stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.joining(" "))));
  }

  /** The day of a date, or of a date with a time. */
  static Rule date(Column column, String... from) {
    return new Rule(
        column,
        List.of(from),
        (values, conventions) -> LocalTimes.date(first(values).strip(), conventions));
  }

  /** A moment: a column with both, or a date and a time of day beside it. */
  static Rule moment(Column column, String... from) {
    return new Rule(
        column,
        List.of(from),
        (values, conventions) -> LocalTimes.moment(String.join(" ", values).strip(), conventions));
  }

  /** Hours, as a number or as hours, minutes and seconds. */
  static Rule hours(Column column, String... from) {
    return new Rule(
        column,
        List.of(from),
        (values, conventions) -> LocalNumbers.hours(first(values).strip(), conventions));
  }

  /** A number. */
  static Rule number(Column column, String... from) {
    return new Rule(
        column,
        List.of(from),
        (values, conventions) -> LocalNumbers.number(first(values).strip(), conventions));
  }

  /** A code in capital letters, however it is written. */
  static Rule capitals(Column column, String... from) {
    return new Rule(
        column,
        List.of(from),
        (values, _) -> Reading.of(first(values).strip().toUpperCase(Locale.ROOT)));
  }

  /** The number of an issue, alone or as in {@code Bug #17: Printer on fire}. */
  static Rule issue(Column column, String... from) {
    return new Rule(
        column,
        List.of(from),
        (values, _) -> {
          Matcher issue = ISSUE.matcher(first(values).strip());
          return issue.matches()
              ? Reading.of(issue.group(1))
              : Reading.badValue("must be an issue such as 17 or Bug #17: Printer on fire");
        });
  }

  /** Yes or no, as tools write it in English. */
  static Rule yesNo(Column column, String... from) {
    return new Rule(column, List.of(from), (values, _) -> Choices.yesNo(first(values).strip()));
  }

  private static String first(List<String> values) {
    return values.stream().filter(value -> !value.isBlank()).findFirst().orElse("");
  }
}
