package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Decider.Choice;
import dev.redress.matching.Decider.Work;
import dev.redress.matching.ScoredLine.Scored;
import dev.redress.time.Hours;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customer whose lines are answered for, and who stays ready for one line more. What was learned
 * from the lines stands; a further line competes with those that could take the same hours, and
 * with nobody else.
 */
public final class SolvedCustomer {
  /** A pair that is less probable teaches nothing about the people in it. */
  private static final double TEACHES_FROM = 1e-6;

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
  private final Decider decider;
  private final Rounds rounds;
  private final List<Compared> compared;
  private final List<Choice> choices;
  private final Map<LineName, Integer> places = new HashMap<>();
  private final Map<Integer, List<Integer>> rivals = new HashMap<>();
  private final Map<Work, String> billed;
  private final List<Verdict> verdicts;

  private SolvedCustomer(MatchingInput input, MatchingModel model) {
    this.model = model;
    book = new RequestBook(input);
    log = new WorkLog(book);
    spent = new SpentHours(book, BillingStep.of(input.lines()));
    affinity = new AssigneeAffinity(model.technician(), book);
    components = new ComponentAffinity(model.component(), book);
    technician = new TechnicianComparison(model.work(), book, affinity, components);
    catchAll = new CatchAllComparison(model.catchAll(), book);
    TextIndex index = RequestText.index(book);
    TextComparison text = new TextComparison(model.text(), index);
    LifeDates lifeDates = new LifeDates(model.date(), book);
    WorkDates workDates = new WorkDates(model.work(), log);
    DecisionComparison decisions = new DecisionComparison(input.decisions(), book);
    RequesterComparison requesters = new RequesterComparison(model.person(), book);
    HoursComparison hours = new HoursComparison(model.work(), log, spent);
    List<LineText> lines = input.lines().stream().map(LineText::of).toList();
    search =
        new CandidateSearch(
            book,
            log,
            lifeDates,
            affinity,
            index,
            text,
            decisions,
            requesters,
            new Boilerplate(lines),
            new LoggedAlike(log, workDates, hours, text));
    comparisons =
        new Comparisons(
            model,
            book,
            spent,
            List.of(
                new ReferenceComparison(model.reference(), book),
                new DateComparison(book, log, workDates, lifeDates),
                technician,
                hours,
                text,
                requesters,
                new WorkTypeComparison(model.work(), log),
                catchAll,
                decisions),
            List.of(technician, catchAll),
            hours);
    decider = new Decider(input, model, book, log, comparisons);
    List<Hours> hoursOfLines = input.lines().stream().map(LaborLine::hours).toList();
    RollUp rollUp = new RollUp(spent, hoursOfLines);
    rounds = new Rounds(book, log, spent, comparisons, decider, rollUp);
    compared = compared(lines);
    learn(compared);
    for (int place = 0; place < compared.size(); place++) {
      places.put(compared.get(place).line().line().name(), place);
      for (int request : wanted(compared.get(place))) {
        rivals.computeIfAbsent(request, _ -> new ArrayList<>()).add(place);
      }
    }
    choices = rounds.decide(compared);
    billed = decider.billed(choices);
    verdicts = choices.stream().map(choice -> decider.verdict(choice, billed)).toList();
  }

  /** Answers for all lines of a customer. */
  public static SolvedCustomer solve(MatchingInput input, MatchingModel model) {
    return new SolvedCustomer(input, model);
  }

  /** The answers for all lines, ordered by line name. */
  public List<Verdict> verdicts() {
    return verdicts;
  }

