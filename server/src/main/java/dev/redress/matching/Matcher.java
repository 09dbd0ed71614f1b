package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Comparisons.Compared;
import dev.redress.matching.Decider.Choice;
import dev.redress.matching.HoursPlan.Part;
import dev.redress.matching.RequestBook.LoggedWork;
import dev.redress.matching.ScoredLine.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ties labor lines to requests: finds candidates, compares them (Fellegi & Sunter 1969), spreads
 * the hours over all lines together, and decides. A pure function: the same input and model give
 * the same verdicts, whatever the order of the lists.
 */
public final class Matcher {
  /** Rounds of planning; each may use only hours that the rounds before left over. */
  private static final int ROUNDS_MAX = 4;

  private final MatchingInput input;
  private final MatchingModel model;
  private final RequestBook book;
  private final WorkLog log;
  private final SpentHours spent;
  private final AssigneeAffinity affinity;
  private final ComponentAffinity components;
  private final TechnicianComparison technician;
  private final CatchAllComparison catchAll;
  private final CandidateSearch search;
  private final Comparisons comparisons;

  private Matcher(MatchingInput input, MatchingModel model) {
    this.input = input;
    this.model = model;
    book = new RequestBook(input);
    log = new WorkLog(book);
    spent = new SpentHours(book);
    affinity = new AssigneeAffinity(model.technician(), book);
    components = new ComponentAffinity(model.component(), book);
    technician = new TechnicianComparison(model.work(), book, affinity, components);
    catchAll = new CatchAllComparison(model.catchAll(), book);
    TextIndex index = RequestText.index(book);
    TextComparison text = new TextComparison(model.text(), index);
    LifeDates lifeDates = new LifeDates(model.date(), book);
    WorkDates workDates = new WorkDates(model.work(), book);
    DecisionComparison decisions = new DecisionComparison(input.decisions(), book);
    Boilerplate boilerplate =
        new Boilerplate(input.lines().stream().map(LaborLine::description).toList());
    search =
        new CandidateSearch(book, log, lifeDates, affinity, index, text, decisions, boilerplate);
    comparisons =
        new Comparisons(
            model,
            book,
            List.of(
                new ReferenceComparison(model.reference(), book),
                new DateComparison(book, log, workDates, lifeDates),
                technician,
                new HoursComparison(model.work(), log, spent),
                text,
                new RequesterComparison(model.person(), book),
                new WorkTypeComparison(model.work(), log),
                catchAll,
                decisions));
  }

  /** Answers for the lines of one customer by the shipped model, ordered by line name. */
  public static List<Verdict> match(MatchingInput input) {
    return match(input, MatchingModel.shipped());
  }

  /** Answers for the lines of one customer, ordered by line name. */
  public static List<Verdict> match(MatchingInput input, MatchingModel model) {
    return new Matcher(input, model).verdicts();
  }

  private List<Verdict> verdicts() {
    List<Compared> lines = compared();
    learn(lines);
    Decider decider = new Decider(input, model, book, log, comparisons);
    Choice[] choices = new Choice[lines.size()];
    for (int line = 0; line < choices.length; line++) {
      choices[line] = Choice.none(comparisons.score(lines.get(line)));
    }
    for (int round = 0; round < ROUNDS_MAX && decideRound(choices, decider); round++) {
      if (log.all().isEmpty()) {
        break;
      }
      // What the matched lines took is no evidence for the others any more.
      for (int line = 0; line < choices.length; line++) {
        if (choices[line].parts().isEmpty()) {
          choices[line] = Choice.none(comparisons.score(lines.get(line)));
        }
      }
    }
    return decider.verdicts(List.of(choices));
  }

  /** The lines in the order of their names, compared with their candidates. */
  private List<Compared> compared() {
    List<Compared> compared = new ArrayList<>();
    input.lines().stream()
        .sorted(Comparator.comparing(LaborLine::workDate))
        .map(search::find)
        .map(found -> comparisons.compare(found.line(), found.requests()))
        .forEach(compared::add);
    Map<LineName, String> names = new HashMap<>();
    input.lines().forEach(line -> names.put(line.name(), line.name().toString()));
    compared.sort(Comparator.comparing(line -> names.get(line.line().line().name())));
    return compared;
  }

  /**
   * Plans the hours of the lines that are tied to nothing yet, and ties those that are certain.
   *
   * @return whether any was
   */
  private boolean decideRound(Choice[] choices, Decider decider) {
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
      chosen.get(i).parts().forEach(this::spend);
      any |= !chosen.get(i).parts().isEmpty();
    }
    return any;
  }

  private void spend(Part part) {
    LoggedWork work = part.work();
    if (work != null) {
      spent.spend(work, part.hours());
    }
  }

  /**
   * Learns from the lines themselves: whose and which requests technicians work on, what draws
   * unrelated labor, and how many lines were asked for at all.
   */
  private void learn(List<Compared> lines) {
    for (Compared line : lines) {
      for (Scored candidate : comparisons.scoreWithout(technician, line).candidates()) {
        affinity.learn(line.line().technician(), candidate.request(), candidate.probability());
        components.learn(line.line().technician(), candidate);
      }
    }
    affinity.applyLearned();
    components.applyLearned();
    List<Integer> drawn = new ArrayList<>();
    for (Compared line : lines) {
      List<Scored> best = comparisons.score(line).candidates();
      if (!best.isEmpty() && isUnrelated(line.line(), best.getFirst())) {
        drawn.add(best.getFirst().request());
      }
    }
    drawn.forEach(catchAll::addUnrelated);
    comparisons.shiftPrior(
        AskedShare.shiftBits(
            model.asked(),
            lines.stream()
                .map(comparisons::score)
                .mapToDouble(ScoredLine::probabilityOfNone)
                .toArray()));
  }

  private boolean isUnrelated(LineView line, Scored best) {
    return best.probability() > 0.5
        && line.saysSomething()
        && !line.hasReference()
        && search.sharesNoWord(line, best.request());
  }
}
