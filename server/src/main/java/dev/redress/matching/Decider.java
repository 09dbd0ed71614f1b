package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.HoursPlan.Part;
import dev.redress.matching.ScoredLine.Scored;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns probabilities and planned hours into answers. */
final class Decider {
  private final MatchingModel model;
  private final RequestBook book;
  private final Comparisons comparisons;
  private final AuditRule auditRule;
  private final Sentence sentence;

  Decider(
      MatchingInput input,
      MatchingModel model,
      RequestBook book,
      WorkLog log,
      Comparisons comparisons) {
    this.model = model;
    this.book = book;
    this.comparisons = comparisons;
    this.auditRule = new AuditRule(book, input.requestLogCompleteFrom());
    this.sentence = new Sentence(book, log);
  }

  /**
   * What was chosen for a line.
   *
   * @param parts which back its hours, empty for none
   * @param probability that the line belongs to the requests that back it
   * @param candidates the evidence as it was when the choice was made, empty for none
   * @param isSplit whether a clerk said how many hours each request has
   */
  record Choice(
      ScoredLine line,
      List<Part> parts,
      double probability,
      List<Candidate> candidates,
      boolean isSplit) {
    Choice {
      parts = List.copyOf(parts);
      candidates = List.copyOf(candidates);
    }

    /** Nothing was chosen. */
    static Choice none(ScoredLine line) {
      return new Choice(line, List.of(), 0, List.of(), false);
    }

    /** The requests that back the line, best first. */
    Set<Integer> requests() {
      return requestsOf(parts);
    }

    LaborLine facts() {
      return line.view().line();
    }
  }

  /** What makes two lines the same work billed twice. */
  record Work(String technician, Object date, Object hours, String text, int request) {
    static Work of(LaborLine line, int request) {
      String text = Comparison.onOneLine(line.description());
      return new Work(line.technician(), line.workDate(), line.hours(), text, request);
    }
  }

  /**
   * Ties a line to the requests that were planned for it if they are certain enough, and to none
   * otherwise. A request that a clerk confirmed backs it even where no hours are left.
   *
   * @param onlyWhole whether a line of which not all hours are backed is tied to none
   */
  Choice choose(ScoredLine line, List<Part> planned, boolean onlyWhole) {
    List<Part> parts = planned.isEmpty() ? confirmedWithoutHours(line) : planned;
    if (onlyWhole && !HoursPlan.sum(parts).equals(line.view().line().hours())) {
      return Choice.none(line);
    }
    return choose(line, parts, probability(line, requestsOf(parts)));
  }

  /** Ties a line to requests that it rolls up, if that is certain enough. */
  Choice chooseRollUp(ScoredLine line, RollUp rollUp) {
    List<Part> parts = rollUp.parts(line.view());
    // What a clerk confirmed or ruled out, the sum of some hours does not overrule.
    boolean isRuledOut = !requestsOf(parts).stream().allMatch(line.all()::holds);
    if (isRuledOut || !confirmedWithoutHours(line).isEmpty()) {
      return Choice.none(line);
    }
    double single = probability(line, requestsOf(parts));
    return choose(line, parts, Math.max(single, rollUp.probability(line.view())));
  }

  private Choice choose(ScoredLine line, List<Part> parts, double probability) {
    return !parts.isEmpty() && probability >= model.thresholds().matched()
        ? new Choice(line, parts, probability, candidates(line, requestsOf(parts)), false)
        : Choice.none(line);
  }

  /** Ties a line to the requests over which a clerk split it, however certain they are. */
  Choice split(ScoredLine line, List<Part> parts) {
    Set<Integer> requests = requestsOf(parts);
    return new Choice(line, parts, probability(line, requests), candidates(line, requests), true);
  }

  private static Set<Integer> requestsOf(List<Part> parts) {
    Set<Integer> requests = new LinkedHashSet<>();
    parts.forEach(part -> requests.add(part.request()));
    return requests;
  }

  private static double probability(ScoredLine line, Set<Integer> requests) {
    double sum = 0;
    for (Scored candidate : line.candidatesAnd(requests)) {
      sum += requests.contains(candidate.request()) ? candidate.probability() : 0;
    }
    return Math.min(1, sum);
  }

