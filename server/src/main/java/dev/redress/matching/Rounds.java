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

  private final LearnedCustomer customer;
  private final Decider decider;
  private final RollUp rollUp;

  Rounds(LearnedCustomer customer, Decider decider, RollUp rollUp) {
    this.customer = customer;
    this.decider = decider;
    this.rollUp = rollUp;
  }

  /**
   * Decides for lines together, and spends the hours that back them.
   *
   * @param lines in the order of their names, which decides between equals
   */
  List<Choice> decide(List<Compared> lines) {
    Choice[] choices = new Choice[lines.size()];
    for (int line = 0; line < choices.length; line++) {
      choices[line] = Choice.none(customer.score(lines.get(line)));
    }
    fixSplits(lines, choices);
    if (customer.log().all().isEmpty()) {
      decideRound(choices, false);
    } else {
      // Lines that are backed in full come first, so that one that bills too much takes none of
      // their hours.
      decideRounds(lines, choices, true);
      rollUp(lines, choices);
      decideRounds(lines, choices, false);
    }
    return List.of(choices);
  }

  /** Takes the hours that back a line. */
  void spend(Choice choice) {
    for (Part part : choice.parts()) {
      LoggedWork work = part.work();
      if (work != null) {
        customer.spent().spend(work, part.hours());
      }
    }
  }

  /** Gives the hours that back a line back. */
  void release(Choice choice) {
    for (Part part : choice.parts()) {
      LoggedWork work = part.work();
      if (work != null) {
        customer.spent().release(work, part.hours());
      }
    }
  }

  /** A clerk said what the split lines have; the others compete for what these leave. */
  private void fixSplits(List<Compared> lines, Choice[] choices) {
    for (int line = 0; line < choices.length; line++) {
      if (customer.splits().contains(choices[line].facts().name())) {
        refresh(lines.get(line), choices, line);
        ScoredLine scored = choices[line].line();
        choices[line] = decider.split(scored, customer.splits().parts(scored, customer.spent()));
        spend(choices[line]);
      }
    }
  }

  private void decideRounds(List<Compared> lines, Choice[] choices, boolean onlyWhole) {
    boolean any = true;
    for (int round = 0; any && round < ROUNDS_MAX; round++) {
      refresh(lines, choices);
      any = decideRound(choices, onlyWhole);
    }
    refresh(lines, choices);
  }

  private void refresh(List<Compared> lines, Choice[] choices) {
    for (int line = 0; line < choices.length; line++) {
      refresh(lines.get(line), choices, line);
    }
  }

  /** What other lines took is no evidence for a line that is tied to nothing yet. */
  private void refresh(Compared compared, Choice[] choices, int line) {
    if (choices[line].parts().isEmpty() && compared.isStale(customer.spent())) {
      choices[line] = Choice.none(customer.score(compared));
    }
  }

  private void rollUp(List<Compared> lines, Choice[] choices) {
    for (int line = 0; line < choices.length; line++) {
      refresh(lines.get(line), choices, line);
      if (choices[line].parts().isEmpty()) {
        choices[line] = decider.chooseRollUp(choices[line].line(), rollUp);
        spend(choices[line]);
      }
    }
  }

  /**
   * Plans the hours of the lines that are tied to nothing yet, and ties those that are certain.
   *
   * @param onlyWhole whether those that are backed in part must wait
   * @return whether any was
   */
  private boolean decideRound(Choice[] choices, boolean onlyWhole) {
    List<Integer> open = new ArrayList<>();
    for (int line = 0; line < choices.length; line++) {
      if (choices[line].parts().isEmpty()) {
        open.add(line);
      }
    }
    List<ScoredLine> lines = open.stream().map(line -> choices[line].line()).toList();
    List<List<Part>> plan = HoursPlan.plan(lines, customer.book(), customer.spent());
    List<Choice> chosen = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      chosen.add(decider.choose(lines.get(i), plan.get(i), onlyWhole));
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
