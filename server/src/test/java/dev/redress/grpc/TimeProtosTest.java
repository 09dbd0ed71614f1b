package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeProtosTest {
  private static final Field FIELD = new Field("x");

  @ParameterizedTest
  @CsvSource({"1970-01-01", "2024-02-29", "2025-12-31", "2200-12-31"})
  void date_isExactBothWays(LocalDate date) {
    assertThat(TimeProtos.fromProto(FIELD, TimeProtos.toProto(date))).isEqualTo(date);
  }

  @ParameterizedTest(name = "{0}-{1}-{2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # year | month | day | what is said
          2025   | 2     | 31  | 2025-02-31 is no date of the calendar
          2025   | 2     | 29  | 2025-02-29 is no date of the calendar
          2025   | 13    | 1   | is no date of the calendar
          2025   | 0     | 0   | is no date of the calendar
          2025   | 6     | 0   | is no date of the calendar
          2025   | -1    | 1   | is no date of the calendar
          0      | 6     | 1   | year 0 is not from 1970 to 2200
          1969   | 12    | 31  | year 1969 is not from 1970 to 2200
          2201   | 1     | 1   | year 2201 is not from 1970 to 2200
          """)
  void date_refuses(int year, int month, int day, String sentence) {
    Date date = Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();

    assertRefused(() -> TimeProtos.fromProto(FIELD, date), sentence);
  }

  @ParameterizedTest(name = "{0} s {1} ns is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # seconds  | nanos     | moment
          0          | 0         | 1970-01-01T00:00:00Z
          1709208000 | 0         | 2024-02-29T12:00:00Z
          1709208000 | 123456789 | 2024-02-29T12:00:00.123456Z
          7289654399 | 999999999 | 2200-12-31T23:59:59.999999Z
          """)
  void moment_isCutToMicroseconds(long seconds, int nanos, Instant moment) {
    assertThat(TimeProtos.fromProto(FIELD, timestamp(seconds, nanos))).isEqualTo(moment);
    assertThat(TimeProtos.fromProto(FIELD, TimeProtos.toProto(moment))).isEqualTo(moment);
  }

  @ParameterizedTest(name = "{0} s {1} ns: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # seconds           | nanos      | what is said
          -1                  | 0          | is not from 1970 to 2200
          7289654400          | 0          | is not from 1970 to 2200
          9223372036854775807 | 0          | is not from 1970 to 2200
          0                   | -1         | is not from 0 to 999999999
          0                   | 1000000000 | is not from 0 to 999999999
          """)
  void moment_refuses(long seconds, int nanos, String sentence) {
    assertRefused(() -> TimeProtos.fromProto(FIELD, timestamp(seconds, nanos)), sentence);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1", "1, 1000000000"})
  void duration_refuses(long seconds, int nanos) {
    Duration duration = Duration.newBuilder().setSeconds(seconds).setNanos(nanos).build();

    assertRefused(() -> TimeProtos.fromProto(FIELD, duration), "must be a duration of 0 or more");
  }

  private static void assertRefused(Runnable conversion, String sentence) {
    assertThatThrownBy(conversion::run)
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.FIELD_INVALID))
        .hasMessageContaining(sentence);
  }

  private static Timestamp timestamp(long seconds, int nanos) {
    return Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build();
  }
}
