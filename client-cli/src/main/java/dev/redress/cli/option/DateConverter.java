package dev.redress.cli.option;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A date such as {@code 2026-11-25} (ISO 8601). */
public final class DateConverter implements ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new TypeConversionException("'" + text + "' is not a date such as 2026-11-25");
    }
  }
}