  /**
   * The answer for one line: the one that stands where the line is known as it is, or else the one
   * that it would have if it were billed too. The line then competes with all lines that could take
   * the same hours, directly or through others; all others keep what they have. Changes nothing.
   *
   * @param line of this customer; one of the same name is left out
   */
  public synchronized Verdict answer(LaborLine line) {
    Integer known = places.get(line.name());
    if (known != null && compared.get(known).line().line().equals(line)) {
      return verdicts.get(known);
    }
    Compared drafted = compare(LineText.of(line));
    drafted.settle(technician);
    drafted.settle(catchAll);
    SortedSet<Integer> rivals = rivals(drafted, known);
    List<Choice> before = rivals.stream().map(choices::get).toList();
    before.forEach(rounds::release);
    List<Compared> together = new ArrayList<>();
    rivals.stream().filter(place -> !place.equals(known)).map(compared::get).forEach(together::add);
    together.add(drafted);
    together.sort(Comparator.comparing(rival -> rival.line().line().name().toString()));
    List<Choice> after = rounds.decide(together);
    try {
      return decider.verdict(after.get(together.indexOf(drafted)), billed);
    } finally {
      after.forEach(rounds::release);
      before.forEach(rounds::spend);
    }
  }

  /**
   * The lines that compete with one line, directly or through others, among them the known line in
   * whose place it is; only that one where there are too many to be solved exactly, so that the
   * line takes what the others left.
   */
  private SortedSet<Integer> rivals(Compared drafted, @Nullable Integer known) {
    SortedSet<Integer> found = new TreeSet<>();
    if (known != null) {
      found.add(known);
    }
    Deque<Compared> open = new ArrayDeque<>(List.of(drafted));
    while (!open.isEmpty() && found.size() <= Assignment.EXACT_LINES_MAX) {
      for (int request : wanted(open.remove())) {
        for (int rival : rivals.getOrDefault(request, List.of())) {
          if (found.add(rival)) {
            open.add(compared.get(rival));
          }
        }
      }
    }
    if (found.size() > Assignment.EXACT_LINES_MAX) {
      found.clear();
      if (known != null) {
        found.add(known);
      }
    }
    return found;
  }

  /** The requests whose logged hours a line may take. */
  private List<Integer> wanted(Compared line) {
    return HoursPlan.eligible(comparisons.score(line)).stream()
        .map(Scored::request)
        .filter(request -> !book.work(request).isEmpty())
        .toList();
  }

  /** The lines in the order of their names, compared with their candidates. */
  private List<Compared> compared(List<LineText> lines) {
    List<Compared> compared = new ArrayList<>();
    lines.stream().sorted(CandidateSearch.FASTEST_ORDER).map(this::compare).forEach(compared::add);
    Map<LineName, String> names = new HashMap<>();
    lines.forEach(text -> names.put(text.line().name(), text.line().name().toString()));
    compared.sort(Comparator.comparing(line -> names.get(line.line().line().name())));
    return compared;
  }

  private Compared compare(LineText text) {
    CandidateSearch.Found found = search.find(text);
    return comparisons.compare(found.line(), found.requests());
  }

  /**
   * Learns from the lines themselves: whose and which requests technicians work on, what draws
   * unrelated labor, and how many lines were asked for at all.
   */
  private void learn(List<Compared> lines) {
    for (Compared line : lines) {
      Weighed weighed = comparisons.weigh(line);
      for (int candidate = 0; candidate < weighed.size(); candidate++) {
        int request = weighed.request(candidate);
        double probability = weighed.probability(candidate);
        if (probability > TEACHES_FROM) {
          affinity.learn(line.line().technician(), request, probability);
          components.learn(line.line().technician(), request, probability);
        }
      }
    }
    affinity.applyLearned();
    components.applyLearned();
    lines.forEach(line -> line.settle(technician));
    for (Compared line : lines) {
      for (Scored best : comparisons.weigh(line).best(1)) {
        if (isUnrelated(line.line(), best)) {
          catchAll.addUnrelated(best.request());
        }
      }
    }
    lines.forEach(line -> line.settle(catchAll));
    comparisons.shiftPrior(
        AskedShare.shiftBits(
            model.asked(),
            lines.stream()
                .map(comparisons::weigh)
                .mapToDouble(Weighed::probabilityOfNone)
                .toArray()));
  }

  private boolean isUnrelated(LineView line, Scored best) {
    return best.probability() > 0.5
        && line.saysSomething()
        && !line.hasReference()
        && search.sharesNoWord(line, best.request());
  }
}
