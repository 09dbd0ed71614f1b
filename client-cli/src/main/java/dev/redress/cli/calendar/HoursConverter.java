package dev.redress.cli.calendar;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@link BusinessHours} as the value of an option. */
final class HoursConverter implements ITypeConverter<BusinessHours> {
  @Override
  public BusinessHours convert(String text) {
    try {
      return BusinessHours.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
