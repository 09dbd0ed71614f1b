package dev.redress.cli.output;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Moments and dates between the wire and people. */
public final class Moments {
  private Moments() {}

  /** A moment in a zone, with its offset: {@code 2026-11-25 09:00 +01:00}; empty when not set. */
  public static String local(Timestamp moment, ZoneId zone) {
    if (isUnset(moment)) {
      return "";
    }
    OffsetDateTime time = instant(moment).atZone(zone).toOffsetDateTime();
    String offset = time.getOffset().getId();
    return time.toLocalDate()
        + " "
        + twoDigits(time.getHour())
        + ":"
        + twoDigits(time.getMinute())
        + " "
        + (offset.equals("Z") ? "UTC" : offset);
  }

  /** A moment in UTC (RFC 3339); empty when not set. */
  static String utc(Timestamp moment) {
    return isUnset(moment) ? "" : instant(moment).toString();
  }

  /** A date such as {@code 2026-11-25}; empty when not set. */
  public static String date(Date date) {
    return date.getYear() == 0
        ? ""
        : LocalDate.of(date.getYear(), date.getMonth(), date.getDay()).toString();
  }

  /** A date on the wire. */
  public static Date date(LocalDate date) {
    return Date.newBuilder()
        .setYear(date.getYear())
        .setMonth(date.getMonthValue())
        .setDay(date.getDayOfMonth())
        .build();
  }

  /** A moment on the wire. */
  public static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  private static Instant instant(Timestamp moment) {
    return Instant.ofEpochSecond(moment.getSeconds(), moment.getNanos());
  }

  private static boolean isUnset(Timestamp moment) {
    return moment.getSeconds() == 0 && moment.getNanos() == 0;
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
