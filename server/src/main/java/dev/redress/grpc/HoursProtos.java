package dev.redress.grpc;

import dev.redress.error.RedressException;
import dev.redress.time.Hours;

/**
 * Conversion of hours. The wire has doubles, which cannot hold most decimal fractions: they are
 * read as the multiple of 0.0001 that they stand for, and written as the double nearest to it.
 */
final class HoursProtos {
  private static final int HOURS_MAX = 10_000;
  private static final double PER_HOUR = 10_000;
  private static final double SLACK = 1e-9 * PER_HOUR;

  private HoursProtos() {}

  /** For the wire. */
  static double toProto(Hours hours) {
    return hours.tenThousandths() / PER_HOUR;
  }

  /**
   * Hours from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID} unless they are from 0 to 10,000 and within 1e-9
   *     of a multiple of 0.0001
   */
  static Hours fromProto(Field field, double hours) {
    if (!(hours >= 0 && hours <= HOURS_MAX)) {
      throw field.invalid(hours + " is not from 0 to 10,000");
    }
    double scaled = hours * PER_HOUR;
    long tenThousandths = Math.round(scaled);
    if (Math.abs(scaled - tenThousandths) > SLACK) {
      throw field.invalid(hours + " is not a multiple of 0.0001");
    }
    return new Hours(tenThousandths);
  }
}
