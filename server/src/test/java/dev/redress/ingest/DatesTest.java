package dev.redress.ingest;

import static dev.redress.ingest.DecimalsTest.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # written            | read, or what the clerk is told
          2024-02-29           | 2024-02-29
          1970-01-01           | 1970-01-01
          2200-12-31           | 2200-12-31
          2023-02-29           | must be a day that the calendar has
          2024-02-31           | must be a day that the calendar has
          2024-13-01           | must be a day that the calendar has
          2024-04-00           | must be a day that the calendar has
          1969-12-31           | must lie in the years 1970 to 2200
          2201-01-01           | must lie in the years 1970 to 2200
          29.02.2024           | must be written as year-month-day, such as 2024-02-29
          02/29/2024           | must be written as year-month-day, such as 2024-02-29
          2024-2-9             | must be written as year-month-day, such as 2024-02-29
          2024-02-29T00:00:00Z | must be written as year-month-day, such as 2024-02-29
          yesterday            | must be written as year-month-day, such as 2024-02-29
          """)
  void date_daysOfTheCalendar(String written, String expected) {
    assertThat(outcome(Dates.date(written))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # written                           | read, or what the clerk is told
          2014-05-12T04:37:18+00:00           | 2014-05-12T04:37:18Z
          2026-06-15T09:20:00-04:00           | 2026-06-15T13:20:00Z
          2024-02-29 10:15:00+01:00           | 2024-02-29T09:15:00Z
          2024-02-29T10:15Z                   | 2024-02-29T10:15:00Z
          2024-02-29t10:15:00z                | 2024-02-29T10:15:00Z
          2024-02-29T10:15:00.5Z              | 2024-02-29T10:15:00.500Z
          2024-02-29T10:15:00.123456789Z      | 2024-02-29T10:15:00.123456Z
          2024-12-31T23:30:00-01:00           | 2025-01-01T00:30:00Z
          2024-02-30T10:15:00Z                | must be a day that the calendar has
          1970-01-01T00:30:00+01:00           | must lie in the years 1970 to 2200
          2200-12-31T23:30:00-01:00           | must lie in the years 1970 to 2200
          2024-02-29                          | must have a time of day too, such as 2024-02-29T10:15:00+01:00
          2024-02-29T10:15:00                 | must end with the offset from UTC, such as 2024-02-29T10:15:00+01:00, or with Z
          2024-02-29T24:00:00Z                | must be written as in RFC 3339, such as 2024-02-29T10:15:00+01:00
          2024-02-29T10:60:00Z                | must be written as in RFC 3339, such as 2024-02-29T10:15:00+01:00
          2024-02-29T10:15:00.Z               | must be written as in RFC 3339, such as 2024-02-29T10:15:00+01:00
          2024-02-29T10:15:00.1234567891Z     | must be written as in RFC 3339, such as 2024-02-29T10:15:00+01:00
          2024-02-29T10:15:00+1               | must be written as in RFC 3339, such as 2024-02-29T10:15:00+01:00
          2024-02-29T10:15:00+19:00           | must be written as in RFC 3339, such as 2024-02-29T10:15:00+01:00
          2024-02-29T10:15:00Z[UTC]           | must be written as in RFC 3339, such as 2024-02-29T10:15:00+01:00
          2024-02-29X10:15:00Z                | must be written as in RFC 3339, such as 2024-02-29T10:15:00+01:00
          Feb 29 2024 10:15 Z                 | must be written as in RFC 3339, such as 2024-02-29T10:15:00+01:00
          """)
  void moment_withItsOffset(String written, String expected) {
    assertThat(outcome(Moments.moment(written))).isEqualTo(expected);
  }
}
