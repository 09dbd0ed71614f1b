package dev.redress.cli.evaluation;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * One figure of an evaluation.
 *
 * @param name in lowerCamelCase, for programs and people
 * @param digits decimals to show
 * @param proportion what a share was counted from
 */
record Figure(String name, double number, int digits, Optional<Proportion> proportion) {
  private static final int SHARE_DIGITS = 4;

  /** The columns of a table of figures. */
  static final List<Column<Figure>> COLUMNS =
      List.of(
          new Column.Text<>("figure", Figure::name),
          new Column.Numeric<>("value", it -> Numbers.decimals(it.number, it.digits)),
          new Column.Numeric<>("low_95", it -> it.end(Proportion::low)),
          new Column.Numeric<>("high_95", it -> it.end(Proportion::high)),
          new Column.Numeric<>("count", it -> it.part(Proportion::hits)),
          new Column.Numeric<>("of", it -> it.part(Proportion::total)));

  /** A number. */
  static Figure of(String name, double number, int digits) {
    return new Figure(name, number, digits, Optional.empty());
  }

  /** A share with its interval. */
  static Figure of(String name, Proportion proportion) {
    return new Figure(name, proportion.share(), SHARE_DIGITS, Optional.of(proportion));
  }

  /** All figures as one JSON object; a share is an object of its own. */
  static Struct json(List<Figure> figures) {
    Struct.Builder object = Struct.newBuilder();
    for (Figure figure : figures) {
      object.putFields(
          figure.name, figure.proportion.map(Figure::json).orElseGet(() -> number(figure.number)));
    }
    return object.build();
  }

  private static Value json(Proportion proportion) {
    return Value.newBuilder()
        .setStructValue(
            Struct.newBuilder()
                .putFields("share", number(proportion.share()))
                .putFields("low", number(proportion.low()))
                .putFields("high", number(proportion.high()))
                .putFields("count", number((double) proportion.hits()))
                .putFields("of", number((double) proportion.total())))
        .build();
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }

  private String end(java.util.function.ToDoubleFunction<Proportion> which) {
    return proportion.map(it -> Numbers.decimals(which.applyAsDouble(it), SHARE_DIGITS)).orElse("");
  }

  private String part(java.util.function.ToLongFunction<Proportion> which) {
    return proportion.map(it -> Long.toString(which.applyAsLong(it))).orElse("");
  }
}
