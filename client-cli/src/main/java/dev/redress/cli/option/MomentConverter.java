package dev.redress.cli.option;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment: RFC 3339 with an offset, or a date and time in the zone of this machine. */
public final class MomentConverter implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String text) {
    return convert(text, ZoneId.systemDefault());
  }

  /** The same with a zone of one's choice. */
  static Instant convert(String text, ZoneId zone) {
    String written = text.strip().replace(' ', 'T');
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException _) {
      try {
        return LocalDateTime.parse(written).atZone(zone).toInstant();
      } catch (DateTimeException _) {
        throw new TypeConversionException(
            "'" + text + "' is not a time such as '2026-11-25 14:30' or 2026-11-25T14:30:00Z");
      }
    }
  }
}
