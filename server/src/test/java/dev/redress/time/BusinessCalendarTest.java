package dev.redress.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Named cases. Unless a table says otherwise: Monday to Friday from 9 to 12 and from 13 to 17, and
 * Christmas, New Year and Easter Monday 2027 (29 March) are holidays.
 */
class BusinessCalendarTest {
  private static final List<BusinessWindow> TWO_WINDOWS =
      List.of(new BusinessWindow(9 * 60, 12 * 60), new BusinessWindow(13 * 60, 17 * 60));
  private static final Holidays HOLIDAYS =
      Holidays.of(
          Stream.of("2026-12-25", "2027-01-01", "2027-03-29").map(LocalDate::parse).toList());

  @ParameterizedTest(name = "{0} {1} + {2} days = {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # zone           | start                     | days | due
          America/Chicago  | 2026-09-30T10:00:00-05:00 | 1    | 2026-10-01T10:00:00-05:00
          America/Chicago  | 2026-09-30T10:00:00-05:00 | 0    | 2026-09-30T10:00:00-05:00
          # over a weekend, and from within one
          America/Chicago  | 2026-10-02T16:59:00-05:00 | 1    | 2026-10-05T16:59:00-05:00
          America/Chicago  | 2026-10-02T23:00:00-05:00 | 1    | 2026-10-06T09:00:00-05:00
          America/Chicago  | 2026-10-03T12:00:00-05:00 | 1    | 2026-10-06T09:00:00-05:00
          America/Chicago  | 2026-10-03T12:00:00-05:00 | 0    | 2026-10-05T09:00:00-05:00
          # between two windows of a day
          America/Chicago  | 2026-09-30T12:30:00-05:00 | 1    | 2026-10-01T13:00:00-05:00
          # over Christmas, and over New Year to the week after
          America/Chicago  | 2026-12-24T15:00:00-06:00 | 1    | 2026-12-28T15:00:00-06:00
          America/Chicago  | 2026-12-24T15:00:00-06:00 | 6    | 2027-01-05T15:00:00-06:00
          # clocks go back on Sunday 2026-10-25 in Berlin and forward on 2027-03-28
          Europe/Berlin    | 2026-10-23T10:00:00+02:00 | 1    | 2026-10-26T10:00:00+01:00
          Europe/Berlin    | 2027-03-26T10:00:00+01:00 | 1    | 2027-03-30T10:00:00+02:00
          # 29 February, in a leap year and not
          Europe/Berlin    | 2028-02-28T10:00:00+01:00 | 1    | 2028-02-29T10:00:00+01:00
          Europe/Berlin    | 2027-02-26T10:00:00+01:00 | 1    | 2027-03-01T10:00:00+01:00
          """)
  void plusDays(ZoneId zone, OffsetDateTime start, int days, OffsetDateTime due) {
    assertThat(office(zone).plusDays(start.toInstant(), days)).isEqualTo(due.toInstant());
  }

  @ParameterizedTest(name = "{0} {1} + {2} = {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # zone           | start                       | time    | due
          America/Chicago  | 2026-09-30T10:00:00-05:00   | PT1H    | 2026-09-30T11:00:00-05:00
          # over lunch; to the end of a window and not to the start of the next
          America/Chicago  | 2026-09-30T10:00:00-05:00   | PT4H    | 2026-09-30T15:00:00-05:00
          America/Chicago  | 2026-09-30T10:00:00-05:00   | PT2H    | 2026-09-30T12:00:00-05:00
          America/Chicago  | 2026-09-30T12:00:00-05:00   | PT0S    | 2026-09-30T13:00:00-05:00
          # over a weekend, and from within one
          America/Chicago  | 2026-10-02T16:00:00-05:00   | PT4H    | 2026-10-05T12:00:00-05:00
          America/Chicago  | 2026-10-03T03:00:00-05:00   | PT15M   | 2026-10-05T09:15:00-05:00
          # to the nanosecond
          America/Chicago  | 2026-10-02T16:59:59.5-05:00 | PT0.5S  | 2026-10-02T17:00:00-05:00
          America/Chicago  | 2026-10-02T16:59:59.5-05:00 | PT0.7S  | 2026-10-05T09:00:00.2-05:00
          # over Christmas, and over New Year: 12 working days from 21 December to 7 January
          America/Chicago  | 2026-12-24T09:00:00-06:00   | PT7H    | 2026-12-24T17:00:00-06:00
          America/Chicago  | 2026-12-24T09:00:00-06:00   | PT8H    | 2026-12-28T10:00:00-06:00
          America/Chicago  | 2026-12-21T09:00:00-06:00   | PT84H   | 2027-01-07T17:00:00-06:00
          # 262 weekdays from 1 December to 1 December, three of them holidays, 7 h each
          America/Chicago  | 2026-12-01T09:00:00-06:00   | PT1813H | 2027-12-01T17:00:00-06:00
          # 29 February, in a leap year and not
          Europe/Berlin    | 2028-02-28T16:00:00+01:00   | PT9H    | 2028-03-01T10:00:00+01:00
          Europe/Berlin    | 2027-02-26T16:00:00+01:00   | PT9H    | 2027-03-02T10:00:00+01:00
          """)
  void plus(ZoneId zone, OffsetDateTime start, Duration time, OffsetDateTime due) {
    BusinessCalendar calendar = office(zone);
    assertThat(calendar.plus(start.toInstant(), time)).isEqualTo(due.toInstant());
    assertThat(calendar.between(start.toInstant(), due.toInstant())).isEqualTo(time);
  }