  private static List<Part> confirmedWithoutHours(ScoredLine line) {
    return line.candidates().stream()
        .filter(candidate -> candidate.logOddsBits() > DecisionComparison.CONFIRMED_BITS / 2)
        .limit(1)
        .map(candidate -> new Part(candidate.request(), null, Hours.ZERO))
        .toList();
  }

  /** By work that is matched, the first line that bills it. */
  Map<Work, LineName> billed(List<Choice> choices) {
    Map<Work, LineName> billed = new HashMap<>();
    for (Choice choice : choices) {
      for (int request : choice.requests()) {
        billed.putIfAbsent(Work.of(choice.facts(), request), choice.facts().name());
      }
    }
    return billed;
  }

  /** The answer for a line. */
  Verdict verdict(Choice choice, Map<Work, LineName> billed) {
    LineView line = choice.line().view();
    List<Candidate> candidates =
        choice.parts().isEmpty() ? candidates(choice.line(), Set.of()) : choice.candidates();
    List<Allocation> allocations = choice.parts().stream().map(this::allocation).toList();
    if (!allocations.isEmpty()) {
      double probability = choice.probability();
      String said =
          choice.isSplit()
              ? sentence.split(line, allocations)
              : sentence.matched(line, allocations, probability, candidates);
      return new Verdict(
          line.line().name(),
          Answer.MATCHED,
          probability,
          line.line().hours(),
          allocations,
          NotAuditableReason.NONE,
          candidates,
          said);
    }
    String twin = twin(choice, billed);
    if (!twin.isEmpty()) {
      String said = sentence.billedTwice(line, candidates.getFirst(), twin);
      return tiedToNothing(line, Answer.UNMATCHED, NotAuditableReason.NONE, candidates, said);
    }
    NotAuditableReason reason = auditRule.reason(line);
    return switch (reason) {
      case NO_REQUESTS, NOTHING_TO_COMPARE ->
          tiedToNothing(
              line, Answer.NOT_AUDITABLE, reason, candidates, sentence.notAuditable(line, reason));
      case NONE -> unmatchedOrAmbiguous(choice, candidates);
    };
  }

  private Verdict unmatchedOrAmbiguous(Choice choice, List<Candidate> candidates) {
    LineView line = choice.line().view();
    boolean none = choice.line().probabilityOfNone() >= model.thresholds().unmatched();
    return tiedToNothing(
        line,
        none ? Answer.UNMATCHED : Answer.AMBIGUOUS,
        NotAuditableReason.NONE,
        candidates,
        none
            ? sentence.unmatched(line, candidates)
            : sentence.ambiguous(line, model.thresholds().matched(), candidates));
  }

  private static Verdict tiedToNothing(
      LineView line,
      Answer answer,
      NotAuditableReason reason,
      List<Candidate> candidates,
      String said) {
    double probability = candidates.isEmpty() ? 0 : candidates.getFirst().probability();
    return new Verdict(
        line.line().name(),
        answer,
        probability,
        line.line().hours(),
        List.of(),
        reason,
        candidates,
        said);
  }

  /** The id of the matched line that bills the same work for the same request, or "". */
  private static String twin(Choice choice, Map<Work, LineName> billed) {
    List<Scored> candidates = choice.line().candidates();
    LineName twin =
        candidates.isEmpty()
            ? null
            : billed.get(Work.of(choice.facts(), candidates.getFirst().request()));
    return twin == null || twin.equals(choice.facts().name()) ? "" : twin.line();
  }

  /** The chosen candidates and the best others, best first. */
  private List<Candidate> candidates(ScoredLine line, Set<Integer> chosen) {
    List<Candidate> kept = new ArrayList<>();
    int others = Verdict.CANDIDATES_MAX - Math.min(chosen.size(), Verdict.CANDIDATES_MAX);
    for (Scored candidate : line.candidatesAnd(chosen)) {
      boolean isChosen = chosen.contains(candidate.request());
      if (isChosen || others-- > 0) {
        kept.add(comparisons.explain(line.view(), candidate, isChosen));
      }
    }
    return kept;
  }

  private Allocation allocation(Part part) {
    String entry = part.work() == null ? "" : part.work().id();
    return new Allocation(book.id(part.request()), entry, part.hours());
  }
}
