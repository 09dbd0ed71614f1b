package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of time entries on tickets, as service desks export them. */
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
          zammad-good.xlsx       # the file does not tell whether '90' is in minutes or hours: say it with --time-unit minutes or --time-unit hours
          kimai-good.xlsx        # the file does not tell the time zone of '2024-06-16 12:00:00': say it with --time-zone, such as --time-zone America/Chicago
          """)
  void open_whatTheFileLeavesOpen_isAskedFor_andNothingIsStored(String name, String question) {
    assertThatThrownBy(() -> samples.file(ImportKind.TIME_ENTRIES, name, FileAnswers.NONE))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.FILE_NEEDS_ANSWER))
        .hasMessage(question);
    assertThat(samples.entries()).isEmpty();
  }
}