  @ParameterizedTest(name = "{0}, {1}: {2} hold {3} from midnight to midnight")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # zone              | day        | windows     | open
          # Berlin goes from 02:00 to 03:00, and from 03:00 back to 02:00
          Europe/Berlin       | 2027-03-28 | 00:00-24:00 | PT23H
          Europe/Berlin       | 2027-03-28 | 01:00-04:00 | PT2H
          Europe/Berlin       | 2027-03-28 | 02:30-05:00 | PT2H
          Europe/Berlin       | 2027-03-28 | 01:00-02:30 | PT1H
          Europe/Berlin       | 2027-03-28 | 02:00-03:00 | PT0S
          Europe/Berlin       | 2027-03-28 | 09:00-17:00 | PT8H
          Europe/Berlin       | 2027-10-31 | 00:00-24:00 | PT25H
          Europe/Berlin       | 2027-10-31 | 01:00-04:00 | PT4H
          Europe/Berlin       | 2027-10-31 | 02:00-03:00 | PT2H
          Europe/Berlin       | 2027-10-31 | 02:30-05:00 | PT3H
          Europe/Berlin       | 2027-10-31 | 09:00-17:00 | PT8H
          # New York goes from 02:00 to 03:00, and from 02:00 back to 01:00
          America/New_York    | 2027-03-14 | 00:00-24:00 | PT23H
          America/New_York    | 2027-03-14 | 01:30-03:30 | PT1H
          America/New_York    | 2027-11-07 | 00:00-24:00 | PT25H
          America/New_York    | 2027-11-07 | 01:30-03:30 | PT2H30M
          # Lord Howe goes by half an hour: from 02:00 to 02:30, and from 02:00 back to 01:30
          Australia/Lord_Howe | 2027-10-03 | 00:00-24:00 | PT23H30M
          Australia/Lord_Howe | 2027-10-03 | 02:15-03:00 | PT30M
          Australia/Lord_Howe | 2027-04-04 | 00:00-24:00 | PT24H30M
          Australia/Lord_Howe | 2027-04-04 | 01:45-02:15 | PT45M
          # Santiago changes at midnight: a day begins at 01:00, and one has its last hour twice
          America/Santiago    | 2027-09-05 | 00:00-02:00 | PT1H
          America/Santiago    | 2027-04-03 | 22:00-24:00 | PT3H
          # Samoa left out 30 December 2011
          Pacific/Apia        | 2011-12-30 | 00:00-24:00 | PT0S
          """)
  void between_isWhatTheClockOnTheWallShows(
      ZoneId zone, LocalDate day, String windows, Duration open) {
    BusinessCalendar calendar = new BusinessCalendar(everyDay(windows), zone, Holidays.NONE);
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
    assertThat(calendar.between(from, to)).isEqualTo(open);
    assertThat(calendar.between(to, from)).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest(name = "{0}, {1} every day: {2} is open from {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # zone              | windows                 | moment                    | open from
          Europe/Berlin       | 02:30-05:00             | 2027-03-28T00:00:00+01:00 | 2027-03-28T03:00:00+02:00
          Europe/Berlin       | 02:00-03:00             | 2027-03-28T00:00:00+01:00 | 2027-03-29T02:00:00+02:00
          Europe/Berlin       | 01:00-02:30,04:00-05:00 | 2027-03-28T01:59:59+01:00 | 2027-03-28T01:59:59+01:00
          Europe/Berlin       | 01:00-02:30,04:00-05:00 | 2027-03-28T03:00:00+02:00 | 2027-03-28T04:00:00+02:00
          # the second 02:00 is before the window again
          Europe/Berlin       | 02:30-05:00             | 2027-10-31T02:59:59+02:00 | 2027-10-31T02:59:59+02:00
          Europe/Berlin       | 02:30-05:00             | 2027-10-31T02:00:00+01:00 | 2027-10-31T02:30:00+01:00
          Europe/Berlin       | 01:00-02:30             | 2027-10-31T02:45:00+02:00 | 2027-10-31T02:00:00+01:00
          America/New_York    | 01:30-01:45             | 2027-11-07T01:50:00-04:00 | 2027-11-07T01:30:00-05:00
          Australia/Lord_Howe | 02:15-03:00             | 2027-10-03T01:00:00+10:30 | 2027-10-03T02:30:00+11:00
          """)
  void firstOpen_acrossDaylightSaving(
      ZoneId zone, String windows, OffsetDateTime moment, OffsetDateTime open) {
    BusinessCalendar calendar = new BusinessCalendar(everyDay(windows), zone, Holidays.NONE);
    assertThat(calendar.firstOpen(moment.toInstant())).isEqualTo(open.toInstant());
    assertThat(calendar.isOpen(moment.toInstant())).isEqualTo(moment.isEqual(open));
    assertThat(calendar.isOpen(open.toInstant())).isTrue();
  }

  @ParameterizedTest(name = "{0} + {1} days = {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # start                   | days | due; 02:30 is skipped on 28 March only
          2027-03-27T02:30:00+01:00 | 1    | 2027-03-28T03:30:00+02:00
          2027-03-27T02:30:00+01:00 | 2    | 2027-03-29T02:30:00+02:00
          2027-10-30T02:30:00+02:00 | 1    | 2027-10-31T02:30:00+02:00
          2027-10-31T02:30:00+01:00 | 1    | 2027-11-01T02:30:00+01:00
          """)
  void plusDays_keepsTheTimeOfDayInBerlin(OffsetDateTime start, int days, OffsetDateTime due) {
    BusinessCalendar calendar =
        new BusinessCalendar(everyDay("00:00-24:00"), ZoneId.of("Europe/Berlin"), Holidays.NONE);
    assertThat(calendar.plusDays(start.toInstant(), days)).isEqualTo(due.toInstant());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # moment, UTC         | open  | working day
          2026-09-28T08:59:59Z  | false | true
          2026-09-28T09:00:00Z  | true  | true
          2026-09-28T16:59:59Z  | true  | true
          2026-09-28T17:00:00Z  | false | true
          2026-09-29T12:00:00Z  | false | false
          2026-09-30T07:30:00Z  | true  | true
          2026-09-30T12:00:00Z  | false | true
          2026-09-30T19:59:59Z  | true  | true
          2026-10-03T10:00:00Z  | false | true
          2026-10-03T10:30:00Z  | true  | true
          2026-12-25T10:00:00Z  | false | false
          """)
  void isOpen_whenEachWeekdayHasItsOwnWindows(Instant moment, boolean open, boolean workingDay) {
    BusinessWeek week =
        new BusinessWeek(
            Map.of(
                MONDAY, windows("09:00-17:00"),
                WEDNESDAY, windows("07:30-12:00,18:00-20:00"),
                FRIDAY, windows("09:00-17:00"),
                SATURDAY, windows("10:30-11:00"),
                SUNDAY, List.of()));
    BusinessCalendar calendar = new BusinessCalendar(week, ZoneOffset.UTC, HOLIDAYS);
    assertThat(calendar.isOpen(moment)).isEqualTo(open);
    assertThat(calendar.isWorkingDay(LocalDate.ofInstant(moment, ZoneOffset.UTC)))
        .isEqualTo(workingDay);
  }

  /** 27 years in one step, against a count of working days. */
  @Test
  void between_overManyYears() {
    BusinessCalendar calendar = office(ZoneId.of("America/Chicago"));
    LocalDate from = LocalDate.of(2020, 1, 1);
    LocalDate to = LocalDate.of(2047, 1, 1);
    long workingDays = from.datesUntil(to).filter(calendar::isWorkingDay).count();
    assertThat(
            calendar.between(
                from.atStartOfDay(calendar.zone()).toInstant(),
                to.atStartOfDay(calendar.zone()).toInstant()))
        .isEqualTo(Duration.ofHours(7 * workingDays));
  }

  @Test
  void windows_mustBeInOrderAndApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> everyDay("10:00-12:00,11:00-13:00"))
        .withMessage("business windows must be in order and not overlap");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BusinessWeek.mondayToFriday(List.of()))
        .withMessage("there must be 1 to 6 business windows a day");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                everyDay(
                    "00:00-00:01,01:00-01:01,02:00-02:01,03:00-03:01,04:00-04:01,05:00-05:01,"
                        + "06:00-06:01"));
    assertThatIllegalArgumentException().isThrownBy(() -> new BusinessWindow(600, 600));
    assertThatIllegalArgumentException().isThrownBy(() -> new BusinessWindow(600, 1441));
  }

  @Test
  void calendar_mustOpenAgain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BusinessWeek(Map.of(MONDAY, List.of())))
        .withMessage("a business week must have at least one window");
    BusinessWeek mondays = new BusinessWeek(Map.of(MONDAY, TWO_WINDOWS));
    List<LocalDate> closed =
        Stream.iterate(LocalDate.of(2027, 1, 4), day -> day.plusWeeks(1)).limit(522).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BusinessCalendar(mondays, ZoneOffset.UTC, Holidays.of(closed)))
        .withMessage(
            "holidays must leave an open window in 10 years; they close every day from 2027-01-04"
                + " to 2036-12-29");
    BusinessCalendar barely =
        new BusinessCalendar(mondays, ZoneOffset.UTC, Holidays.of(closed.subList(0, 521)));
    assertThat(barely.firstOpen(Instant.parse("2027-01-01T00:00:00Z")))
        .isEqualTo(Instant.parse("2036-12-29T09:00:00Z"));
  }

  @Test
  void plus_refusesWhatIsOutOfReach() {
    BusinessCalendar calendar = office(ZoneOffset.UTC);
    Instant start = Instant.parse("2026-09-30T10:00:00Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calendar.plus(start, Duration.ofNanos(-1)))
        .withMessage("business time to add must be from 0 to 3,660 days");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calendar.plus(start, BusinessCalendar.TIME_MAX.plusNanos(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calendar.plusDays(start, -1))
        .withMessage("working days to add must be from 0 to 3,660");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calendar.plusDays(start, BusinessCalendar.DAYS_MAX + 1));
  }

  @Test
  void holidays_areLimited() {
    List<LocalDate> tooMany = LocalDate.EPOCH.datesUntil(LocalDate.EPOCH.plusDays(5_001)).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Holidays.of(tooMany))
        .withMessage("there must be at most 5,000 holidays");
  }

  private static BusinessCalendar office(ZoneId zone) {
    return new BusinessCalendar(BusinessWeek.mondayToFriday(TWO_WINDOWS), zone, HOLIDAYS);
  }

  private static BusinessWeek everyDay(String windows) {
    Map<DayOfWeek, List<BusinessWindow>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, windows(windows));
    }
    return new BusinessWeek(days);
  }

  private static List<BusinessWindow> windows(String windows) {
    return Arrays.stream(windows.split(",", -1))
        .map(window -> new BusinessWindow(minutes(window, 0), minutes(window, 6)))
        .toList();
  }

  private static int minutes(String window, int at) {
    return Integer.parseInt(window.substring(at, at + 2)) * 60
        + Integer.parseInt(window.substring(at + 3, at + 5));
  }
}
