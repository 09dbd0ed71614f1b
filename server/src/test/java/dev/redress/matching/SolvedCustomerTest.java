package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.invoice.LaborLine;
import dev.redress.matching.Verdict.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SolvedCustomerTest {
  private static final String WORK = "Outlook profile rebuilt";

  @Property(tries = 100)
  void answer_leavesTheOthersAsTheyAre(@ForAll long seed) {
    MatchingInput all = MatchingCase.random(new Random(seed)).input();
    LaborLine drafted = all.lines().getLast();
    SolvedCustomer others = solve(without(drafted, all));

    Verdict first = others.answer(drafted);

    assertThat(others.answer(drafted)).isEqualTo(first);
    for (Verdict verdict : others.verdicts()) {
      LaborLine line = line(verdict, all);
      assertThat(others.answer(line)).isEqualTo(verdict);
      // The same line once more competes with itself and must not take its own hours twice.
      assertThat(others.answer(retold(line)).hoursBacked()).isLessThanOrEqualTo(line.hours());
    }
  }

  @Test
  void answer_givesALineThatIsBilledAgainNoHoursTwice() {
    MatchingCase billed = month().line("L1", 3, "D. Reyes", "1.5", WORK);
    LaborLine again = month().line("L2", 3, "D. Reyes", "1.5", WORK).input().lines().getFirst();

    Verdict verdict = solve(billed.input()).answer(again);

    assertThat(verdict.answer()).isEqualTo(Answer.UNMATCHED);
    assertThat(verdict.sentence()).contains("Line L1 bills the same work");
  }

  @Test
  void answer_isThatOfARunOverBothLines() {
    MatchingCase billed = month().line("L2", 4, "D. Reyes", "1.5", "");
    LaborLine better = month().line("L1", 3, "D. Reyes", "1.5", WORK).input().lines().getFirst();

    Verdict verdict = solve(billed.input()).answer(better);

    assertThat(verdict.allocations())
        .isEqualTo(billed.line("L1", 3, "D. Reyes", "1.5", WORK).verdict("L1").allocations())
        .isNotEmpty();
  }

  @Test
  void answer_readsAKnownLineAnewWhenItSaysSomethingElse() {
    MatchingCase billed = month().line("L1", 3, "D. Reyes", "1.5", WORK);
    LaborLine changed = month().line("L1", 3, "D. Reyes", "1.0", WORK).input().lines().getFirst();

    Verdict verdict = solve(billed.input()).answer(changed);

    assertThat(verdict.answer()).isEqualTo(Answer.MATCHED);
    assertThat(verdict.hoursBacked()).isEqualTo(changed.hours());
  }

  @Test
  void answer_callsADraftNoDuplicateOfTheLineInWhosePlaceItIs() {
    MatchingCase billed = month().line("L1", 3, "", "1.5", "", "NG-1");
    LaborLine unnamed = month().line("L1", 3, "", "1.5", "").input().lines().getFirst();
    SolvedCustomer solved = solve(billed.input());
    assertThat(solved.verdicts().getFirst().answer()).isEqualTo(Answer.MATCHED);

    assertThat(solved.answer(unnamed).sentence()).doesNotContain("bills the same work");
  }

  private static MatchingCase month() {
    return new MatchingCase()
        .otherWork()
        .request("NG-1", 2, "Outlook will not open")
        .entry("TE-1", "NG-1", 3, "D. Reyes", "1.5", "new profile for outlook");
  }

  private static SolvedCustomer solve(MatchingInput input) {
    return SolvedCustomer.solve(input, MatchingModel.shipped());
  }

  private static MatchingInput without(LaborLine line, MatchingInput all) {
    List<LaborLine> others = new ArrayList<>(all.lines());
    others.remove(line);
    return new MatchingInput(
        all.timeZone(),
        others,
        all.requests(),
        all.timeEntries(),
        all.decisions(),
        all.requestLogCompleteFrom());
  }

  private static LaborLine line(Verdict verdict, MatchingInput all) {
    return all.lines().stream()
        .filter(line -> line.name().equals(verdict.line()))
        .findFirst()
        .orElseThrow();
  }

  /** The same line in other words. */
  private static LaborLine retold(LaborLine line) {
    return new LaborLine(
        line.name(),
        line.workDate(),
        line.technician(),
        line.hours(),
        line.rate(),
        line.amount(),
        line.description() + " again",
        line.reference(),
        line.workType(),
        line.attributes());
  }
}
