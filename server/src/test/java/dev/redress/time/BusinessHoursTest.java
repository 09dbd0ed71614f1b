package dev.redress.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessHoursTest {
  private static final List<BusinessWindow> TWO_WINDOWS =
      List.of(new BusinessWindow(9 * 60, 12 * 60), new BusinessWindow(13 * 60, 17 * 60));

  @ParameterizedTest(name = "{0} {1} + {2} days = {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # zone           | start                     | days | due
          America/Chicago  | 2026-09-30T10:00:00-05:00 | 1    | 2026-10-01T10:00:00-05:00
          America/Chicago  | 2026-10-02T16:59:00-05:00 | 1    | 2026-10-05T16:59:00-05:00
          America/Chicago  | 2026-10-02T23:00:00-05:00 | 1    | 2026-10-06T09:00:00-05:00
          America/Chicago  | 2026-10-03T12:00:00-05:00 | 1    | 2026-10-06T09:00:00-05:00
          America/Chicago  | 2026-09-30T12:30:00-05:00 | 1    | 2026-10-01T13:00:00-05:00
          # clocks go back on Sunday 2026-10-25 in Berlin and forward on 2027-03-28
          Europe/Berlin    | 2026-10-23T10:00:00+02:00 | 1    | 2026-10-26T10:00:00+01:00
          Europe/Berlin    | 2027-03-26T10:00:00+01:00 | 1    | 2027-03-29T10:00:00+02:00
          Europe/Berlin    | 2028-02-28T10:00:00+01:00 | 1    | 2028-02-29T10:00:00+01:00
          """)
  void plusDays(ZoneId zone, OffsetDateTime start, int days, OffsetDateTime due) {
    assertThat(new BusinessHours(TWO_WINDOWS, zone).plusDays(start.toInstant(), days))
        .isEqualTo(due.toInstant());
  }

  @ParameterizedTest(name = "{0} {1} + {2} = {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # zone           | start                     | time  | due
          America/Chicago  | 2026-09-30T10:00:00-05:00 | PT1H  | 2026-09-30T11:00:00-05:00
          America/Chicago  | 2026-09-30T10:00:00-05:00 | PT4H  | 2026-09-30T15:00:00-05:00
          America/Chicago  | 2026-10-02T16:00:00-05:00 | PT4H  | 2026-10-05T12:00:00-05:00
          America/Chicago  | 2026-10-03T03:00:00-05:00 | PT15M | 2026-10-05T09:15:00-05:00
          """)
  void plus(ZoneId zone, OffsetDateTime start, Duration time, OffsetDateTime due) {
    assertThat(new BusinessHours(TWO_WINDOWS, zone).plus(start.toInstant(), time))
        .isEqualTo(due.toInstant());
  }

  /** Against an oracle that goes minute by minute. */
  @Test
  void plus_agreesWithCountingMinutes() {
    SplittableRandom random = new SplittableRandom(42);
    ZoneId zone = ZoneId.of("Europe/Berlin");
    BusinessHours hours = new BusinessHours(TWO_WINDOWS, zone);
    for (int i = 0; i < 200; i++) {
      Instant start =
          Instant.parse("2026-10-20T00:00:00Z").plus(random.nextInt(14 * 1440), ChronoUnit.MINUTES);
      int minutes = random.nextInt(1, 1200);
      assertThat(hours.plus(start, Duration.ofMinutes(minutes)))
          .as("%s + %d minutes", start, minutes)
          .isEqualTo(countMinutes(start, minutes, zone));
    }
  }

  private static Instant countMinutes(Instant start, int minutes, ZoneId zone) {
    Instant moment = start;
    int left = minutes;
    while (left > 0) {
      if (isOpen(moment.atZone(zone).toLocalDateTime())) {
        left--;
      }
      moment = moment.plus(1, ChronoUnit.MINUTES);
    }
    return moment;
  }

  private static boolean isOpen(LocalDateTime time) {
    int minute = time.getHour() * 60 + time.getMinute();
    return time.getDayOfWeek() != DayOfWeek.SATURDAY
        && time.getDayOfWeek() != DayOfWeek.SUNDAY
        && TWO_WINDOWS.stream()
            .anyMatch(window -> minute >= window.startMinutes() && minute < window.endMinutes());
  }

  @Test
  void windows_mustBeInOrderAndApart() {
    ZoneId zone = ZoneId.of("UTC");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new BusinessHours(
                    List.of(new BusinessWindow(600, 720), new BusinessWindow(660, 780)), zone));
    assertThatIllegalArgumentException().isThrownBy(() -> new BusinessHours(List.of(), zone));
    assertThatIllegalArgumentException().isThrownBy(() -> new BusinessWindow(600, 600));
    assertThatIllegalArgumentException().isThrownBy(() -> new BusinessWindow(600, 1441));
  }
}
