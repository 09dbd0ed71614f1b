package dev.redress.grpc;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.redress.error.RedressException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Conversion of moments, dates and durations; those before 1970 or after 2200 are refused. */
final class TimeProtos {
  private static final int YEAR_MIN = 1970;
  private static final int YEAR_MAX = 2200;
  private static final int NANOS_MAX = 999_999_999;
  private static final Instant BEGIN = Instant.EPOCH;
  private static final Instant END = Instant.parse("2201-01-01T00:00:00Z");

  private TimeProtos() {}

  /** For the wire. */
  static Timestamp toProto(Instant moment) {
    return Timestamp.newBuilder()
        .setSeconds(moment.getEpochSecond())
        .setNanos(moment.getNano())
        .build();
  }

  /** For the wire. */
  static Date toProto(LocalDate date) {
    return Date.newBuilder()
        .setYear(date.getYear())
        .setMonth(date.getMonthValue())
        .setDay(date.getDayOfMonth())
        .build();
  }

  /** For the wire. */
  static Duration toProto(java.time.Duration duration) {
    return Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }

  /**
   * A moment from the wire, cut to the microsecond, the finest that every database keeps.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static Instant fromProto(Field field, Timestamp timestamp) {
    long seconds = timestamp.getSeconds();
    int nanos = timestamp.getNanos();
    if (nanos < 0 || nanos > NANOS_MAX) {
      throw field.child("nanos").invalid(nanos + " is not from 0 to 999999999");
    }
    if (seconds < BEGIN.getEpochSecond() || seconds >= END.getEpochSecond()) {
      throw field.invalid("is not from " + YEAR_MIN + " to " + YEAR_MAX);
    }
    return Instant.ofEpochSecond(seconds, nanos).truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * A whole date from the wire; years and months without a day are refused.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static LocalDate fromProto(Field field, Date date) {
    if (date.getYear() < YEAR_MIN || date.getYear() > YEAR_MAX) {
      throw field.invalid(
          "year " + date.getYear() + " is not from " + YEAR_MIN + " to " + YEAR_MAX);
    }
    try {
      return LocalDate.of(date.getYear(), date.getMonth(), date.getDay());
    } catch (DateTimeException e) {
      throw field.invalid(
          String.format(
              "%d-%02d-%02d is no date of the calendar",
              date.getYear(), date.getMonth(), date.getDay()));
    }
  }

  /**
   * A duration from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID} when it is negative or has two signs
   */
  static java.time.Duration fromProto(Field field, Duration duration) {
    if (duration.getSeconds() < 0 || duration.getNanos() < 0 || duration.getNanos() > NANOS_MAX) {
      throw field.invalid("must be a duration of 0 or more");
    }
    return java.time.Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
  }
}
