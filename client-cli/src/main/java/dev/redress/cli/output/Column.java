package dev.redress.cli.output;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import java.util.function.Function;

/**
 * One column of a list.
 *
 * @param <T> what a row is made of
 */
public sealed interface Column<T> {
  /** The column's name in lower case with underscores, such as {@code work_date}. */
  String name();

  /** Words from outside: never read as a formula by a spreadsheet, cut on a narrow terminal. */
  record Text<T>(String name, Function<T, String> value) implements Column<T> {}

  /** A word from a fixed list, coloured by its meaning. */
  record State<T>(String name, Function<T, ? extends Enum<?>> value) implements Column<T> {}

  /** A number or a date, written out; never cut. */
  record Numeric<T>(String name, Function<T, String> value) implements Column<T> {}

  /** A resource name; tables show the id at its end, CSV the whole name. */
  record Name<T>(String name, Function<T, String> value) implements Column<T> {}

  /** Money; in CSV a column for the number and one, {@code name_currency}, for the currency. */
  record Amount<T>(String name, Function<T, Money> value) implements Column<T> {}

  /** A moment; tables show it in the local zone with its offset, CSV in UTC. */
  record Moment<T>(String name, Function<T, Timestamp> value) implements Column<T> {}
}
