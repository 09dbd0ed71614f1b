package dev.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.redress.time.BusinessCalendar;
import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.HolidayRegion;
import dev.redress.time.HolidayYears;
import dev.redress.time.Holidays;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JollydayHolidaySourceTest {
  private static final HolidayYears YEARS = new HolidayYears(2026, 2028);

  private final JollydayHolidaySource source = new JollydayHolidaySource();

  @ParameterizedTest(name = "{0} {1} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # region | day        | closed | because
          DE       | 2027-01-06 | false  | Epiphany is not a holiday of all of Germany
          DE-BY    | 2027-01-06 | true   | but of Bavaria
          DE-BY    | 2027-03-29 | true   | Easter Monday
          DE-BY    | 2028-04-17 | true   | Easter Monday of another year
          DE-BE    | 2027-03-08 | true   | International Women's Day in Berlin
          DE-BY    | 2027-03-08 | false  | and not in Bavaria
          DE       | 2027-10-03 | true   | German Unity, though a Sunday
          US-NY    | 2027-11-25 | true   | Thanksgiving, the fourth Thursday
          US       | 2027-07-05 | true   | Independence Day is a Sunday, observed on Monday
          US       | 2027-07-04 | true   | and on its own day
          US       | 2027-12-24 | true   | Christmas is a Saturday, observed on Friday
          US       | 2027-12-31 | true   | New Year's Day 2028 is a Saturday, observed in 2027
          GB-ENG   | 2027-12-28 | true   | Boxing Day is a Sunday, observed on Tuesday
          AT       | 2027-12-24 | false  | Christmas Eve is remembered, not closed
          FR       | 2027-07-14 | true   | National Day
          """)
  void publicHolidays(String region, LocalDate day, boolean closed, String because) {
    assertThat(source.publicHolidays(new HolidayRegion(region), YEARS).contains(day))
        .as(because)
        .isEqualTo(closed);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "DE-BY, 2027-03-29, Easter Monday",
    "US, 2027-12-24, Christmas (observed)",
    "US, 2027-12-25, Christmas",
    "US, 2027-03-29, ''"
  })
  void publicHolidays_haveEnglishNames(String region, LocalDate day, String name) {
    assertThat(source.publicHolidays(new HolidayRegion(region), YEARS).name(day)).isEqualTo(name);
  }

  @Test
  void publicHolidays_areThoseOfTheYearsAskedFor() {
    Holidays holidays =
        source.publicHolidays(new HolidayRegion("DE-BY"), new HolidayYears(2027, 2027));
    assertThat(holidays.dates()).hasSize(12).allMatch(day -> day.getYear() == 2027);
    assertThat(source.publicHolidays(new HolidayRegion("DE-BY"), new HolidayYears(2027, 2076)))
        .extracting(many -> many.dates().size())
        .isEqualTo(12 * 50);
  }

  @Test
  void publicHolidays_closeABusinessCalendar() {
    BusinessCalendar calendar =
        new BusinessCalendar(
            BusinessWeek.mondayToFriday(List.of(new BusinessWindow(9 * 60, 17 * 60))),
            ZoneId.of("Europe/Berlin"),
            source.publicHolidays(new HolidayRegion("DE-BY"), YEARS));
    // From Maundy Thursday over Easter and the change of the clock.
    assertThat(
            calendar.plus(
                OffsetDateTime.parse("2027-03-25T16:00:00+01:00").toInstant(), Duration.ofHours(4)))
        .isEqualTo(OffsetDateTime.parse("2027-03-30T12:00:00+02:00").toInstant());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          XX    | no public holidays are known for the country XX; give the dates in an iCalendar file instead
          GB-XX | no public holidays are known for the region GB-XX; the regions of GB are GB-ENG, GB-NIR, GB-SCT, GB-WLS
          LI-01 | no public holidays are known for the region LI-01; give LI alone, its holidays are the same everywhere
          """)
  void publicHolidays_refusesWhatItDoesNotKnow(String region, String sentence) {
    HolidayRegion unknown = new HolidayRegion(region);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> source.publicHolidays(unknown, YEARS))
        .withMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "D", "DEU", "de", "DE-", "DE-BAYERN", "DE_BY", "Germany"})
  void region_mustBeAnIsoCode(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HolidayRegion(code))
        .withMessage(
            "a holiday region must be a country such as DE, or a part of one such as DE-BY");
  }

  @ParameterizedTest
  @CsvSource({"1899,1900", "2027,2026", "2199,2201", "2000,2050"})
  void years_areLimited(int first, int last) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HolidayYears(first, last))
        .withMessage("holidays are given for 1 to 50 years between 1900 and 2200");
  }
}
