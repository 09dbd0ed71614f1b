package dev.redress.matching;

import dev.redress.matching.Decider.Choice;
import dev.redress.matching.HoursPlan.Part;
import dev.redress.matching.RequestBook.LoggedWork;
import java.util.ArrayList;
import java.util.List;

/**
 * Ties lines that compete for hours to requests, round by round: what certain lines took is no
 * evidence for the others any more.
 */
final class Rounds {
  /** Rounds of planning; each may use only hours that the rounds before left over. */
  private static final int ROUNDS_MAX = 4;

  private final RequestBook book;
  private final WorkLog log;
  private final SpentHours spent;
  private final Comparisons comparisons;
  private final Decider decider;

  Rounds(
      RequestBook book, WorkLog log, SpentHours spent, Comparisons comparisons, Decider decider) {
    this.book = book;
    this.log = log;
    this.spent = spent;
    this.comparisons = comparisons;
    this.decider = decider;
  }

  /**
   * Decides for lines together, and spends the hours that back them.
   *
   * @param lines in the order of their names, which decides between equals
   */
  List<Choice> decide(List<Compared> lines) {
    Choice[] choices = new Choice[lines.size()];
    for (int line = 0; line < choices.length; line++) {
      choices[line] = Choice.none(comparisons.score(lines.get(line)));
    }
    for (int round = 0; round < ROUNDS_MAX && decideRound(choices); round++) {
      if (log.all().isEmpty()) {
        break;
      }
      for (int line = 0; line < choices.length; line++) {
        if (choices[line].parts().isEmpty()) {
          choices[line] = Choice.none(comparisons.score(lines.get(line)));
        }
      }
    }
    return List.of(choices);
  }

  /** Takes the hours that back a line. */
  void spend(Choice choice) {
    for (Part part : choice.parts()) {
      LoggedWork work = part.work();
      if (work != null) {
        spent.spend(work, part.hours());
      }
    }
  }

  /** Gives the hours that back a line back. */
  void release(Choice choice) {
    for (Part part : choice.parts()) {
      LoggedWork work = part.work();
      if (work != null) {
        spent.release(work, part.hours());
      }
    }
  }

  /**
   * Plans the hours of the lines that are tied to nothing yet, and ties those that are certain.
   *
   * @return whether any was
   */
  private boolean decideRound(Choice[] choices) {
    List<Integer> open = new ArrayList<>();
    for (int line = 0; line < choices.length; line++) {
      if (choices[line].parts().isEmpty()) {
        open.add(line);
      }
    }
    List<ScoredLine> lines = open.stream().map(line -> choices[line].line()).toList();
    List<List<Part>> plan = HoursPlan.plan(lines, book, spent);
    List<Choice> chosen = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      chosen.add(decider.choose(lines.get(i), plan.get(i)));
    }
    boolean any = false;
    for (int i = 0; i < plan.size(); i++) {
      choices[open.get(i)] = chosen.get(i);
      spend(chosen.get(i));
      any |= !chosen.get(i).parts().isEmpty();
    }
    return any;
  }
}
