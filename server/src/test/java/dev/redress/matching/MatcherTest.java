package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.time.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
  @Test
  void match_tiesALineToLoggedWork() {
    Verdict verdict =
        new MatchingCase()
            .otherWork()
            .request("NG-1042", 2, "Outlook will not open")
            .entry("TE-1", "NG-1042", 3, "D. Reyes", "1.5", "new profile for outlook")
            .line("L1", 3, "Reyes, Diego", "1.5", "Outlook profile rebuilt")
            .verdict("L1");
    assertThat(verdict.answer()).isEqualTo(Answer.MATCHED);
    assertThat(verdict.allocations())
        .containsExactly(new Allocation("NG-1042", "TE-1", Hours.of("1.5")));
    assertThat(verdict.sentence())
        .startsWith("Matched to NG-1042 'Outlook will not open' (")
        .contains("D. Reyes logged 1.5 h on it on 3 September")
        .contains("both speak of 'Outlook, profile'");
  }

  @Test
  void match_findsNothingForWorkThatNobodyAskedFor() {
    Verdict verdict =
        new MatchingCase()
            .otherWork()
            .line("L1", 12, "R. Patel", "4.5", "Quarterly firewall firmware review")
            .verdict("L1");
    assertThat(verdict.answer()).isEqualTo(Answer.UNMATCHED);
    assertThat(verdict.allocations()).isEmpty();
    assertThat(verdict.sentence())
        .startsWith("We could not tie this to anything you asked for. Nearest: NG-10")
        .contains("no time of R. Patel is logged on it")
        .contains("a time entry by R. Patel around 12 September");
  }

  @Test
  void match_believesAReferenceAgainstDateAndPerson() {
    Verdict verdict =
        new MatchingCase()
            .otherWork()
            .line("L1", 28, "R. Patel", "0.5", "Guest wireless", "NG-100")
            .verdict("L1");
    assertThat(verdict.answer()).isEqualTo(Answer.MATCHED);
    assertThat(verdict.allocations().getFirst().request()).isEqualTo("NG-100");
  }

  @Test
  void match_letsOneTimeEntryBackOnlyOneOfTwoEqualLines() {
    MatchingCase twice =
        new MatchingCase()
            .otherWork()
            .request("NG-1", 2, "Outlook will not open")
            .entry("TE-1", "NG-1", 3, "D. Reyes", "1.5")
            .line("L2", 3, "D. Reyes", "1.5", "Outlook profile rebuilt")
            .line("L1", 3, "D. Reyes", "1.5", "Outlook profile rebuilt");
    assertThat(twice.verdict("L1").answer()).isEqualTo(Answer.MATCHED);
    assertThat(twice.verdict("L2").answer()).isEqualTo(Answer.UNMATCHED);
    assertThat(twice.verdict("L2").sentence()).startsWith("Line L1 bills the same work");
  }

  @Test
  void match_leavesItToAClerkWhereTheHoursAreUsedUp() {
    Verdict travel =
        new MatchingCase()
            .otherWork()
            .request("NG-1", 2, "Outlook will not open")
            .entry("TE-1", "NG-1", 3, "D. Reyes", "1.5")
            .line("L1", 3, "D. Reyes", "1.5", "Outlook profile rebuilt")
            .line("L2", 3, "D. Reyes", "0.5", "Outlook, drive to site", "NG-1")
            .verdict("L2");
    assertThat(travel.answer()).isEqualTo(Answer.AMBIGUOUS);
    assertThat(travel.sentence()).contains("the time logged there backs other lines already");
  }

  @Test
  void match_cannotTellEqualRequestsApart() {
    MatchingCase equal =
        new MatchingCase()
            .otherWork()
            .request("NG-1", 2, "Reception printer jams")
            .request("NG-2", 2, "Warehouse printer jams")
            .entry("TE-1", "NG-1", 3, "D. Reyes", "0.5")
            .entry("TE-2", "NG-2", 3, "D. Reyes", "0.5")
            .line("L1", 3, "D. Reyes", "0.5", "Printer jams")
            .line("L2", 3, "D. Reyes", "0.5", "Printer jams");
    assertThat(equal.verdict("L1").answer()).isEqualTo(Answer.AMBIGUOUS);
    assertThat(equal.verdict("L1").candidates())
        .extracting(Candidate::request)
        .startsWith("NG-1", "NG-2");
  }

  @Test
  void match_splitsALineOverShortRequestsThatMakeItUp() {
    Verdict verdict =
        new MatchingCase()
            .otherWork()
            .request("NG-1", 8, "Docking station dead")
            .request("NG-2", 8, "New phone, codes do not come")
            .request("NG-3", 8, "Fax template is gone")
            .entry("TE-1", "NG-1", 8, "D. Reyes", "0.25")
            .entry("TE-2", "NG-2", 8, "D. Reyes", "0.25")
            .entry("TE-3", "NG-3", 8, "D. Reyes", "0.25")
            .line("L1", 8, "D. Reyes", "0.75", "Docking station, phone codes, fax template")
            .verdict("L1");
    assertThat(verdict.answer()).isEqualTo(Answer.MATCHED);
    assertThat(verdict.allocations())
        .extracting(Allocation::timeEntry)
        .containsExactlyInAnyOrder("TE-1", "TE-2", "TE-3");
    assertThat(verdict.hoursBacked()).isEqualTo(Hours.of("0.75"));
  }

  @Test
  void match_backsALineByAllItsTimeEntriesAndNoMore() {
    Verdict verdict =
        new MatchingCase()
            .otherWork()
            .request("NG-1", 2, "Outlook will not open")
            .entry("TE-1", "NG-1", 3, "D. Reyes", "1.5")
            .entry("TE-2", "NG-1", 4, "D. Reyes", "1")
            .line("L1", 4, "D. Reyes", "3.5", "Outlook profile rebuilt", "NG-1")
            .verdict("L1");
    assertThat(verdict.hoursBacked()).isEqualTo(Hours.of("2.5"));
    assertThat(verdict.sentence()).contains("The time logged backs 2.5 of 3.5 h.");
  }

  @Test
  void match_backsTimeThatIsRoundedUpEntryByEntry() {
    MatchingCase rounded =
        new MatchingCase()
            .otherWork()
            .request("NG-1", 2, "Outlook will not open")
            .entry("TE-1", "NG-1", 3, "D. Reyes", "1.1")
            .entry("TE-2", "NG-1", 3, "D. Reyes", "0.6")
            .line("L1", 3, "D. Reyes", "2", "Outlook profile rebuilt");
    assertThat(rounded.verdict("L1").allocations())
        .containsExactlyInAnyOrder(
            new Allocation("NG-1", "TE-1", Hours.of("1.25")),
            new Allocation("NG-1", "TE-2", Hours.of("0.75")));
    // Who is billed to the minute is owed the minute.
    assertThat(rounded.line("L2", 20, "M. Bell", "0.37", "").verdict("L1").hoursBacked())
        .isEqualTo(Hours.of("1.7"));
  }

  @ParameterizedTest(name = "{0} h of week and {1} h more: {2}, {3} entries")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # billed | unbilled | answer    | entries
          6.25     | 0        | MATCHED   | 3
          6.5      | 0        | AMBIGUOUS | 0
          6.25     | 1        | AMBIGUOUS | 0
          7.25     | 1        | MATCHED   | 4
          """)
  void match_tiesALineToAWeekOnlyIfItBillsAllThatIsLeft(
      String billed, String unbilled, Answer answer, int entries) {
    MatchingCase week =
        new MatchingCase()
            .otherWork()
            .request("NG-1", 7, "Docking station dead")
            .request("NG-2", 7, "New phone, codes do not come")
            .request("NG-3", 7, "Fax template is gone")
            .request("NG-4", 7, "Projector shows green")
            .entry("TE-1", "NG-1", 7, "D. Reyes", "1.5")
            .entry("TE-2", "NG-2", 9, "D. Reyes", "2.75")
            .entry("TE-3", "NG-3", 11, "D. Reyes", "2")
            .entry("TE-4", "NG-4", 8, "D. Reyes", unbilled)
            .line("L1", 11, "D. Reyes", billed, "");
    assertThat(week.verdict("L1").answer()).isEqualTo(answer);
    assertThat(week.verdict("L1").allocations()).hasSize(entries);
  }

  @ParameterizedTest(name = "{1} of {0} stands against the sum of a week")
  @CsvSource({"NG-1, REJECTED", "NG-2, REJECTED", "NG-9, CONFIRMED"})
  void match_letsNoSumOverruleTheClerk(String request, MatchDecision.Kind decided) {
    Verdict verdict =
        new MatchingCase()
            .otherWork()
            .request("NG-1", 7, "Docking station dead")
            .request("NG-2", 7, "New phone, codes do not come")
            .request("NG-9", 7, "Projector shows green")
            .entry("TE-1", "NG-1", 7, "D. Reyes", "1.5")
            .entry("TE-2", "NG-2", 9, "D. Reyes", "2.75")
            .entry("TE-9", "NG-9", 9, "P. Raman", "1")
            .line("L1", 11, "D. Reyes", "4.25", "")
            .decide("L1", request, decided)
            .verdict("L1");
    assertThat(verdict.allocations().stream().anyMatch(part -> part.request().equals(request)))
        .isEqualTo(decided == MatchDecision.Kind.CONFIRMED);
  }

  @Test
  void match_servesLinesThatAreBackedInFullBeforeOneThatBillsTooMuch() {
    MatchingCase inflated =
        new MatchingCase()
            .otherWork()
            .request("NG-1", 2, "Outlook will not open")
            .entry("TE-1", "NG-1", 3, "D. Reyes", "1.5")
            .entry("TE-2", "NG-1", 4, "D. Reyes", "1")
            .line("L1", 4, "D. Reyes", "2.5", "Outlook will not open", "NG-1")
            .line("L2", 3, "D. Reyes", "1.5", "");
    assertThat(inflated.verdict("L2").hoursBacked()).isEqualTo(Hours.of("1.5"));
    assertThat(inflated.verdict("L1").hoursBacked()).isEqualTo(Hours.of("1"));
  }

  @Test
  void match_leavesOtherWorkOfTheDayToAClerkWhereThereIsOneRequest() {
    Verdict verdict =
        new MatchingCase()
            .request("NG-1", 5, 5, "Reception printer jams with every page", "Tom Bell")
            .line("L1", 5, "Tom Bell", "1", "Reception printer jams, replaced rollers", "NG-1")
            .line("L2", 5, "Tom Bell", "1", "Firewall firmware upgrade after hours")
            .verdict("L2");
    assertThat(verdict.answer()).isEqualTo(Answer.AMBIGUOUS);
  }

  @Test
  void match_obeysTheClerk() {
    MatchingCase decided =
        new MatchingCase()
            .otherWork()
            .request("NG-1", 2, "Outlook will not open")
            .line("L1", 3, "D. Reyes", "1.5", "Outlook will not open", "NG-1")
            .line("L2", 3, "D. Reyes", "1.5", "Something else entirely")
            .decide("L1", "NG-1", MatchDecision.Kind.REJECTED)
            .decide("L2", "NG-105", MatchDecision.Kind.CONFIRMED);
    assertThat(decided.verdict("L1").candidates())
        .extracting(Candidate::request)
        .doesNotContain("NG-1");
    assertThat(decided.verdict("L2").answer()).isEqualTo(Answer.MATCHED);
    assertThat(decided.verdict("L2").allocations().getFirst().request()).isEqualTo("NG-105");
  }

  @Test
  void match_cannotAuditWithoutRequestsInReach() {
    MatchingCase old =
        new MatchingCase()
            .request("NG-1", -800, "Outlook will not open")
            .line("L1", 3, "D. Reyes", "1.5", "Outlook profile rebuilt");
    assertThat(old.verdict("L1").answer()).isEqualTo(Answer.NOT_AUDITABLE);
    assertThat(old.verdict("L1").reason()).isEqualTo(NotAuditableReason.NO_REQUESTS);
    assertThat(old.requestLogComplete().verdict("L1").answer()).isEqualTo(Answer.UNMATCHED);
  }

  @Test
  void match_cannotAuditALineThatSaysNothing() {
    Verdict verdict =
        new MatchingCase().otherWork().line("L1", 12, "", "0.5", "Remote support").verdict("L1");
    assertThat(verdict.answer()).isEqualTo(Answer.NOT_AUDITABLE);
    assertThat(verdict.reason()).isEqualTo(NotAuditableReason.NOTHING_TO_COMPARE);
  }

  @Test
  void match_takesABlankTextForNoEvidence() {
    Verdict verdict =
        new MatchingCase()
            .otherWork()
            .request("NG-1", 2, "Outlook will not open")
            .entry("TE-1", "NG-1", 3, "D. Reyes", "1.5")
            .line("L1", 3, "D. Reyes", "1.5", "")
            .verdict("L1");
    assertThat(verdict.answer()).isEqualTo(Answer.MATCHED);
    assertThat(verdict.candidates().getFirst().signals())
        .filteredOn(signal -> signal.kind() == Signal.Kind.TEXT)
        .extracting(Signal::bits)
        .containsExactly(0.0);
  }

  @Test
  void match_answersForNoRequestsAndNoLines() {
    assertThat(Matcher.match(new MatchingCase().otherWork().input())).isEmpty();
    assertThat(new MatchingCase().line("L1", 3, "A", "1", "Outlook").verdict("L1").reason())
        .isEqualTo(NotAuditableReason.NO_REQUESTS);
  }
}
