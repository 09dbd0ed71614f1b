package dev.redress.ingest;

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

/** What becomes of time entries on tickets, as service desks export them in CSV, .xlsx and JSON. */
class ServiceDeskFormatsTest {
  @TempDir Path folder;
  private Samples samples;

  @BeforeEach
  void start() {
    samples = new Samples(folder);
    samples.text(
        ImportKind.REQUESTS,
        """
        request_id,customer_id,opened_at,summary
        67017,Atlas,2024-01-04T08:00:00Z,Printer on fire
        67018,Brask,2024-01-04T08:00:00Z,Mail stuck
        10001,Atlas,2024-01-04T08:00:00Z,Printer on fire
        10002,Brask,2024-01-04T08:00:00Z,Mail stuck
        """,
        FileAnswers.NONE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          zammad-good.xlsx          # - - - - - - MINUTES     # 3 # Atlas | 67017 | Tom Berg | - | 2026-09-04 | 1.5 | true | On site |
          zammad-good.xlsx          # - - - - - - MINUTES     # 3 # Brask | 67018 | Tom Berg | - | 2026-09-04 | 0.2083 | true | - |
          zammad-good.xlsx          # - - - - - - HOURS       # 3 # Brask | 67018 | Tom Berg | - | 2026-09-04 | 12.5 | true | - |
          kimai-good.xlsx           # - - Europe/Berlin       # 2 # Atlas | - | kevin | 2024-06-16T10:00:00Z | 2024-06-16 | 1.125 | true | Remote | Printer on fire
          kimai-good.xlsx           # - - Europe/Berlin       # 2 # Brask | - | kevin | 2024-06-16T11:30:00Z | 2024-06-16 | 25 | false | Remote | Mail stuck
          jira-worklogs-good.json   # -                       # 2 # Brask | 10002 | Tom Berg | 2024-05-12T05:10:00Z | 2024-05-12 | 0.1167 | true |  | Mail stuck
          connectwise-time-good.csv # -                       # 2 # Atlas | 67017 | Tom Berg | - | 2026-09-04 | 1.5 | true | Remote |
          connectwise-time-good.csv # -                       # 2 # Brask | 67018 | Tom Berg | - | 2026-09-25 | 0.25 | false | Remote |
          connectwise-good.json     # -                       # 2 # Atlas | 67017 | Tom Berg | 2026-09-04T15:23:00Z | 2026-09-04 | 1.125 | true | Remote | Printer on fire
          connectwise-good.json     # -                       # 2 # Brask | - | Tom Berg | 2026-09-05T15:23:00Z | 2026-09-05 | 2 | false |  | Travel
          autotask-time-good.csv    # - - America/New_York    # 2 # Atlas | 67017 | 29682885 | 2026-09-04T14:23:00Z | 2026-09-04 | 1.5 | true |  | Printer on fire
          autotask-time-good.csv    # - - America/New_York    # 2 # Brask | 67018 | 29682885 | - | 2026-09-04 | 0.25 | false |  | Mail stuck
          autotask-time-good.json   # -                       # 1 # Atlas | 67017 | 29682885 | 2026-09-04T15:23:00Z | 2026-09-04 | 1.5 | true |  | Printer on fire
          """)
  void good_everyRowIsStoredAndStaysTheSame(String name, String answers, long rows, String entry)
      throws IOException {
    FileAnswers said = Samples.answers(answers);

    FileImport first = samples.file(ImportKind.TIME_ENTRIES, name, said);

    assertThat(Samples.problems(first)).isEmpty();
    assertThat(first.rowsCreated()).isEqualTo(first.rowsRead()).isEqualTo(rows);
    assertThat(samples.entries()).map(String::strip).contains(entry);
    FileImport second = samples.file(ImportKind.TIME_ENTRIES, name, said);
    assertThat(second.rowsUnchanged()).isEqualTo(rows);
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '%',
      textBlock =
          """
          zammad-bad.xlsx          % - - - - - - MINUTES % 5 rows: 1 new, 0 changed, 0 same, 4 wrong % 4 | Ticket# | 99 | Ticket# is not known: import the requests first
          zammad-bad.xlsx          % - - - - - - MINUTES % 5 rows: 1 new, 0 changed, 0 same, 4 wrong % 5 | Agent - Name |  | Agent - Name must not be empty
          zammad-bad.xlsx          % - - - - - - MINUTES % 5 rows: 1 new, 0 changed, 0 same, 4 wrong % 5 | Time Units | a while | Time Units must be a number such as 12 or 1.25
          zammad-bad.xlsx          % - - - - - - MINUTES % 5 rows: 1 new, 0 changed, 0 same, 4 wrong % 6 | Time Units | -0.0833 | Time Units must be 0 or more
          zammad-bad.xlsx          % - - - - - - MINUTES % 5 rows: 1 new, 0 changed, 0 same, 4 wrong % 7 |  | 67017 | the row has 10 fields and the header has 9: put values with commas, quotes or line breaks into quotes
          jira-worklogs-bad.json   % -                   % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 1 | timeSpentSeconds | 1h | timeSpentSeconds must be whole seconds such as 5400
          jira-worklogs-bad.json   % -                   % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 2 | issueId | 99999 | issueId is not known: import the requests first
          jira-worklogs-bad.json   % -                   % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 3 | author.displayName |  | author.displayName must not be empty
          connectwise-time-bad.csv % -                   % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 2 | Bill | perhaps | Bill must be B, NB (not billable) or NC (no charge)
          connectwise-time-bad.csv % -                   % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 3 | Member |  | Member must not be empty
          connectwise-time-bad.csv % -                   % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 3 | Date | 9/31/2026 | Date must be a day that the calendar has
          connectwise-time-bad.csv % -                   % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 4 | Time RecId |  | Time RecId must not be empty
          connectwise-bad.json     % -                   % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 1 | company.identifier | Nobody | company.identifier is not known: import the customers first
          connectwise-bad.json     % -                   % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 2 | chargeToId | 67017 Project | chargeToId must be charged to a ServiceTicket, ProjectTicket, ChargeCode or Activity
          connectwise-bad.json     % -                   % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 2 | billableOption | Sometimes | billableOption must be Billable, DoNotBill, NoCharge or NoDefault
          connectwise-bad.json     % -                   % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 3 | actualHours |  | actualHours must not be empty
          autotask-time-bad.csv    % -                   % 3 rows: 1 new, 0 changed, 0 same, 2 wrong % 2 | DateWorked | 2026-02-30 | DateWorked must be a day that the calendar has
          autotask-time-bad.csv    % -                   % 3 rows: 1 new, 0 changed, 0 same, 2 wrong % 3 | id |  | id must not be empty
          autotask-time-bad.csv    % -                   % 3 rows: 1 new, 0 changed, 0 same, 2 wrong % 3 | NonBillable | maybe | NonBillable must be yes or no
          """)
  void bad_everyRowIsAccountedFor(String name, String answers, String counts, String problem)
      throws IOException {
    FileImport done = samples.file(ImportKind.TIME_ENTRIES, name, Samples.answers(answers));

    assertThat(Samples.counts(done)).isEqualTo(counts);
    assertThat(Samples.problems(done)).contains(problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          zammad-good.xlsx       # the file does not tell the unit of '90': say it with --time-unit minutes, hours or seconds
          kimai-good.xlsx        # the file does not tell the time zone of '2024-06-16 12:00:00': say it with --time-zone, such as --time-zone America/Chicago
          autotask-time-good.csv # the file does not tell the time zone of '2026-09-04T10:23:00': say it with --time-zone, such as --time-zone America/Chicago
          """)
  void open_whatTheFileLeavesOpen_isAskedFor_andNothingIsStored(String name, String question) {
    assertThatThrownBy(() -> samples.file(ImportKind.TIME_ENTRIES, name, FileAnswers.NONE))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.FILE_NEEDS_ANSWER))
        .hasMessage(question);
    assertThat(samples.entries()).isEmpty();
  }

  @Test
  void jira_aDocumentAsComment_isReadAsItsTexts() throws IOException {
    samples.file(ImportKind.TIME_ENTRIES, "jira-worklogs-good.json", FileAnswers.NONE);

    assertThat(samples.entries())
        .contains(
            "Atlas | 10001 | Tom Berg | 2024-05-11T20:30:00Z | 2024-05-11 | 1.5 | true |  |"
                + " Printer läuft wieder\nToner changed");
  }
}
