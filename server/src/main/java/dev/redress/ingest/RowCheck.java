package dev.redress.ingest;

import dev.redress.customer.Customer;
import dev.redress.identity.InvalidNameException;
import dev.redress.identity.SourceId;
import dev.redress.ingest.ImportProblem.Code;
import dev.redress.time.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one row and notes what is wrong with them. A wrong value reads as a harmless
 * one, so that the rest of the row is checked too; {@link #result} then never builds the record.
 */
final class RowCheck {
  /** Most characters of a name, a reference and other short texts. */
  static final int SHORT_TEXT_MAX = 200;

  /** Most characters of a subject. */
  static final int SUMMARY_MAX = 1_000;

  /** Most characters of a description or of notes. */
  static final int LONG_TEXT_MAX = 32_000;

  /** Most characters of an attribute. */
  static final int ATTRIBUTE_MAX = 2_000;

  /** Most characters of all attributes of a row together, names and punctuation included. */
  static final int ATTRIBUTES_MAX = 32_000;

  private final CanonicalRow row;
  private final List<ImportProblem> problems;

  /** Of a row. */
  RowCheck(CanonicalRow row) {
    this.row = row;
    this.problems = new ArrayList<>(Set.copyOf(row.problems().values()));
  }

  /** The record, if nothing is wrong. */
  <T> CheckedRow<T> result(Supplier<T> build) {
    return problems.isEmpty()
        ? new CheckedRow.Accepted<>(row.line(), build.get())
        : new CheckedRow.Refused<>(row.line(), problems);
  }

  /** Whether the value could not even be put into the words of Redress. */
  boolean isUnreadable(Column column) {
    return row.problems().containsKey(column);
  }

  /** Whether the row says something in this column. */
  boolean has(Column column) {
    return !row.get(column).isBlank();
  }

  /** A required id, see {@link SourceId}. */
  String id(Column column) {
    String id = row.get(column);
    if (!require(column)) {
      return "";
    }
    try {
      if (id.indexOf(ControlCharacters.REPLACEMENT) >= 0) {
        throw new InvalidNameException("holds a control character or one that was lost");
      }
      return SourceId.check("the id", id);
    } catch (InvalidNameException e) {
      wrong(Code.INVALID_ID, column, "must be an id as the source has it: " + e.getMessage());
      return "";
    }
  }

  /** A text of at most so many characters, kept as it came. */
  String text(Column column, int lengthMax) {
    String text = row.get(column);
    checkLength(row.sourceColumn(column), text, lengthMax);
    return text;
  }

  /** A text that must not be blank. */
  String requiredText(Column column, int lengthMax) {
    return require(column) ? text(column, lengthMax) : "";
  }

  /** A customer who must be known. */
  @Nullable Customer customer(KnownCustomers known) {
    String id = id(Column.CUSTOMER_ID);
    if (id.isEmpty()) {
      return null;
    }
    Customer customer = known.find(id).orElse(null);
    if (customer == null) {
      wrong(Code.UNKNOWN_CUSTOMER, Column.CUSTOMER_ID, "is not known: import the customers first");
    }
    return customer;
  }

  /** A required date. */
  LocalDate requiredDate(Column column) {
    LocalDate date = require(column) ? value(column, Dates::date) : null;
    return date == null ? LocalDate.EPOCH : date;
  }

  /** A required moment. */
  Instant requiredMoment(Column column) {
    Instant moment = require(column) ? value(column, Moments::moment) : null;
    return moment == null ? Instant.EPOCH : moment;
  }

  /** Required hours. */
  Hours requiredHours(Column column) {
    Hours hours = require(column) ? value(column, Decimals::hours) : null;
    return hours == null ? Hours.ZERO : hours;
  }

  /** A value that must be there; absent when it is missing or wrong. */
  <T> @Nullable T requiredValue(Column column, Function<String, Reading<T>> reading) {
    return require(column) ? value(column, reading) : null;
  }

  /** A value without the spaces around it; absent when there is none or it is wrong. */
  <T> @Nullable T value(Column column, Function<String, Reading<T>> reading) {
    String text = row.get(column).strip();
    if (text.isEmpty()) {
      return null;
    }
    return switch (reading.apply(text)) {
      case Reading.Good<T>(T value) -> value;
      case Reading.Bad<T>(Code code, String message) -> {
        wrong(code, column, message);
        yield null;
      }
    };
  }

  /** What else the row says. */
  Map<String, String> attributes() {
    int together = 0;
    for (Map.Entry<String, String> attribute : row.attributes().entrySet()) {
      checkLength(attribute.getKey(), attribute.getValue(), ATTRIBUTE_MAX);
      together +=
          quotedLength(attribute.getKey())
              + quotedLength(ImportProblems.head(attribute.getValue(), ATTRIBUTE_MAX));
    }
    if (together > ATTRIBUTES_MAX) {
      problems.add(
          ImportProblems.of(
              row.line(),
              Code.TEXT_TOO_LONG,
              "",
              "",
              "the columns that Redress does not know hold more than 32000 characters together:"
                  + " leave some out"));
    }
    return row.attributes();
  }

  /** Notes columns that mean nothing: of terms nothing may be left out in silence. */
  void noOthers() {
    row.attributes()
        .forEach(
            (name, value) ->
                problems.add(
                    ImportProblems.of(
                        row.line(),
                        Code.INVALID_VALUE,
                        name,
                        value,
                        name + " is no column of agreements: correct its name or leave it out")));
  }

  /** Notes that a value is wrong; the message follows the column's name. */
  void wrong(Code code, Column column, String message) {
    if (!isUnreadable(column)) {
      String name = row.sourceColumn(column);
      problems.add(
          ImportProblems.of(row.line(), code, name, row.get(column), name + " " + message));
    }
  }

  private boolean require(Column column) {
    if (!has(column)) {
      wrong(Code.MISSING_VALUE, column, "must not be empty");
      return false;
    }
    return true;
  }

  private void checkLength(String column, String text, int lengthMax) {
    if (text.length() > lengthMax) {
      problems.add(
          ImportProblems.of(
              row.line(),
              Code.TEXT_TOO_LONG,
              column,
              text,
              column + " must have at most " + lengthMax + " characters: shorten it"));
    }
  }

  /** How long a text is as a JSON string with a separator, in which form attributes are kept. */
  private static int quotedLength(String text) {
    int length = text.length() + 3;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      length += c == '"' || c == '\\' || c < ' ' ? 1 : c == '\u2028' || c == '\u2029' ? 5 : 0;
    }
    return length;
  }
}
