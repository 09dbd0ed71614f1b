package dev.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.redress.time.HolidayYears;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each table gives the lines of an event, with {@code /} between them; they begin on line 3. */
class ICalendarReaderTest {
  private static final HolidayYears YEARS = new HolidayYears(2026, 2029);

  private final ICalendarReader reader = new ICalendarReader();

  @Test
  void read_aFileAsProgramsWriteIt() {
    String file =
        """
        \uFEFFBEGIN:VCALENDAR
        PRODID:-//Office//Calendar//EN
        VERSION:2.0
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:STANDARD
        DTSTART:19701025T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20260101T000000Z
        SUMMARY;LANGUAGE=en:Company outing: closed\\, all
          of it
        DTSTART;VALUE=DATE:20270
         611
        ORGANIZER;CN="Mia: office; north":mailto:mia@example.com
        BEGIN:VALARM
        TRIGGER:-PT15M
        DURATION:PT15M
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        dtstart;value=date:20271224
        DTEND;VALUE=DATE:20280101
        END:VEVENT
        END:VCALENDAR

        """;
    assertThat(read(file))
        .isEqualTo(
            "2027-06-11 2027-12-24 2027-12-25 2027-12-26 2027-12-27 2027-12-28 2027-12-29"
                + " 2027-12-30 2027-12-31");
    assertThat(read(file.replace("\n", "\r\n"))).isEqualTo(read(file));
    assertThat(reader.read(file.getBytes(StandardCharsets.UTF_8), YEARS).names())
        .containsEntry(LocalDate.of(2027, 6, 11), "Company outing: closed, all of it")
        .containsEntry(LocalDate.of(2027, 12, 24), "");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # event                                                                        | closed from 2026 to 2029
          DTSTART;VALUE=DATE:20270611                                                    | 2027-06-11
          DTSTART;VALUE=DATE:20280229                                                    | 2028-02-29
          DTSTART;VALUE=DATE:20270611/DTEND;VALUE=DATE:20270613                          | 2027-06-11 2027-06-12
          DTSTART;VALUE=DATE:20270611/DURATION:P2D                                       | 2027-06-11 2027-06-12
          DTSTART;VALUE=DATE:20251231/DTEND;VALUE=DATE:20260102                          | 2026-01-01
          DTSTART;VALUE=DATE:20200101                                                    | ''
          DTSTART;VALUE=DATE:20270611/STATUS:CANCELLED                                   | ''
          # each year
          DTSTART;VALUE=DATE:20101224/RRULE:FREQ=YEARLY                                  | 2026-12-24 2027-12-24 2028-12-24 2029-12-24
          DTSTART;VALUE=DATE:20281224/RRULE:FREQ=YEARLY                                  | 2028-12-24 2029-12-24
          DTSTART;VALUE=DATE:20101224/RRULE:FREQ=YEARLY;INTERVAL=3                       | 2028-12-24
          DTSTART;VALUE=DATE:20251224/RRULE:FREQ=YEARLY;COUNT=3                          | 2026-12-24 2027-12-24
          DTSTART;VALUE=DATE:20251224/RRULE:FREQ=YEARLY;UNTIL=20271224;WKST=MO           | 2026-12-24 2027-12-24
          DTSTART;VALUE=DATE:20251224/RRULE:FREQ=YEARLY;UNTIL=20271223                   | 2026-12-24
          DTSTART;VALUE=DATE:20240229/RRULE:FREQ=YEARLY                                  | 2028-02-29
          DTSTART;VALUE=DATE:20101224/RRULE:FREQ=YEARLY/EXDATE;VALUE=DATE:20271224,20281224 | 2026-12-24 2029-12-24
          DTSTART;VALUE=DATE:20261231/DURATION:P2D/RRULE:FREQ=YEARLY;COUNT=2             | 2026-12-31 2027-01-01 2027-12-31 2028-01-01
          # a weekday of a month: Thanksgiving, Memorial Day, a fifth Monday
          DTSTART;VALUE=DATE:20241128/RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH             | 2026-11-26 2027-11-25 2028-11-23 2029-11-22
          DTSTART;VALUE=DATE:20240527/RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO             | 2026-05-25 2027-05-31 2028-05-29 2029-05-28
          DTSTART;VALUE=DATE:20230529/RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=5MO              | 2027-05-31 2028-05-29
          DTSTART;VALUE=DATE:20251224/RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24         | 2026-12-24 2027-12-24 2028-12-24 2029-12-24
          """)
  void read_anEvent(String event, String closed) {
    assertThat(read(file(event))).isEqualTo(closed);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # event                                                | sentence
          SUMMARY:x                                              | line 2: the event has no DTSTART; say on which day it begins
          DTSTART:20270611T090000Z                               | line 3: DTSTART is not a whole day; write DTSTART;VALUE=DATE:20271231 or leave the event out
          DTSTART;VALUE=DATE:20270611/DTEND:20270612T090000      | line 4: DTEND is not a whole day; write DTEND;VALUE=DATE:20271231 or leave the event out
          DTSTART;VALUE=DATE:20270229                            | line 3: '20270229' is not a day; write it as 20271231
          DTSTART;VALUE=DATE:2027-06-11                          | line 3: '2027-06-11' is not a day; write it as 20271231
          DTSTART;VALUE=DATE:15991231                            | line 3: the year is before 1601; write the first year that matters
          DTSTART;VALUE=DATE:20270611/DTSTART;VALUE=DATE:20270612 | line 4: the event has a DTSTART on line 3 already
          DTSTART;VALUE=DATE:20270611/DTEND;VALUE=DATE:20270611  | line 4: the event must last 1 to 366 days; DTEND makes it 0
          DTSTART;VALUE=DATE:20270611/DURATION:P53W              | line 4: the event must last 1 to 366 days; DURATION makes it 371
          DTSTART;VALUE=DATE:20270611/DURATION:PT4H              | line 4: 'PT4H' is not a number of days or weeks; write it as P3D or P1W
          DTSTART;VALUE=DATE:20270611/RDATE;VALUE=DATE:20270612  | line 4: RDATE is not read here; write a VEVENT for each day
          DTSTART;VALUE=DATE:20270611/SUMMARY                    | line 4: there is no ':' between a name and its value; check that it is an iCalendar file
          BEGIN:VTODO                                            | line 3: VTODO is not read here; leave only VEVENT entries of whole days
          BEGIN:VEVENT                                           | line 3: VEVENT is not read here; leave only VEVENT entries of whole days
          END:VCALENDAR                                          | line 3: END:VCALENDAR ends nothing that is open; check the lines before
          DTSTART;VALUE=DATE:20270611/RRULE:FREQ=YEARLY;FREQ=YEARLY | line 4: FREQ is there twice; leave one
          DTSTART;VALUE=DATE:20240527/RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH | line 4: the rule does not give the day of DTSTART, 2024-05-27; begin on a day it gives
          """)
  void read_refusesAnEventWithItsLine(String event, String sentence) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(file(event))).withMessage(sentence);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # rule                                    | what is not read
          FREQ=WEEKLY                               | FREQ=WEEKLY
          INTERVAL=2                                | INTERVAL=2
          FREQ=YEARLY;INTERVAL=0                    | INTERVAL=0
          FREQ=YEARLY;COUNT=x                       | COUNT=x
          FREQ=YEARLY;COUNT=2;UNTIL=20291231        | FREQ=YEARLY;COUNT=2;UNTIL=20291231
          FREQ=YEARLY;BYMONTH=13                    | BYMONTH=13
          FREQ=YEARLY;BYMONTH=1,2                   | BYMONTH=1,2
          FREQ=YEARLY;BYDAY=1MO                     | FREQ=YEARLY;BYDAY=1MO
          FREQ=YEARLY;BYMONTH=1;BYDAY=MO            | BYDAY=MO
          FREQ=YEARLY;BYMONTHDAY=5                  | FREQ=YEARLY;BYMONTHDAY=5
          FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1       | BYMONTHDAY=-1
          FREQ=YEARLY;BYWEEKNO=3                    | BYWEEKNO=3
          FREQ=YEARLY;                              | ''
          """)
  void read_refusesOtherRules(String rule, String part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(file("DTSTART;VALUE=DATE:20270611/RRULE:" + rule)))
        .withMessage(
            "line 4: the rule '"
                + part
                + "' is not read here; write FREQ=YEARLY, with BYMONTH and BYMONTHDAY or BYDAY=4TH"
                + " if need be, or a VEVENT for each day");
  }

  @ParameterizedTest(name = "file: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # file                           | sentence
          ''                               | line 1: the file ends before END:VCALENDAR; send the whole file
          BEGIN:VCALENDAR/BEGIN:VEVENT     | line 2: the file ends before END:VCALENDAR; send the whole file
          SUMMARY:x                        | line 1: an iCalendar file must begin with BEGIN:VCALENDAR
          BEGIN:VEVENT                     | line 1: an iCalendar file must begin with BEGIN:VCALENDAR
          <html>                           | line 1: there is no ':' between a name and its value; check that it is an iCalendar file
          """)
  void read_refusesWhatIsNoCalendar(String file, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(file.replace('/', '\n')))
        .withMessage(sentence);
  }

  @Test
  void read_isLimited() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.read(new byte[ICalendarReader.BYTES_MAX + 1], YEARS))
        .withMessage("the iCalendar file is longer than 256 KB; leave events out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.read(new byte[] {'a', ':', (byte) 0xff}, YEARS))
        .withMessage("the iCalendar file is not UTF-8; save it in that encoding");
    String years =
        IntStream.range(2010, 2025)
            .mapToObj(
                year ->
                    "BEGIN:VEVENT\nDTSTART;VALUE=DATE:%d0101\nDURATION:P366D\nEND:VEVENT\n"
                        .formatted(year))
            .collect(Collectors.joining());
    String file = "BEGIN:VCALENDAR\n" + years + "END:VCALENDAR\n";
    HolidayYears all = new HolidayYears(2000, 2030);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.read(file.getBytes(StandardCharsets.UTF_8), all))
        .withMessage(
            "line 54: this and the events before close more than 5,000 days; leave some out");
  }

  private String read(String file) {
    return reader.read(file.getBytes(StandardCharsets.UTF_8), YEARS).dates().stream()
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  private static String file(String event) {
    return "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"
        + event.replace('/', '\n')
        + "\nEND:VEVENT\nEND:VCALENDAR\n";
  }
}
