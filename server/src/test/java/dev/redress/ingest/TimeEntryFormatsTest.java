package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of time entries that other tools exported. */
class TimeEntryFormatsTest {
  @TempDir Path folder;
  private Samples samples;

  @BeforeEach
  void start() {
    samples = new Samples(folder);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          toggl     # - - America/Chicago - -   # Atlas | - | Tom Berg | 2024-03-04T16:23:52Z | 2024-03-04 | 1.5 | true |  | Printer, third floor
          toggl     # - - America/Chicago - -   # Brask | - | Tom Berg | 2024-03-05T05:30:00Z | 2024-03-04 | 0.8333 | false |  | Mail stuck
          clockify  # - MDY America/Chicago - - # Atlas | - | Tom Berg | 2024-03-04T16:23:52Z | 2024-03-04 | 1.5 | true |  | Printer on fire
          clockify  # - DMY America/Chicago - - # Brask | - | Tom Berg | 2024-04-03T17:05:00Z | 2024-04-03 | 0.5 | false |  | Mail stuck
          harvest   # - - - - -                 # Atlas | - | Tom Berg | - | 2024-03-04 | 20 | true | On site | Moved the rack
          harvest   # - - - - -                 # Atlas | - | Tom Berg | - | 2024-03-04 | 0.5 | false | On site | Checked the rack
          kimai     # - - Europe/Berlin - -     # Atlas | - | kevin | 2024-06-16T10:00:00Z | 2024-06-16 | 0.1 | true | Remote | Printer on fire
          kimai     # - - Europe/Berlin - -     # Brask | - | kevin | 2024-06-16T21:45:00Z | 2024-06-16 | 0.5 | false | Remote | Mail stuck
          kimai-german # - - Europe/Berlin - -  # Atlas | - | kevin | 2024-06-16T10:00:00Z | 2024-06-16 | 0.1 | true | Vor Ort | Drucker läuft nicht
          solidtime # - - America/Chicago - -   # Atlas | - | Tom Berg | 2024-03-04T16:23:52Z | 2024-03-04 | 1.5 | true |  | Printer on fire
          solidtime # - - America/Chicago - -   # Brask | - | Tom Berg | 2024-11-03T06:30:00Z | 2024-11-03 | 0.5 | false |  | Mail stuck
          """)
  void good_everyRowIsStoredAndStaysTheSame(String format, String answers, String entry)
      throws IOException {
    String name = format + "-good.csv";
    FileAnswers said = Samples.answers(answers);

    FileImport first = samples.file(ImportKind.TIME_ENTRIES, name, said);

    assertThat(Samples.problems(first)).isEmpty();
    assertThat(first.rowsCreated()).isEqualTo(first.rowsRead()).isGreaterThan(1);
    assertThat(samples.entries()).contains(entry);
    FileImport second = samples.file(ImportKind.TIME_ENTRIES, name, said);
    assertThat(second.rowsUnchanged()).isEqualTo(first.rowsRead());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          toggl     # - - America/Chicago - -       # 5 rows: 0 new, 0 changed, 0 same, 5 wrong # 2 | Client | Nobody | Client is not known: import the customers first
          toggl     # - - America/Chicago - -       # 5 rows: 0 new, 0 changed, 0 same, 5 wrong # 3 | Start date | 2024-02-30 10:23:52 | Start date must be a day that the calendar has
          toggl     # - - America/Chicago - -       # 5 rows: 0 new, 0 changed, 0 same, 5 wrong # 3 | Duration | 1h 30m | Duration must be a number such as 12 or 1.25
          toggl     # - - America/Chicago - -       # 5 rows: 0 new, 0 changed, 0 same, 5 wrong # 3 | Billable | perhaps | Billable must be yes or no
          toggl     # - - America/Chicago - -       # 5 rows: 0 new, 0 changed, 0 same, 5 wrong # 4 | Client |  | Client must not be empty where request_id is empty too
          toggl     # - - America/Chicago - -       # 5 rows: 0 new, 0 changed, 0 same, 5 wrong # 5 | User |  | User must not be empty
          toggl     # - - America/Chicago - -       # 5 rows: 0 new, 0 changed, 0 same, 5 wrong # 5 | Start date | 2024-03-04 | Start date must have a time of day too, such as 10:23
          toggl     # Brask - America/Chicago - -   # 5 rows: 1 new, 0 changed, 0 same, 4 wrong # 6 |  | Tom Berg | the row has 3 fields and the header has 14: put values with commas, quotes or line breaks into quotes
          clockify  # Atlas - America/Chicago - -   # 3 rows: 1 new, 0 changed, 0 same, 2 wrong # 2 | Start Date | 25/04/2024 13:23:52 PM | Start Date must be a date such as 2024-03-04, 03/04/2024 or 04/Mar/24, with a time such as 10:23 or 10:23 AM behind it where it has one
          clockify  # Atlas - America/Chicago - -   # 3 rows: 1 new, 0 changed, 0 same, 2 wrong # 3 | Duration (h) | -00:30:00 | Duration (h) must be a number such as 12 or 1.25
          harvest   # - - - COMMA -                 # 2 rows: 1 new, 0 changed, 0 same, 1 wrong # 3 | Hours | two | Hours must be a number such as 12 or 1.25
          harvest   # - - - COMMA -                 # 2 rows: 1 new, 0 changed, 0 same, 1 wrong # 3 | First Name |  | First Name must not be empty
          kimai     # - - Europe/Berlin - -         # 3 rows: 1 new, 0 changed, 0 same, 2 wrong # 4 | Customer | Carver | Customer is not known: import the customers first
          kimai     # - - Europe/Berlin - -         # 3 rows: 1 new, 0 changed, 0 same, 2 wrong # 4 | Duration |  | Duration must not be empty
          solidtime # - - America/Chicago - -       # 3 rows: 1 new, 0 changed, 0 same, 2 wrong # 2 | Start | 2024-03-04 | Start must have a time of day too, such as 10:23
          solidtime # - - America/Chicago - -       # 3 rows: 1 new, 0 changed, 0 same, 2 wrong # 3 | Duration | 00:75:00 | Duration must be a number such as 12 or 1.25
          """)
  void bad_everyRowIsAccountedFor(String format, String answers, String counts, String problem)
      throws IOException {
    FileImport done =
        samples.file(ImportKind.TIME_ENTRIES, format + "-bad.csv", Samples.answers(answers));

    assertThat(Samples.counts(done)).isEqualTo(counts);
    assertThat(Samples.problems(done)).contains(problem);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          toggl-good.csv    # - - - - -               # the file does not tell the time zone of '2024-03-04 10:23:52': say it with --time-zone, such as --time-zone America/Chicago
          clockify-good.csv # - - America/Chicago - - # the file does not tell whether '03/04/2024 10:23:52 AM' begins with the day or the month: say it with --date-order dmy or --date-order mdy
          clockify-bad.csv  # - - America/Chicago - - # the file does not tell whose its rows are: say it with --customer and the customer's id
          """)
  void open_whatTheFileLeavesOpen_isAskedFor_andNothingIsStored(
      String name, String answers, String question) {
    assertThatThrownBy(() -> samples.file(ImportKind.TIME_ENTRIES, name, Samples.answers(answers)))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.FILE_NEEDS_ANSWER))
        .hasMessage(question);
    assertThat(samples.entries()).isEmpty();
  }

  @Test
  void harvest_twoEqualRows_areTwoEntries() throws IOException {
    samples.file(ImportKind.TIME_ENTRIES, "harvest-good.csv", FileAnswers.NONE);

    assertThat(samples.entryIds()).hasSize(3).doesNotHaveDuplicates();
    assertThat(samples.attributes())
        .contains("External Reference URL=https://tickets.example.com/17");
  }

  @Test
  void harvest_aThousandHoursOrOne_isAskedFor() {
    String rows =
        """
        Date,Client,Project,Task,Notes,Hours,First Name,Last Name
        2024-03-04,Atlas,Support,On site,Moved the rack,"1,250",Tom,Berg
        """;

    assertThatThrownBy(() -> samples.text(ImportKind.TIME_ENTRIES, rows, FileAnswers.NONE))
        .hasMessageContaining("--decimal point or --decimal comma");
    assertThat(samples.text(ImportKind.TIME_ENTRIES, rows, UTF_8, Samples.answers("- - - COMMA -")))
        .extracting(Samples::counts)
        .isEqualTo("1 rows: 1 new, 0 changed, 0 same, 0 wrong");
    assertThat(samples.entries())
        .containsExactly(
            "Atlas | - | Tom Berg | - | 2024-03-04 | 1.25 | true | On site | Moved the rack");
  }
}
