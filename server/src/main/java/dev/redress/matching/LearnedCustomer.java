package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.ScoredLine.Scored;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer whose lines are compared with their candidates, and what was learned from them; no
 * hours are spread yet.
 */
final class LearnedCustomer {
  /** A pair that is less probable teaches nothing about the people in it. */
  private static final double TEACHES_FROM = 1e-6;

  private final MatchingModel model;
  private final RequestBook book;
  private final WorkLog log;
  private final Tokenizer tokenizer;
  private final SpentHours spent;
  private final SplitLines splits;
  private final AssigneeAffinity affinity;
  private final ComponentAffinity components;
  private final TechnicianComparison technician;
  private final CatchAllComparison catchAll;
  private final CandidateSearch search;
  private final Comparisons comparisons;
  private final WorkDates workDates;
  private final HoursComparison hours;
  private final HoursComparison unspentHours;
  private final WorkTypeComparison workType;
  private final List<Compared> lines;

  LearnedCustomer(MatchingInput input, MatchingModel model) {
    this.model = model;
    book = new RequestBook(input);
    log = new WorkLog(book);
    tokenizer = Tokenizer.of(book.summariesAndDescriptions());
    Hours step = BillingStep.of(input.lines());
    spent = new SpentHours(book, step);
    splits = new SplitLines(input.decisions(), book);
    affinity = new AssigneeAffinity(model.technician(), book);
    components = new ComponentAffinity(model.component(), book);
    technician = new TechnicianComparison(model.work(), book, affinity, components);
    catchAll = new CatchAllComparison(model.catchAll(), book);
    TextIndex index = RequestText.index(tokenizer, book);
    TextComparison text = new TextComparison(model.text(), index);
    LifeDates lifeDates = new LifeDates(model.date(), book);
    workDates = new WorkDates(model.work(), log);
    DecisionComparison decisions = new DecisionComparison(input.decisions(), book);
    RequesterComparison requesters = new RequesterComparison(model.person(), book);
    hours = new HoursComparison(model.work(), log, spent);
    unspentHours = hours.with(new SpentHours(book, step));
    workType = new WorkTypeComparison(model.work(), log);
    List<LineText> texts =
        input.lines().stream().map(line -> LineText.of(tokenizer, line)).toList();
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
            new Boilerplate(tokenizer, texts, index),
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
                workType,
                catchAll,
                decisions),
            List.of(technician, catchAll),
            hours);
    lines = compared(texts);
    learn();
    search.forgetProbable();
  }

  RequestBook book() {
    return book;
  }

  WorkLog log() {
    return log;
  }

  /** The hours that are spent already; none. */
  SpentHours spent() {
    return spent;
  }

  /** The lines whose hours a clerk gave to requests. */
  SplitLines splits() {
    return splits;
  }

  Comparisons comparisons() {
    return comparisons;
  }

  /** The lines in the order of their names. */
  List<Compared> lines() {
    return lines;
  }

  /** A line by what all comparisons say of it now. */
  ScoredLine score(Compared line) {
    return comparisons.score(line).calibrated(model.calibration());
  }

  /** The same as if no hours were spent. */
  ScoredLine scoreUnspent(Compared line) {
    return comparisons.scoreBy(unspentHours, line).calibrated(model.calibration());
  }

  /** Compares a line more by what was learned from the others. */
  Compared compareOneMore(LaborLine line) {
    Compared compared = compare(LineText.of(tokenizer, line));
    compared.settle(technician);
    compared.settle(catchAll);
    return compared;
  }

  /** What a model is fitted from. */
  Examination examination() {
    return new Examination(book, log, workDates, hours, workType, affinity, comparisons, lines);
  }

  /** The lines in the order of their names, compared with their candidates. */
  private List<Compared> compared(List<LineText> texts) {
    List<Compared> compared = new ArrayList<>();
    texts.stream().sorted(CandidateSearch.FASTEST_ORDER).map(this::compare).forEach(compared::add);
    Map<LineName, String> names = new HashMap<>();
    texts.forEach(text -> names.put(text.line().name(), text.line().name().toString()));
    compared.sort(Comparator.comparing(line -> names.get(line.line().line().name())));
    return compared;
  }

  private Compared compare(LineText text) {
    return comparisons.compare(search.find(text));
  }

  /**
   * Learns from the lines themselves: whose and which requests technicians work on, what draws
   * unrelated labor, and how many lines were asked for at all.
   */
  private void learn() {
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
