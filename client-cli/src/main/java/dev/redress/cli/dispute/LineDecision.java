package dev.redress.cli.dispute;

import dev.redress.v1.DisputedLine.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What somebody decided for a line.
 *
 * @param line the line's id or name, perhaps with {@code /REASON}; empty for all lines
 * @param amount what is given back, only for PARTIALLY_CREDITED
 */
record LineDecision(String line, Outcome outcome, @Nullable BigDecimal amount) {
  private static final String PARTIALLY = "PARTIALLY_CREDITED:";

  /** The outcomes that say all; a part needs its amount. */
  private static final List<Outcome> WHOLE =
      List.of(
          Outcome.EXPLAINED,
          Outcome.DENIED,
          Outcome.CREDITED,
          Outcome.WRITTEN_OFF,
          Outcome.REBILLED,
          Outcome.WITHDRAWN);

  /** Reads {@code LINE=OUTCOME}. */
  static final class Converter implements ITypeConverter<LineDecision> {
    @Override
    public LineDecision convert(String text) {
      int equals = text.lastIndexOf('=');
      if (equals < 1) {
        throw new TypeConversionException("'" + text + "' is not of the form LINE=OUTCOME");
      }
      return decision(text.substring(0, equals), text.substring(equals + 1));
    }
  }

  /** Reads an outcome for all lines; a part of the money cannot be given back for all alike. */
  static final class WholeConverter implements ITypeConverter<LineDecision> {
    @Override
    public LineDecision convert(String text) {
      LineDecision decision = decision("", text);
      if (decision.outcome() == Outcome.PARTIALLY_CREDITED) {
        throw new TypeConversionException(
            "PARTIALLY_CREDITED needs an amount for each line; use --outcome LINE=" + text);
      }
      return decision;
    }
  }

  private static LineDecision decision(String line, String outcome) {
    String name = outcome.toUpperCase(Locale.ROOT);
    if (name.startsWith(PARTIALLY)) {
      return new LineDecision(
          line, Outcome.PARTIALLY_CREDITED, amount(name.substring(PARTIALLY.length())));
    }
    return WHOLE.stream()
        .filter(whole -> whole.name().equals(name))
        .findFirst()
        .map(whole -> new LineDecision(line, whole, null))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + outcome
                        + "' is not one of "
                        + WHOLE.stream().map(Outcome::name).collect(Collectors.joining(", "))
                        + ", "
                        + PARTIALLY
                        + "AMOUNT"));
  }

  private static BigDecimal amount(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw new TypeConversionException("'" + text + "' is not an amount such as 125.00");
    }
  }
}
