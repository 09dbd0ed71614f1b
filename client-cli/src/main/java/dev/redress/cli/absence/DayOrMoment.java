package dev.redress.cli.absence;

import dev.redress.cli.option.DateConverter;
import dev.redress.cli.option.MomentConverter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/**
 * A whole day in the zone of the one who asks, or a moment.
 *
 * @param day absent where a moment was given
 * @param moment absent where a day was given
 */
record DayOrMoment(@Nullable LocalDate day, @Nullable Instant moment) {

  /** The moment, or the first one of the day. */
  Instant begin(ZoneId zone) {
    return at(0, zone);
  }

  /** The moment, or the first one after the day: who is away until Friday is back on Saturday. */
  Instant end(ZoneId zone) {
    return at(1, zone);
  }

  private Instant at(int daysLater, ZoneId zone) {
    if (moment != null) {
      return moment;
    }
    if (day != null) {
      return day.plusDays(daysLater).atStartOfDay(zone).toInstant();
    }
    throw new IllegalStateException("neither a day nor a moment");
  }

  /** Reads either. */
  static final class Converter implements ITypeConverter<DayOrMoment> {
    private static final int DATE_LENGTH = 10;

    @Override
    public DayOrMoment convert(String text) {
      return text.strip().length() <= DATE_LENGTH
          ? new DayOrMoment(new DateConverter().convert(text.strip()), null)
          : new DayOrMoment(null, new MomentConverter().convert(text));
    }
  }
}
