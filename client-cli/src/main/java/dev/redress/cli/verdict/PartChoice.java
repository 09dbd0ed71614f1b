package dev.redress.cli.verdict;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The hours of a line that are for one request, written {@code REQUEST=HOURS}.
 *
 * @param request the request's id or name
 * @param hours checked by the server
 */
record PartChoice(String request, BigDecimal hours) {

  /** Reads {@code REQUEST=HOURS}. */
  static final class Converter implements ITypeConverter<PartChoice> {
    @Override
    public PartChoice convert(String text) {
      int equals = text.lastIndexOf('=');
      if (equals < 1) {
        throw new TypeConversionException("'" + text + "' is not of the form REQUEST=HOURS");
      }
      String hours = text.substring(equals + 1);
      try {
        return new PartChoice(text.substring(0, equals), new BigDecimal(hours));
      } catch (NumberFormatException _) {
        throw new TypeConversionException("'" + hours + "' is not a number of hours such as 1.25");
      }
    }
  }
}
