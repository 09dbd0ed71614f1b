package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Decider.Choice;
import dev.redress.matching.Decider.Work;
import dev.redress.matching.ScoredLine.Scored;
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
  /** More lines than this that compete with one line more are not decided anew. */
  private static final int RIVALS_MAX = 200;

  private final LearnedCustomer learned;
  private final RequestBook book;
  private final Decider decider;
  private final Rounds rounds;
  private final List<Compared> compared;
  private final List<Choice> choices;
  private final Map<LineName, Integer> places = new HashMap<>();

  /** By request, the lines that may take its logged hours; absent until a further line asks. */
  private @Nullable Map<Integer, List<Integer>> takers;

  private final Map<Work, LineName> billed;
  private final List<Verdict> verdicts;

  private SolvedCustomer(MatchingInput input, MatchingModel model) {
    learned = new LearnedCustomer(input, model);
    book = learned.book();
    compared = learned.lines();
    decider = new Decider(input, model, book, learned.log(), learned.comparisons());
    rounds = new Rounds(learned, decider, new RollUp(learned.spent(), input.lines()));
    for (int place = 0; place < compared.size(); place++) {
      places.put(compared.get(place).line().line().name(), place);
    }
    choices = rounds.decide(compared);
    billed = decider.billed(choices);
    verdicts = choices.stream().map(choice -> decider.verdict(choice, billed)).toList();
  }

  /** Answers for all lines of a customer. */
  public static SolvedCustomer solve(MatchingInput input, MatchingModel model) {
    return new SolvedCustomer(input, model);
  }

  /** The scores that the answers rest on, in their order. */
  List<ScoredLine> scores() {
    return choices.stream().map(Choice::line).toList();
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
    Compared drafted = learned.compareOneMore(line);
    SortedSet<Integer> rivals = rivals(drafted, known);
    List<Compared> together = new ArrayList<>();
    rivals.stream().filter(place -> !place.equals(known)).map(compared::get).forEach(together::add);
    together.add(drafted);
    together.sort(Comparator.comparing(rival -> rival.line().line().name().toString()));
    SpentHours.State state = learned.spent().save();
    try {
      rivals.forEach(place -> rounds.release(choices.get(place)));
      List<Choice> after = rounds.decide(together);
      return decider.verdict(after.get(together.indexOf(drafted)), billed);
    } finally {
      learned.spent().restore(state);
    }
  }

  /**
   * The lines that compete with one line, directly or through others, among them the known line in
   * whose place it is; only that one where there are more than {@value #RIVALS_MAX}, so that the
   * line takes what the others left.
   */
  private SortedSet<Integer> rivals(Compared drafted, @Nullable Integer known) {
    SortedSet<Integer> found = new TreeSet<>();
    if (known != null) {
      found.add(known);
    }
    Deque<Compared> open = new ArrayDeque<>(List.of(drafted));
    while (!open.isEmpty() && found.size() <= RIVALS_MAX) {
      for (int request : wanted(open.remove())) {
        for (int rival : takers().getOrDefault(request, List.of())) {
          if (found.add(rival)) {
            open.add(compared.get(rival));
          }
        }
      }
    }
    if (found.size() > RIVALS_MAX) {
      found.clear();
      if (known != null) {
        found.add(known);
      }
    }
    return found;
  }

  /** By request, the lines that may take its logged hours, as long as nothing is spent. */
  private Map<Integer, List<Integer>> takers() {
    Map<Integer, List<Integer>> known = takers;
    if (known != null) {
      return known;
    }
    Map<Integer, List<Integer>> found = new HashMap<>();
    for (int place = 0; place < compared.size(); place++) {
      // What a clerk gave to a split line it keeps, whoever else wants it.
      boolean isSplit = learned.splits().contains(compared.get(place).line().line().name());
      for (int request : isSplit ? List.<Integer>of() : wanted(compared.get(place))) {
        found.computeIfAbsent(request, _ -> new ArrayList<>()).add(place);
      }
    }
    takers = found;
    return found;
  }

  /** The requests whose logged hours a line may take. */
  private List<Integer> wanted(Compared line) {
    LineName name = line.line().line().name();
    if (learned.splits().contains(name)) {
      return learned.splits().requests(name);
    }
    return HoursPlan.eligible(learned.scoreUnspent(line)).stream()
        .map(Scored::request)
        .filter(request -> !book.work(request).isEmpty())
        .toList();
  }
}
