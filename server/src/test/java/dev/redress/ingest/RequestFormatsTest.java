package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of requests, and of time entries on them, that ticket systems exported. */
class RequestFormatsTest {
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
          jira-good           # Atlas | SUP-1 | 2024-05-11T20:26:00Z | 2024-05-12T13:59:00Z | Printer on fire | Ann Lee | Tom Berg | Incident | Done | Printers
          jira-good           # Atlas | SUP-2 | 2024-05-11T05:05:00Z | - | Mail stuck | Ann Lee |  | Task | Open |
          redmine-issues-good # Atlas | 17 | 2024-03-04T16:23:00Z | 2024-03-05T17:00:00Z | Drucker läuft nicht | Jörg Weiß | Tom Berg | Bug | Closed | Geräte
          redmine-issues-good # Atlas | 18 | 2024-03-25T15:23:00Z | - | Neue Mäuse | Jörg Weiß |  | Feature | New |
          """)
  void good_everyRowIsStoredAndStaysTheSame(String name, String request) throws IOException {
    FileAnswers said = Samples.answers("Atlas - America/Chicago - -");

    FileImport first = samples.file(ImportKind.REQUESTS, name + ".csv", said);

    assertThat(Samples.problems(first)).isEmpty();
    assertThat(first.rowsCreated()).isEqualTo(2);
    assertThat(samples.requests()).map(String::strip).contains(request);
    assertThat(samples.file(ImportKind.REQUESTS, name + ".csv", said).rowsUnchanged()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '%',
      textBlock =
          """
          jira-bad           % 5 rows: 1 new, 0 changed, 0 same, 4 wrong % 2 | Resolved | 2025-06-20T21:14:00Z | Resolved must not be before opened_at
          jira-bad           % 5 rows: 1 new, 0 changed, 0 same, 4 wrong % 3 | Summary |  | Summary must not be empty
          jira-bad           % 5 rows: 1 new, 0 changed, 0 same, 4 wrong % 4 | Issue key |  | Issue key must not be empty
          jira-bad           % 5 rows: 1 new, 0 changed, 0 same, 4 wrong % 4 | Created | 6/7/2025 | Created must have a time of day too, such as 10:23
          jira-bad           % 5 rows: 1 new, 0 changed, 0 same, 4 wrong % 5 | Created | yesterday | Created must be a date such as 2024-03-04, 03/04/2024 or 04/Mar/24, with a time such as 10:23 or 10:23 AM behind it where it has one
          redmine-issues-bad % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 2 | Closed | 2024-03-04T16:00:00Z | Closed must not be before opened_at
          redmine-issues-bad % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 3 | # |  | # must not be empty
          redmine-issues-bad % 4 rows: 1 new, 0 changed, 0 same, 3 wrong % 4 | Created | 2024-13-04 10:23 | Created must be a day that the calendar has
          """)
  void bad_everyRowIsAccountedFor(String name, String counts, String problem) throws IOException {
    FileImport done =
        samples.file(
            ImportKind.REQUESTS, name + ".csv", Samples.answers("Atlas - America/Chicago - -"));

    assertThat(Samples.counts(done)).isEqualTo(counts);
    assertThat(Samples.problems(done)).contains(problem);
  }

  @Test
  void open_customerAndZone_areAskedForTogether() {
    assertThatThrownBy(() -> samples.file(ImportKind.REQUESTS, "jira-good.csv", FileAnswers.NONE))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(ErrorReason.FILE_NEEDS_ANSWER);
              assertThat(e.metadata()).containsEntry("options", "--customer --time-zone");
            })
        .hasMessage(
            "the file does not tell whose its rows are: say it with --customer and the customer's"
                + " id; the file does not tell the time zone of '11/May/24 03:26 PM': say it with"
                + " --time-zone, such as --time-zone America/Chicago");
    assertThat(samples.requests()).isEmpty();
  }

  @Test
  void redmine_hoursOnIssues_areTheirCustomers() throws IOException {
    samples.file(
        ImportKind.REQUESTS,
        "redmine-issues-good.csv",
        Samples.answers("Atlas - America/Chicago - -"));

    FileImport done =
        samples.file(ImportKind.TIME_ENTRIES, "redmine-good.csv", Samples.answers("Brask - - - -"));

    assertThat(Samples.problems(done)).isEmpty();
    assertThat(samples.entries())
        .containsExactly(
            "Atlas | 17 | Jörg Weiß | - | 2024-03-04 | 1.25 | true | Remote | Toner gewechselt",
            "Atlas | 18 | Tom Berg | - | 2024-03-25 | 0.5 | true | On site | ",
            "Brask | - | Tom Berg | - | 2024-03-25 | 2 | true | On site | Mäuse gezählt");
  }

  @Test
  void redmine_badHours_areAccountedFor() throws IOException {
    samples.file(
        ImportKind.REQUESTS,
        "redmine-issues-good.csv",
        Samples.answers("Atlas - America/Chicago - -"));

    FileImport done = samples.file(ImportKind.TIME_ENTRIES, "redmine-bad.csv", FileAnswers.NONE);

    assertThat(Samples.counts(done)).isEqualTo("4 rows: 1 new, 0 changed, 0 same, 3 wrong");
    assertThat(Samples.problems(done))
        .containsExactlyInAnyOrder(
            "2 | Issue | 99 | Issue is not known: import the requests first",
            "3 | customer_id |  | customer_id must not be empty where request_id is empty too",
            "4 | Issue | Bug: no number | Issue must be an issue such as 17 or Bug #17: Printer on"
                + " fire",
            "4 | User |  | User must not be empty",
            "4 | Hours | -1 | Hours must be 0 or more");
  }

  @Test
  void latin1_onlyOfAToolThatWritesIt() {
    assertThatThrownBy(
            () ->
                samples.text(
                    ImportKind.REQUESTS,
                    "Summary,Issue key,Status,Created\nDrucker läuft nicht,SUP-1,Open,x\n",
                    StandardCharsets.ISO_8859_1,
                    FileAnswers.NONE))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.FILE_NOT_TEXT));
  }

  @Test
  void redmine_withoutTheColumnCreated_isRefused() {
    assertThatThrownBy(
            () ->
                samples.text(
                    ImportKind.REQUESTS,
                    "#,Tracker,Status,Subject\n17,Bug,New,Printer\n",
                    FileAnswers.NONE))
        .hasMessage(
            "the header lacks the column Created, which the format redmine needs: export the file"
                + " with that column, or name another format");
  }
}
